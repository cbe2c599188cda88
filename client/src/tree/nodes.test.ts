import assert from 'node:assert/strict'
import type { TreeSchema, TreeType } from '../../../shared/src/requests.js'
import { loudest, type Node, nodesOf } from './nodes.js'

const NONE = { error: 0, warning: 0, info: 0, hint: 0 }
const ERROR = { ...NONE, error: 1 }
const location = (file: string, line: number) => ({
  uri: `file:///${file}`,
  range: { start: { line, character: 0 }, end: { line, character: 4 } },
})

const USER: TreeType = {
  name: 'User',
  path: 'src/user.ts',
  location: location('src/user.ts', 3),
  role: 'mirror',
  confidence: 'certain',
  findings: [
    { code: 'field-extra', severity: 'error', message: "'x' is no column", location: location('src/user.ts', 5) },
  ],
}

const SCHEMA: TreeSchema = {
  path: 'prisma/schema.prisma',
  uri: 'file:///prisma/schema.prisma',
  counts: ERROR,
  models: [
    {
      name: 'User',
      kind: 'model',
      location: location('prisma/schema.prisma', 1),
      counts: ERROR,
      types: [USER, { ...USER, path: 'b.ts', location: location('b.ts', 1), confidence: 'likely', findings: [] }],
    },
    { name: 'Role', kind: 'enum', location: location('prisma/schema.prisma', 9), counts: NONE, types: [] },
  ],
}

describe('nodesOf', () => {
  const lines = (nodes: readonly Node[], indent = ''): readonly string[] =>
    nodes.flatMap(({ kind, label, description, icon, children }) => [
      `${indent}${kind} ${label} | ${description} | ${icon}`,
      ...lines(children, `${indent}  `),
    ])
  const all = (nodes: readonly Node[]): readonly Node[] => nodes.flatMap((node) => [node, ...all(node.children)])

  it('shows schemas, models, types and findings', () =>
    assert.deepEqual(lines(nodesOf([SCHEMA])), [
      'schema prisma/schema.prisma | 2 models | database',
      '  model User | 2 types | symbol-class',
      '    type User | mirror · user.ts | symbol-interface',
      "      finding 'x' is no column | field-extra | error",
      '    type User | mirror, likely · b.ts | symbol-interface',
      '  model Role | enum, no types | symbol-enum',
    ]))

  it('leads to where each stands, and counts what is below', () => {
    const [schema, user, type, finding, other] = all(nodesOf([SCHEMA]))
    assert.equal(type?.tooltip, 'User\nsrc/user.ts')
    assert.deepEqual([schema?.uri, schema?.range], ['file:///prisma/schema.prisma', undefined])
    assert.equal(user?.range?.start.line, 1)
    assert.deepEqual([type?.counts, other?.counts], [ERROR, NONE])
    assert.deepEqual([finding?.code, finding?.range?.start.line, finding?.counts], ['field-extra', 5, ERROR])
  })

  it('gives each an id of its own, the same whenever it is asked', () => {
    const twins = { ...SCHEMA, models: [...SCHEMA.models, ...SCHEMA.models] }
    const ids = all(nodesOf([twins, SCHEMA])).map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    assert.deepEqual(
      ids,
      all(nodesOf([twins, SCHEMA])).map(({ id }) => id),
    )
    const [first] = nodesOf([SCHEMA])
    assert.equal(first?.id, nodesOf([{ ...SCHEMA, counts: NONE, models: [] }])[0]?.id)
  })

  it('shows nothing for nothing', () => assert.deepEqual(nodesOf([]), []))
})

describe('loudest', () => {
  it('is the first severity that there is', () => {
    assert.equal(loudest({ error: 0, warning: 2, info: 5, hint: 1 }), 'warning')
    assert.equal(loudest(NONE), undefined)
  })
})
