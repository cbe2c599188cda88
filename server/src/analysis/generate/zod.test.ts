import assert from 'node:assert/strict'
import { ZOD_DECLARATIONS } from '../../testing/ambient.js'
import { compilerErrors } from '../../testing/compiled.js'
import { EVERY_KIND, EVERY_MODEL } from '../../testing/every-kind.js'
import { findingsIn, generated } from '../../testing/generated.js'

function errorsIn(texts: ReadonlyMap<string, string>): readonly string[] {
  return compilerErrors(new Map([...texts, ['zod.d.ts', ZOD_DECLARATIONS]]))
}

const SCHEMA = `
//- /prisma/schema.prisma
enum Mood {
  GOOD
  BAD
}
model Guest {
  id    String @id @default(uuid()) @db.Uuid
  email String @db.VarChar(60)
  age   Int?
}
model Visit {
  id       Int      @id @default(autoincrement())
  mood     Mood
  note     String?  @db.VarChar(200)
  stars    Int[]
  cameAt   DateTime
  pinHash  String?
}
`

describe('generate zod', () => {
  it('writes what compiles and in which nothing is found, for every kind of column', () => {
    const { texts, world } = generated(`//- /schema.prisma\n${EVERY_KIND}`, 'zod', ...EVERY_MODEL)
    assert.deepEqual(errorsIn(texts), [])
    assert.deepEqual(findingsIn(world), [])
    assert.equal(texts.size, EVERY_MODEL.length)
  })

  it('adds to the file of its neighbours, written like them', () => {
    const source = `${SCHEMA}//- /src/schemas.ts
import { z } from "zod";

export const guestSchema = z.object({
	id: z.string(),
	email: z.string(),
	age: z.number().nullable()
});

export type Guest = z.infer<typeof guestSchema>;
`
    const { texts, world } = generated(source, 'zod', 'Visit')
    assert.equal(
      texts.get('src/schemas.ts'),
      `${source.slice(source.indexOf('import'))}
export const visitSchema = z.object({
	id: z.number().int(),
	mood: z.enum(["GOOD", "BAD"]),
	note: z.string().max(200).nullable(),
	stars: z.array(z.number().int()),
	cameAt: z.string().datetime()
});

export const createVisitSchema = z.object({
	mood: z.enum(["GOOD", "BAD"]),
	note: z.string().max(200).nullish(),
	stars: z.array(z.number().int()).optional(),
	cameAt: z.string().datetime()
});

export const updateVisitSchema = createVisitSchema.partial();

export type Visit = z.infer<typeof visitSchema>;
export type CreateVisit = z.infer<typeof createVisitSchema>;
export type UpdateVisit = z.infer<typeof updateVisitSchema>;
`,
    )
    assert.deepEqual(errorsIn(world.texts), [])
    assert.deepEqual(findingsIn(world), [])
  })

  it('lets a record be null where it can, whatever forms do, and keeps secrets to the server', () => {
    const source = `${SCHEMA.replace('pinHash  String?', 'pinHash  String')}//- /package.json
{ "name": "web", "dependencies": { "react": "*", "zod": "*" } }
//- /src/forms.ts
import { z } from 'zod'

export const createGuestSchema = z.object({
  email: z.string(),
  age: z.number().optional(),
})
`
    const { texts } = generated(source, 'zod', 'Visit')
    const text = texts.get('src/forms.ts') ?? ''
    assert.match(text, /visitSchema = z\.object\(\{[^}]*note: z\.string\(\)\.max\(200\)\.nullable\(\),/)
    assert.doesNotMatch(text, /pinHash/)
  })

  it('declares nothing a second time', () => {
    const forms = (more: string) => `${SCHEMA}//- /src/forms.ts
import { z } from 'zod'

export const createGuestSchema = z.object({
  email: z.string(),
  age: z.number().optional(),
})
${more}`
    assert.equal(generated(forms(''), 'zod', 'Visit').texts.size, 1)
    const wrapped = forms('export const createVisitSchema = z.object({ body: z.object({ mood: z.string() }) })\n')
    const { texts, notes } = generated(wrapped, 'zod', 'Visit')
    assert.equal(texts.size, 0)
    assert.deepEqual(notes, ["src/forms.ts: 'createVisitSchema' is there already"])
  })

  it('completes a schema that is there and keeps its rules', () => {
    const source = `${SCHEMA}//- /src/schemas.ts
import { z } from 'zod'

export const guestSchema = z.object({
  id: z.string(),
  email: z.string().email().toLowerCase(), // as typed
})
`
    const { texts } = generated(source, 'zod', 'Guest')
    assert.match(
      texts.get('src/schemas.ts') ?? '',
      /email: z\.string\(\)\.email\(\)\.toLowerCase\(\), \/\/ as typed\n {2}age: z\.number\(\)\.nullable\(\),\n\}\)/,
    )
  })
})
