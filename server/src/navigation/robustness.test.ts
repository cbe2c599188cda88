import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Snapshot } from '../analysis/snapshot.js'
import { snapshotOf } from '../testing/check.js'
import { parseFixture } from '../testing/fixture.js'
import { applyEdits } from '../text/text-edit.js'
import { completionsAt } from './completion.js'
import { hoverAt } from './hover.js'
import { inlayHintsIn } from './inlay-hints.js'
import { lensAt, lensesIn } from './lenses.js'
import { definitionsAt, referencesAt } from './places.js'
import { renameMember, renameTargetAt } from './rename.js'

const fixture = parseFixture(`
//- /schema.prisma
enum Role {
  ADMIN
  MEMBER @map("member")
}
model User {
  id    Int    @id
  email String @unique
  role  Role   @default(ADMIN)
  posts Post[]
  @@index([email(sort: Desc), role])
}
model Post {
  id     Int  @id
  userId Int
  user   User @relation(fields: [userId], references: [id])
}
//- /user.ts
import { z } from 'zod'
export enum Role { Admin = 'ADMIN', Member = 'MEMBER' }
/** @prisma User mirror */
export interface User {
  id: number
  email: string
  role: 'ADMIN' | 'MEMBER'
  posts: { id: number; userId: string }[]
}
export class CreateUserDto extends Pick<User, 'email'> { readonly role?: Role }
export const userSchema = z.object({ id: z.number(), role: z.enum(['ADMIN', 'MEMBER']) })
`)

/** What half-typed text can begin or end with. */
const scraps = fc.constantFrom('', '{', '}', '[', ')', '"', "'", '`', '/*', '*/', '@', '@@', ':', 'x', '\n', ' ', '|')

/** Asks everything at a place, and that all that is told lies within the texts. */
function askEverything(snapshot: Snapshot, file: string, offset: number): void {
  const length = (name: string) => (snapshot.textOf(name) ?? '').length
  const isIn = (name: string, span: { start: number; end: number }) =>
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= length(name))
  const hover = hoverAt(snapshot, file, offset, { to: ({ id }) => id })
  if (hover) isIn(file, hover.span)
  for (const place of definitionsAt(snapshot, file, offset)?.places ?? []) assert.ok(snapshot.spanOf(place))
  for (const place of referencesAt(snapshot, file, offset)) isIn(place.file, place)
  for (const ref of lensesIn(snapshot, file)) assert.ok(lensAt(snapshot, ref))
  for (const hint of inlayHintsIn(snapshot, file, { start: 0, end: length(file) })) assert.notEqual(hint.label, '')
  for (const { span } of completionsAt(snapshot, file, offset)) isIn(file, span)
  const target = renameTargetAt(snapshot, file, offset)
  const outcome = target && renameMember(snapshot, target, 'renamed')
  if (!outcome || !('renaming' in outcome)) return
  for (const [name, edits] of [...outcome.renaming.schema, ...outcome.renaming.types.edits])
    applyEdits(snapshot.textOf(name) ?? '', edits)
}

describe('navigation in half-typed text', () => {
  it('never throws, and tells of places that are there', () => {
    const broken = fc.record({ index: fc.nat(1), from: fc.nat(600), length: fc.nat(12), scrap: scraps })
    fc.assert(
      fc.property(fc.array(broken, { maxLength: 3 }), fc.nat(1), fc.nat(700), (breaks, asked, offset) => {
        const typed = breaks.reduce(
          (files, { index, from, length, scrap }) =>
            files.map((each, at) =>
              at === index
                ? { ...each, text: each.text.slice(0, from) + scrap + each.text.slice(from + length) }
                : each,
            ),
          fixture,
        )
        const { file = '', text = '' } = typed[asked] ?? {}
        askEverything(snapshotOf(typed), file, Math.min(offset, text.length))
      }),
      { numRuns: 400 },
    )
  })
})
