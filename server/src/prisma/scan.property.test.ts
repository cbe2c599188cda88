import assert from 'node:assert/strict'
import wasm from '@prisma/prisma-schema-wasm'
import fc from 'fast-check'
import { differencesFrom } from './compare-datamodel.js'
import { createPrismaEngine } from './engine.js'
import { type KnownBlock, knownBlocksOf } from './known-blocks.js'
import { type LoweredSchema, lowerSchema } from './lower.js'
import { scanSchema } from './scan.js'
import { validSchema } from './schema-arbitrary.js'
import type { BlockSyntax, SchemaSyntax } from './syntax.js'

describe('scanner and lowering', () => {
  const engine = createPrismaEngine(wasm)

  it('read every valid schema as Prisma does', () => {
    fc.assert(
      fc.property(validSchema(), (text) => {
        const datamodel = engine.datamodel([{ file: 'a', text }])
        assert.ok(datamodel, `the generated schema is invalid: ${JSON.stringify(engine.lint([{ file: 'a', text }]))}`)
        const { schema, errors } = lower(text)
        assert.deepEqual(errors, [])
        assert.deepEqual(differencesFrom(schema, datamodel), [])
      }),
      { numRuns: 150 },
    )
  }).timeout(20_000)

  it('read composite types as Prisma does', () => {
    const datamodel = engine.datamodel([{ file: 'a', text: MONGODB }])
    assert.deepEqual(datamodel && differencesFrom(lower(MONGODB).schema, datamodel), [])
  })

  it('read damaged schemas without throwing, and in order', () => {
    fc.assert(
      fc.property(validSchema(), damages(), (text, steps) => {
        const damaged = steps.reduce(apply, text)
        const { blocks } = scanSchema(damaged)
        lower(damaged)
        assert.ok(blocks.every(({ start, end }, index) => start <= end && start >= (blocks[index - 1]?.end ?? 0)))
      }),
      { numRuns: 300 },
    )
  }).timeout(20_000)

  it('keep the blocks that are not damaged', () => {
    fc.assert(
      fc.property(validSchema(), fc.nat(), fc.nat(200), (text, at, length) => {
        const before = lower(text).schema
        const start = at % text.length
        const after = lower(text.slice(0, start) + text.slice(start + length)).schema
        const spared = scanSchema(text).blocks.filter((block) => block.end < start - 1 && isDeclaration(block))
        for (const { name } of spared) {
          const [was, is] = [before, after].map(
            ({ models, enums }) => models.get(name?.text ?? '') ?? enums.get(name?.text ?? ''),
          )
          assert.equal(is?.name, was?.name)
          assert.equal(is?.intact, true)
        }
      }),
    )
  }).timeout(20_000)

  it('read a text that is typed into as they read it for the first time', () => {
    fc.assert(
      fc.property(validSchema(), damages(), (first, steps) => {
        const texts = [first]
        for (const step of steps) texts.push(apply(texts.at(-1) ?? '', step))
        let known: readonly KnownBlock[] | undefined
        let before: LoweredSchema | undefined
        for (const text of texts) {
          const syntax = scanSchema(text, known)
          assert.deepEqual(plain(syntax), plain(scanSchema(text)))
          const lowered = lowerSchema({ root: '', files: [{ file: 'a', syntax }], before })
          assert.deepEqual(meaningOf(lowered), meaningOf(lower(text)))
          known = knownBlocksOf(syntax)
          before = lowered
        }
      }),
      { numRuns: 300 },
    )
  }).timeout(60_000)
})

/** The syntax with the members of all blocks read. */
function plain({ blocks, ...rest }: SchemaSyntax) {
  const read = blocks.map(
    ({ start, end, text, kind, name, documentation, fields, values, properties, attributes, intact }) => {
      return { start, end, text, kind, name, documentation, fields, values, properties, attributes, intact }
    },
  )
  return { ...rest, blocks: read }
}

function meaningOf({ spans, ...rest }: LoweredSchema) {
  return { ...rest, spans: [...spans].map(([file, places]) => [file, [...places]]) }
}

const MONGODB = `datasource db {
  provider = "mongodb"
}
enum Kind {
  ONE
}
/// Where it is.
type Place {
  street String @map("st") /// with its number
  kind   Kind?
  inner  Inner[]
}
type Inner {
  size Int @default(1)
}
model Thing {
  id     String   @id @default(auto()) @map("_id") @db.ObjectId
  place  Place?
  places Place[]
  others String[] @db.ObjectId
  list   Other[]  @relation(fields: [others], references: [id])
  @@unique([place.street, id])
}
model Other {
  id     String   @id @map("_id") @db.ObjectId
  things String[] @db.ObjectId
  list   Thing[]  @relation(fields: [things], references: [id])
}
`

interface Damage {
  readonly kind: 'delete' | 'insert' | 'truncate' | 'swap'
  readonly at: number
  readonly length: number
  readonly text: string
}

const SCRAPS = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  '\\',
  '@',
  '@@',
  '/',
  '/*',
  '*/',
  '/// a note\n',
  '//',
  '\n',
  '\r',
  '\0',
  '=',
  ',',
  'model ',
  '\uFEFF',
  'é',
  '\uD800',
]

function damages(): fc.Arbitrary<Damage[]> {
  const damage = fc.record({
    kind: fc.constantFrom('delete', 'insert', 'truncate', 'swap'),
    at: fc.nat(),
    length: fc.nat(120),
    text: fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ maxLength: 6 })),
  })
  return fc.array(damage, { minLength: 1, maxLength: 8 })
}

function apply(text: string, { kind, at, length, text: scrap }: Damage): string {
  const start = at % (text.length + 1)
  if (kind === 'insert') return text.slice(0, start) + scrap + text.slice(start)
  if (kind === 'delete') return text.slice(0, start) + text.slice(start + length)
  if (kind === 'truncate') return text.slice(0, Math.max(start, text.length - length))
  return text.slice(start) + text.slice(0, start)
}

function isDeclaration({ kind }: BlockSyntax): boolean {
  return kind !== 'generator' && kind !== 'datasource'
}

function lower(text: string) {
  return lowerSchema({ root: '', files: [{ file: 'a', syntax: scanSchema(text) }] })
}
