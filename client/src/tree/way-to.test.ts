import assert from 'node:assert/strict'
import type { Node } from './nodes.js'
import { wayTo } from './way-to.js'

const NONE = { error: 0, warning: 0, info: 0, hint: 0 }

/** A line of the tree that leads to `FILE:LINE`, or to the whole file. */
function node(kind: Node['kind'], place: string, children: readonly Node[] = []): Node {
  const [uri = '', line] = place.split(':')
  const at = { line: Number(line), character: 0 }
  const range = line === undefined ? undefined : { start: at, end: at }
  const words = { id: place, label: place, description: '', tooltip: '', icon: '' }
  return { kind, ...words, counts: NONE, uri, range, code: undefined, children }
}

const TREE = [
  node('schema', 's.prisma', [
    node('model', 's.prisma:3', [node('type', 'a.ts:2', [node('finding', 'a.ts:9')]), node('type', 'a.ts:8')]),
    node('model', 's.prisma:20'),
  ]),
]

describe('wayTo', () => {
  const way = (file: string, line: number) =>
    wayTo(TREE, { isThere: ({ uri }) => uri === file, line })
      .map(({ label }) => label)
      .join(' > ')

  it('leads to the declaration at a line, or next above it', () => {
    assert.equal(way('s.prisma', 20), 's.prisma > s.prisma:20')
    assert.equal(way('s.prisma', 19), 's.prisma > s.prisma:3')
    assert.equal(way('a.ts', 5), 's.prisma > s.prisma:3 > a.ts:2')
    assert.equal(way('a.ts', 50), 's.prisma > s.prisma:3 > a.ts:8')
  })

  it('leads to a finding on the line itself', () =>
    assert.equal(way('a.ts', 9), 's.prisma > s.prisma:3 > a.ts:2 > a.ts:9'))

  it('leads to the schema above its first model, and nowhere in other files', () => {
    assert.equal(way('s.prisma', 0), 's.prisma')
    assert.equal(way('a.ts', 0), '')
    assert.equal(way('b.ts', 9), '')
  })
})
