import assert from 'node:assert/strict'
import { parseFixture } from '../../testing/fixture.js'
import { worldOf } from '../../testing/memory-world.js'
import { NEST, packageJson } from '../../testing/nest-project.js'
import { generate } from '../generate/generate.js'
import { createAnalysisHost } from '../host.js'
import type { World } from '../world.js'
import { impactOf } from './impact.js'
import { updateTests } from './update-tests.js'

const SPEC = 'src/tags.service.spec.ts'

const schema = (columns: string): string => `datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}
model Tag {
  id    String @id @default(uuid())
  label String
${columns}}
`

const BEFORE = schema('')
const AFTER = schema('  size  Int\n')

const PROJECT = `${packageJson(...NEST, 'vitest')}
//- /src/prisma.service.ts
import { PrismaClient } from '@prisma/client'

export class PrismaService extends PrismaClient {}
//- /src/tags.service.ts
import { PrismaService } from './prisma.service'
import { CreateTagDto } from './tag.dto'

export class TagsService {
  constructor(private readonly prisma: PrismaService) {}

  create(dto: CreateTagDto) {
    return this.prisma.tag.create({ data: dto })
  }
}
`

const dto = (members: string): string => `export class CreateTagDto {\n  label: string\n${members}}\n`

function worldWith(texts: { readonly now: string; readonly dto: string }): World {
  return worldOf(
    parseFixture(
      `${PROJECT}//- /src/tag.dto.ts\n${texts.dto}//- /schema.prisma base\n${BEFORE}//- /schema.prisma\n${texts.now}`,
    ),
  )
}

function filesWith(spec: string | undefined, world: World) {
  const list = [...world.texts.keys(), ...(spec === undefined ? [] : [SPEC])]
  return { list, readText: (file: string) => (file === SPEC ? spec : world.texts.get(file)) }
}

/** What becomes of a test that was generated before the schema changed, and edited since. */
function updated(edit: (spec: string) => string) {
  const before = worldWith({ now: BEFORE, dto: dto('') })
  const { texts } = generate(before, { outputs: ['tests'], models: ['Tag'], files: filesWith(undefined, before) })
  const own = edit(texts.get(SPEC) ?? '')
  const world = worldWith({ now: AFTER, dto: dto('') })
  const impact = impactOf(createAnalysisHost(world).snapshot())
  const after = worldWith({ now: AFTER, dto: dto('  size: number\n') })
  return updateTests({ world, texts: after.texts, impact, files: filesWith(own, world) })
}

describe('tests that were generated', () => {
  it('follow the schema, and what a person wrote in them stays', () => {
    const { texts, notes } = updated((spec) => `// ours\n${spec}\nit('is ours', () => {})\n`)
    const spec = texts.get(SPEC) ?? ''
    assert.match(spec, /^\/\/ ours\n/)
    assert.match(spec, /\nit\('is ours', \(\) => \{\}\)\n$/)
    assert.match(spec, /toMatchObject\(\{ label: dto\.label, size: dto\.size \}\)/)
    assert.match(spec, /return \{ label: .*, size: \d+ \}/)
    assert.deepEqual(notes, [])
  })

  it('keep what a person changed where they would change, which is told', () => {
    const { texts, notes } = updated((spec) => spec.replace('label: dto.label', 'label: expect.anything()'))
    assert.match(texts.get(SPEC) ?? '', /label: expect\.anything\(\) \}/)
    assert.deepEqual(notes, [`${SPEC} was changed by hand where its tests would change: generate it anew to compare`])
  })

  it('stay as they are where they start no database', () =>
    assert.deepEqual([...updated(() => "it('is ours', () => {})\n").texts], []))
})
