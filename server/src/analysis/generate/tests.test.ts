import assert from 'node:assert/strict'
import { findingsIn, generated } from '../../testing/generated.js'
import { NEST, packageJson } from '../../testing/nest-project.js'

const SCHEMA = `
//- /prisma/schema.prisma
datasource db {
  provider = "postgresql"
  url      = env("POSTGRES_URL")
}
enum Mood {
  GOOD
  BAD
}
model Guest {
  id     String  @id @default(uuid())
  email  String  @unique
  mood   Mood    @default(GOOD)
  pin    String?
  visits Visit[]
}
model Visit {
  guestId String
  day     Int
  note    String?
  guest   Guest  @relation(fields: [guestId], references: [id])

  @@id([guestId, day])
}
`

const PRISMA = `//- /src/prisma.service.ts
import { PrismaClient } from '@prisma/client'

export class PrismaService extends PrismaClient {}
`

const DTO = `//- /src/guests/guest.dto.ts
export class CreateGuestDto {
  email: string
  mood?: 'GOOD' | 'BAD'
}
`

function guests(methods: string, needs = 'private readonly prisma: PrismaService'): string {
  return `${packageJson(...NEST, 'vitest')}${SCHEMA}${PRISMA}${DTO}//- /src/guests/guests.service.ts
import { ConflictException, NotFoundException } from '@nestjs/common'
import { PrismaService } from '../prisma.service'
import { Mailer } from '../mailer'
import { CreateGuestDto } from './guest.dto'

export class GuestsService {
  constructor(${needs}) {}

${methods}
}
//- /src/mailer.ts
export class Mailer {
  constructor(readonly url: URL) {}
}
`
}

function specOf(source: string, model = 'Guest'): string {
  const { texts } = generated(source, 'tests', model)
  return texts.get('src/guests/guests.service.spec.ts') ?? ''
}

describe('generate tests', () => {
  it('writes a spec beside the service, and what starts a database once', () => {
    const source = guests('  create(dto: CreateGuestDto) {\n    return this.prisma.guest.create({ data: dto })\n  }')
    const { texts, notes, world } = generated(source, 'tests', 'Guest')
    assert.deepEqual(
      [...texts.keys()],
      ['test/prisma-test-database.ts', 'test/prisma-test-server.mjs', 'src/guests/guests.service.spec.ts'],
    )
    assert.deepEqual(notes, ['the tests need packages: npm install --save-dev @electric-sql/pglite pg @types/pg'])
    assert.deepEqual(findingsIn(world), [])
    const helper = texts.get('test/prisma-test-database.ts') ?? ''
    assert.match(helper, /process\.env\.POSTGRES_URL = server\.url\n/)
    assert.match(helper, /\['prisma', 'db', 'push', '--schema', '\.\/prisma\/schema\.prisma'\]/)
    assert.doesNotMatch(helper, /;$/m)
  })

  it('says what a method does with what it is given, and how it refuses', () => {
    const spec = specOf(
      guests('  create(dto: CreateGuestDto) {\n    return this.prisma.guest.create({ data: dto })\n  }'),
    )
    assert.match(spec, /expect\(stored\)\.toMatchObject\(\{ email: dto\.email, mood: dto\.mood \}\)/)
    assert.match(
      spec,
      /\{ \.\.\.createGuestDto\(\), email: dto\.email \}\)\)\.rejects\.toMatchObject\(\{ code: 'P2002' \}\)/,
    )
    assert.match(spec, /\{ \.\.\.dto, email: undefined \} as unknown as CreateGuestDto\)\)\.rejects\.toThrow\(\)/)
  })

  it('expects the errors of the service where it has its own', () => {
    const spec = specOf(
      guests(`  async create(dto: CreateGuestDto) {
    if (await this.prisma.guest.findUnique({ where: { email: dto.email } })) throw new ConflictException()
    return this.prisma.guest.create({ data: dto })
  }

  async findOne(id: string) {
    const guest = await this.prisma.guest.findUnique({ where: { id }, select: { id: true, email: true } })
    if (!guest) throw new NotFoundException()
    return guest
  }

  async remove(id: string) {
    await this.findOne(id)
    await this.prisma.guest.delete({ where: { id } })
  }

  find(email: string) {
    return this.prisma.guest.findUnique({ where: { email } })
  }`),
    )
    assert.match(spec, /email: dto\.email \}\)\)\.rejects\.toThrow\(ConflictException\)/)
    assert.match(spec, /service\.findOne\('missing'\)\)\.rejects\.toThrow\(NotFoundException\)/)
    assert.match(spec, /service\.remove\('missing'\)\)\.rejects\.toThrow\(NotFoundException\)/)
    assert.match(spec, /expect\(await service\.find\('missing'\)\)\.toBeNull\(\)/)
    assert.match(spec, /const answer: Pick<Guest, 'id' \| 'email'> = await service\.findOne\(guest\.id\)/)
    assert.match(spec, /expect\(answer\)\.not\.toHaveProperty\('pin'\)/)
  })

  it('follows what is taken apart, spread, fixed and joined, and leaves alone what it cannot follow', () => {
    const spec = specOf(
      guests(`  rename(id: string, { email, ...rest }: CreateGuestDto) {
    const data = { ...rest, email: email.toLowerCase() }
    return this.prisma.guest.update({ where: { id }, data })
  }

  cheer(id: string) {
    return this.prisma.guest.update({ where: { id }, data: { mood: 'BAD' } })
  }

  visit(guestId: string, day: number, note?: string) {
    return this.prisma.visit.create({ data: { day, note, guest: { connect: { id: guestId } } } })
  }

  sad() {
    return this.prisma.guest.findMany({ where: { mood: 'BAD' } })
  }`),
    )
    assert.match(
      spec,
      /await service\.rename\(guest\.id, dto\)\n.*\n\s+expect\(stored\)\.toMatchObject\(\{ mood: dto\.mood \}\)/,
    )
    assert.match(spec, /expect\(stored\)\.toMatchObject\(\{ mood: 'BAD' \}\)/)
    assert.match(spec, /await service\.visit\(guest\.id, 1, `note-1`\)/)
    assert.match(spec, /service\.visit\('missing', 1, `note-1`\)\)\.rejects\.toThrow\(\)/)
    assert.match(spec, /const guest = await makeGuest\(\{ mood: 'BAD' \}\)\n\s+const answer = await service\.sad\(\)/)
  })

  it('names the methods that it leaves out, and what is stood in for', () => {
    const source = guests(
      `  create(dto: CreateGuestDto) {
    return this.prisma.guest.create({ data: dto })
  }

  move(id: string, by: Actor) {
    return this.prisma.guest.update({ where: { id }, data: { email: by.email } })
  }

  count() {
    return this.prisma.guest.count()
  }

  async invite(dto: CreateGuestDto) {
    await this.mailer.send(dto.email)
    return this.prisma.guest.create({ data: dto })
  }

  confirm(id: string) {
    return this.prisma.guest.update({ where: { id }, data: { pin: this.mailer.pin() } })
  }`,
      'private readonly prisma: PrismaService, private readonly mailer: Mailer',
    )
    const { texts, notes } = generated(source, 'tests', 'Guest')
    assert.deepEqual(notes.slice(0, 4), [
      "GuestsService.move has no tests: what its parameter 'by' is to hold is not seen",
      'GuestsService.count has no tests: what it does with a record is not seen',
      'GuestsService.confirm has no tests: what Mailer answers it is not known',
      'GuestsService gets a stand-in for Mailer, whose methods do nothing',
    ])
    const spec = texts.get('src/guests/guests.service.spec.ts') ?? ''
    assert.match(spec, /new GuestsService\(prisma, standIn<Mailer>\(\)\)/)
    assert.match(spec, /describe\('invite'/)
    assert.match(spec, /import type \{ Mailer \} from '\.\.\/mailer'/)
  })

  it('says so where there is no service, and where the database is no PostgreSQL', () => {
    const none = generated(`${packageJson(...NEST)}${SCHEMA}${PRISMA}`, 'tests', 'Guest')
    assert.deepEqual(none.notes, ['no service reads or writes the records of Guest'])
    const other = generated(`${packageJson(...NEST)}${SCHEMA.replace('postgresql', 'mysql')}`, 'tests', 'Guest')
    assert.deepEqual(other.notes, ["tests need PostgreSQL, and the schema's provider is mysql"])
  })

  it('leaves tests alone that are there, and stands beside those that use no database', () => {
    const source = guests('  create(data: any) {\n    return this.prisma.guest.create({ data })\n  }')
    const mocked = new Map([['src/guests/guests.service.spec.ts', "describe('x', () => {})\n"]])
    const { texts } = generated(source, 'tests', 'Guest', mocked)
    const spec = texts.get('src/guests/guests.service.database.spec.ts') ?? ''
    assert.match(spec, /function prismaGuestUncheckedCreateInput\(\): Prisma\.GuestUncheckedCreateInput \{/)
    const own = new Map([['src/guests/guests.service.spec.ts', spec]])
    const again = generated(source, 'tests', 'Guest', own)
    assert.deepEqual([...again.texts.keys()], [])
    assert.deepEqual(again.notes, ['src/guests/guests.service.spec.ts is there already and stays as it is'])
  })

  it('looks like the tests that are there, in their runner and their place', () => {
    const source = guests('  create(dto: CreateGuestDto) {\n    return this.prisma.guest.create({ data: dto })\n  }')
    const text = 'import { x } from "./x";\n\ndescribe("x", () => {\n\tit("is", () => {\n\t\tjest.fn();\n\t});\n});\n'
    const files = new Map([
      ['src/x/__tests__/x.service.test.ts', text],
      ['prisma/migrations/1_init/migration.sql', 'CREATE EXTENSION citext;'],
      ['tsconfig.json', '{ "compilerOptions": { "rootDir": "./src" } }'],
    ])
    const { texts } = generated(source, 'tests', 'Guest', files)
    const spec = texts.get('src/guests/__tests__/guests.service.test.ts') ?? ''
    assert.match(spec, /^describe\("GuestsService", \(\) => \{\n\tdescribe\("create", \(\) => \{\n\t\tit\("stores/m)
    assert.doesNotMatch(spec, /vitest/)
    assert.match(spec, /from "\.\.\/\.\.\/prisma-test-database";/)
    assert.match(texts.get('src/prisma-test-database.ts') ?? '', /path\.join\(__dirname, "\.\.\/prisma\/migrations"\)/)
    assert.match(texts.get('src/prisma-test-server.mjs') ?? '', /PGlite\.create\(\{ extensions: \{ citext \} \}\)/)
  })

  it('keeps what starts a database with the tests that are there', () => {
    const source = guests('  create(dto: CreateGuestDto) {\n    return this.prisma.guest.create({ data: dto })\n  }')
    const { texts } = generated(source, 'tests', 'Guest', new Map([['tests/setup.ts', 'export {}\n']]))
    assert.ok(texts.has('tests/prisma-test-database.ts'), [...texts.keys()].join(', '))
  })
})
