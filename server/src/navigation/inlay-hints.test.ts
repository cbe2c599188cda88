import assert from 'node:assert/strict'
import { snapshotOf } from '../testing/check.js'
import { parseFixture } from '../testing/fixture.js'
import { inlayHintsIn } from './inlay-hints.js'

/** Asserts a file's text with its hints in angle brackets. */
function checkHints(source: string, file: string, expected: string): void {
  const snapshot = snapshotOf(parseFixture(source))
  const text = snapshot.textOf(file) ?? ''
  const hints = inlayHintsIn(snapshot, file, { start: 0, end: text.length })
  const shown = hints
    .toReversed()
    .reduce((all, { offset, label }) => `${all.slice(0, offset)} <${label}>${all.slice(offset)}`, text)
  assert.equal(shown.trim(), expected.trim())
}

const schema = `
//- /schema.prisma
enum Role {
  ADMIN
  MEMBER
}
model User {
  id        Int       @id
  email     String
  role      Role
  balance   Decimal?
  createdAt DateTime
  tags      Json[]
}
`

describe('inlay hints', () => {
  it('tell what the column says more than the property', () =>
    checkHints(
      `${schema}
//- /user.ts
export interface User {
  id: number
  email: string
  role: 'ADMIN' | 'MEMBER'
  balance: string | null;
  created_at: string
  tags: unknown[],
}
`,
      'user.ts',
      `
export interface User {
  id: number
  email: string
  role: 'ADMIN' | 'MEMBER' <Role>
  balance: string | null <Decimal?>;
  created_at: string <createdAt DateTime>
  tags: unknown[] <Json[]>,
}
`,
    ))

  it('say nothing of an enum under its own name, nor of what several models inherit', () =>
    checkHints(
      `${schema}
model Post {
  id        Int      @id
  title     String
  createdAt DateTime
}
model Page {
  id        Int      @id
  title     String
  createdAt DateTime?
}
//- /types.ts
export type Role = 'ADMIN' | 'MEMBER'
export interface User { id: number; email: string; role: Role }
interface Base { createdAt: string }
export interface Post extends Base { id: number; title: string }
export interface Page extends Base { id: number; title: string }
`,
      'types.ts',
      `
export type Role = 'ADMIN' | 'MEMBER'
export interface User { id: number; email: string; role: Role }
interface Base { createdAt: string }
export interface Post extends Base { id: number; title: string }
export interface Page extends Base { id: number; title: string }
`,
    ))

  it('stand within the part that is asked for', () => {
    const source = `${schema}\n//- /user.ts\nexport interface User { id: number; email: string; createdAt: string }\n`
    const snapshot = snapshotOf(parseFixture(source))
    assert.equal(inlayHintsIn(snapshot, 'user.ts', { start: 0, end: 40 }).length, 0)
    assert.equal(inlayHintsIn(snapshot, 'user.ts', { start: 0, end: 100 }).length, 1)
  })
})
