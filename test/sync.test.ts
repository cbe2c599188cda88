import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import { CLI, runCli } from './support/cli.js'
import { eventually } from './support/language-client.js'
import { SCHEMA, SHOP, USER_TYPES } from './support/shop.js'
import { type Files, inWorkspace, type Workspace } from './support/workspace.js'

/** The shop's users have a nickname from now on, and their names are always known. */
const CHANGED = SCHEMA.replace('  name   String?\n', '  name   String\n  nickname String?\n')
const UPDATED_TYPES = USER_TYPES.replace('  name: string | null\n', '  name: string\n  nickname: string | null\n')

const DTO = `import { IsString } from 'class-validator'

export class CreateUserDto {
  @IsString()
  email!: string
}
`

const NEST = {
  'package.json': '{ "name": "shop", "dependencies": { "@nestjs/common": "11", "class-validator": "1" } }\n',
  'src/create-user.dto.ts': DTO,
}

/** A script that fails once a file says something. */
function redOnce(file: string, word: string): string {
  return `node -e \\"process.exit(require('fs').readFileSync('${file}','utf8').includes('${word}') ? 1 : 0)\\"`
}

const USERS = `import { PrismaClient } from '@prisma/client'
import type { User } from './user'

const prisma = new PrismaClient()

export async function nameOf(id: number): Promise<Partial<User> | null> {
  const found = await prisma.user.findUnique({ where: { id }, select: { id: true, name: true } })
  return found && { id: found.id, name: found.name }
}
`

const FIRST = 'prisma/migrations/20240101000000_first/migration.sql'
const FIRST_SQL = `CREATE TYPE "Role" AS ENUM ('ADMIN', 'MEMBER');
CREATE TABLE "User" ("id" SERIAL NOT NULL, "email" TEXT NOT NULL, "name" TEXT, "role" "Role" NOT NULL DEFAULT 'MEMBER', "age" INTEGER NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));
CREATE TABLE "Order" ("id" SERIAL NOT NULL, "total" INTEGER NOT NULL, "note" TEXT, "userId" INTEGER NOT NULL, CONSTRAINT "Order_pkey" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
ALTER TABLE "Order" ADD CONSTRAINT "Order_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
`

const CLIENT = 'node_modules/.prisma/client/schema.prisma'

/** A client that was generated from a schema, and a program in the place of Prisma that generates it anew. */
function generated(schema: string): Files {
  const copy = `require('fs').copyFileSync('prisma/schema.prisma', '${CLIENT}')`
  return {
    '.gitignore': 'node_modules\n',
    [CLIENT]: schema,
    'node_modules/@prisma/client/package.json': '{ "name": "@prisma/client", "version": "6.19.0" }\n',
    'node_modules/prisma/package.json':
      '{ "name": "prisma", "version": "6.19.0", "bin": { "prisma": "build/index.js" } }\n',
    'node_modules/prisma/build/index.js': `if (process.argv[2] === 'generate') ${copy}\n`,
  }
}

function manifest(scripts: Readonly<Record<string, string>>): Files {
  const list = Object.entries(scripts).map(([name, command]) => `"${name}": "${command}"`)
  return { 'package.json': `{ "name": "shop", "scripts": { ${list.join(', ')} } }\n` }
}

describe('sync', () => {
  it('brings types and inputs up to a changed schema, and changes nothing the second time', () =>
    inChangedShop(NEST, async (workspace) => {
      const { status, stdout } = await sync(workspace)
      assert.equal(status, 0, stdout)
      assert.match(stdout, /^2 files changed\.$/m)
      assert.match(
        stdout,
        /^- `User`: 'name' is now required; 'nickname' is new\n {2}used in `src\/create-user\.dto\.ts`/m,
      )
      assert.match(stdout, /\| error \| requests \| 'User.name' became required \| `src\/create-user.dto.ts` \|/)
      assert.equal(read(workspace, 'src/user.ts'), UPDATED_TYPES)
      assert.match(
        read(workspace, 'src/create-user.dto.ts'),
        /@IsOptional\(\)\n {2}@IsString\(\)\n {2}nickname\?: string\n}/,
      )
      const state = diff(workspace)
      const again = await sync(workspace)
      assert.match(again.stdout, /^Everything follows the schema: there is nothing to change\.$/m)
      assert.equal(diff(workspace), state)
    }))

  it('says what it would do as a patch', () =>
    inChangedShop({ ...NEST, ...manifest({ build: 'touch built' }) }, async (workspace) => {
      const { status, stdout, stderr } = await sync(workspace, '--dry-run')
      assert.equal(status, 0)
      assert.match(stderr, /^2 files would change\.$/m)
      assert.equal(diff(workspace, 'src'), '')
      workspace.write({ 'sync.patch': stdout })
      workspace.git('apply', 'sync.patch')
      assert.equal(read(workspace, 'src/user.ts'), UPDATED_TYPES)
      assert.ok(!fs.existsSync(workspace.at('built')))
    }))

  it('does nothing to a schema with errors', () =>
    inChangedShop({}, async (workspace) => {
      workspace.write({ 'prisma/schema.prisma': `${CHANGED}model Broken {\n  x Nothing\n}\n` })
      const { status, stderr } = await sync(workspace)
      assert.equal(status, 2)
      assert.match(stderr, /the schema has errors:\n {2}prisma\/schema.prisma: .*Nothing/)
      assert.equal(diff(workspace, 'src'), '')
    }))

  it('wants the files that it changes committed, but for what it has written itself', () =>
    inChangedShop({}, async (workspace) => {
      workspace.write({ 'src/user.ts': `${USER_TYPES}// mine\n` })
      const refused = await sync(workspace)
      assert.deepEqual([refused.status, refused.stdout], [2, ''])
      assert.match(refused.stderr, /uncommitted changes; commit or stash them, or use --force:\n {2}src\/user.ts\n/)
      const forced = await sync(workspace, '--force')
      assert.match(forced.stderr, /warning these files had uncommitted changes:\n {2}src\/user.ts\n/)
      assert.equal(read(workspace, 'src/user.ts'), `${UPDATED_TYPES}// mine\n`)
      workspace.write({ 'prisma/schema.prisma': CHANGED.replace('  age    Int\n', '  age    Int\n  city   String\n') })
      assert.equal((await sync(workspace)).status, 0)
      assert.match(read(workspace, 'src/user.ts'), /age: number\n {2}city: string\n}/)
    }))

  it('takes back what it has done', () =>
    inChangedShop({}, async (workspace) => {
      await sync(workspace)
      workspace.write({ 'prisma/schema.prisma': CHANGED.replace('  age    Int\n', '  age    Int\n  city   String\n') })
      await sync(workspace)
      const { status, stdout } = await sync(workspace, '--undo')
      assert.deepEqual([status, stdout], [0, 'as before: src/user.ts\n'])
      assert.equal(diff(workspace, 'src'), '')
      const nothing = await sync(workspace, '--undo')
      assert.equal(nothing.status, 2)
      assert.match(nothing.stderr, /there is nothing to take back/)
    }))

  it('takes back what it has done even where a later run could not write', () =>
    inChangedShop({}, async (workspace) => {
      await sync(workspace)
      workspace.write({ 'prisma/schema.prisma': CHANGED.replace('  age    Int\n', '  age    Int\n  city   String\n') })
      fs.chmodSync(workspace.at('src/user.ts'), 0o444)
      assert.equal((await sync(workspace)).status, 2)
      fs.chmodSync(workspace.at('src/user.ts'), 0o644)
      const { status, stdout } = await sync(workspace, '--undo')
      assert.deepEqual([status, stdout], [0, 'as before: src/user.ts\n'])
      assert.equal(diff(workspace, 'src'), '')
    }))

  it('runs the checks of the project before and after', () =>
    inChangedShop(
      manifest({ typecheck: 'echo typed >> log', build: 'exit 1', test: 'echo tested >> log' }),
      async (workspace) => {
        const { status, stdout } = await sync(workspace)
        assert.equal(status, 0, stdout)
        assert.match(
          stdout,
          /^\| `typecheck` \| green \| green \|\n\| `build` \| red \| not run \|\n\| `test` \| green \| green \|$/m,
        )
        assert.match(stdout, /^- `build` was red before$/m)
        assert.equal(read(workspace, 'log'), 'typed\ntested\ntyped\ntested\n')
        assert.equal(read(workspace, 'src/user.ts'), UPDATED_TYPES)
      },
    ))

  it('leaves everything as it was where a check turns red, unless it is told otherwise', () =>
    inChangedShop(
      manifest({ test: `echo postgres://me:secret@localhost/shop && ${redOnce('src/user.ts', 'nickname')}` }),
      async (workspace) => {
        const { status, stdout } = await sync(workspace)
        assert.equal(status, 1, stdout)
        assert.match(stdout, /^Every file is as it was: `test` turned red\.$/m)
        assert.match(stdout, /^\| `test` \| green \| red \|$/m)
        assert.match(stdout, /postgres:\/\/…@localhost\/shop/)
        assert.ok(!stdout.includes('secret'))
        assert.equal(diff(workspace, 'src'), '')
        const kept = await sync(workspace, '--keep')
        assert.equal(kept.status, 1)
        assert.equal(read(workspace, 'src/user.ts'), UPDATED_TYPES)
      },
    ))

  it('regenerates the client where it is stale, and only there', () =>
    inChangedShop(generated(SCHEMA), async (workspace) => {
      const dry = await sync(workspace, '--dry-run')
      assert.match(
        dry.stderr,
        /^- the client of `prisma\/schema\.prisma` is out of date: `npx prisma generate` would be run$/m,
      )
      assert.equal(read(workspace, CLIENT), SCHEMA)
      const { status, stdout } = await sync(workspace)
      assert.equal(status, 0, stdout)
      assert.match(stdout, /^- the client of `prisma\/schema\.prisma` was out of date and was regenerated/m)
      assert.equal(read(workspace, CLIENT), CHANGED)
      const again = await sync(workspace)
      assert.deepEqual([again.status, again.stdout.includes('regenerated')], [0, false])
    }))

  it('says that a client could not be regenerated', () =>
    inChangedShop(
      { ...generated(SCHEMA), 'node_modules/prisma/build/index.js': 'process.exit(3)\n' },
      async (workspace) => {
        const { status, stdout } = await sync(workspace)
        assert.equal(status, 1)
        assert.match(
          stdout,
          /^- the client of `prisma\/schema\.prisma` is out of date: 'npx prisma generate' failed with 3$/m,
        )
      },
    ))

  it('follows a renamed column to the code that selects and maps it', () =>
    inWorkspace({ ...SHOP, 'src/users.ts': USERS }, async (workspace) => {
      workspace.commit()
      workspace.write({ 'prisma/schema.prisma': SCHEMA.replace('  name   String?', '  fullName String? @map("name")') })
      const { status, stdout } = await sync(workspace)
      assert.equal(status, 0, stdout)
      assert.match(stdout, /^What was renamed has its new name in 3 places that use it\.$/m)
      assert.equal(
        read(workspace, 'src/users.ts'),
        USERS.replace('name: true', 'fullName: true').replace('name: found.name', 'fullName: found.fullName'),
      )
      assert.equal(read(workspace, 'src/user.ts'), USER_TYPES.replace('name: string', 'fullName: string'))
    }))

  it('changes nothing where a file has changed since it was read', () =>
    inChangedShop(manifest({ typecheck: 'echo // meanwhile >> src/user.ts' }), async (workspace) => {
      const { status, stderr } = await sync(workspace)
      assert.equal(status, 2)
      assert.match(stderr, /nothing was changed:\n {2}src\/user\.ts: it has changed since it was read/)
      assert.equal(read(workspace, 'src/user.ts'), `${USER_TYPES}// meanwhile\n`)
    }))

  it('proposes the migration that is missing, and writes it where that is asked for', () =>
    inWorkspace({ ...SHOP, [FIRST]: FIRST_SQL }, async (workspace) => {
      workspace.commit()
      workspace.write({ 'prisma/schema.prisma': SCHEMA.replace('  name   String?', '  fullName String?') })
      const shown = await sync(workspace)
      assert.equal(shown.status, 0, shown.stderr)
      assert.match(
        shown.stdout,
        /has changes that no migration holds[\s\S]*```sql\n-- RenameColumn\nALTER TABLE "User" RENAME COLUMN "name" TO "fullName";\n/,
      )
      assert.deepEqual(fs.readdirSync(workspace.at('prisma/migrations')), ['20240101000000_first'])
      const written = await sync(workspace, '--create-migration', 'Full name')
      assert.equal(written.status, 0, written.stdout)
      const [, name = ''] = fs.readdirSync(workspace.at('prisma/migrations')).sort()
      assert.match(name, /^\d{14}_full_name$/)
      assert.match(read(workspace, `prisma/migrations/${name}/migration.sql`), /RENAME COLUMN "name" TO "fullName"/)
      assert.equal(read(workspace, FIRST), FIRST_SQL)
      const again = await sync(workspace, '--create-migration', 'Once more')
      assert.equal(fs.readdirSync(workspace.at('prisma/migrations')).length, 2, again.stdout)
    }))

  it('has no shadow database emptied by a dry run', () => {
    const shadow = '  shadowDatabaseUrl = "mysql://me@localhost/shadow"\n}'
    const schema = SCHEMA.replace('"postgresql"', '"mysql"').replace('}', shadow)
    const files = { ...SHOP, ...generated(schema), [FIRST]: FIRST_SQL, 'prisma/schema.prisma': schema }
    const program = "require('fs').appendFileSync('log', process.argv[2] + '\\n')\n"
    return inWorkspace({ ...files, 'node_modules/prisma/build/index.js': program }, async (workspace) => {
      workspace.commit()
      assert.equal((await sync(workspace, '--dry-run')).status, 0)
      assert.ok(!fs.existsSync(workspace.at('log')))
      await sync(workspace)
      assert.equal(read(workspace, 'log'), 'migrate\n')
    })
  })

  it('does not run what would change a database', () =>
    inChangedShop(manifest({ build: 'touch built && prisma migrate deploy' }), async (workspace) => {
      const { status, stdout } = await sync(workspace)
      assert.equal(status, 0, stdout)
      assert.match(stdout, /^- `build` was not run: its script 'build' changes a database: prisma migrate deploy$/m)
      assert.ok(!fs.existsSync(workspace.at('built')))
    }))

  it('keeps line breaks and byte order marks, and takes them back as they were', () =>
    inChangedShop({}, async (workspace) => {
      const before = `\uFEFF${USER_TYPES.replaceAll('\n', '\r\n')}`
      workspace.write({ 'src/user.ts': before })
      assert.equal((await sync(workspace, '--force')).status, 0)
      assert.equal(read(workspace, 'src/user.ts'), `\uFEFF${UPDATED_TYPES.replaceAll('\n', '\r\n')}`)
      await sync(workspace, '--undo')
      assert.equal(read(workspace, 'src/user.ts'), before)
    }))

  it('writes nothing where one file cannot be written', () =>
    inChangedShop(NEST, async (workspace) => {
      fs.chmodSync(workspace.at('src/user.ts'), 0o444)
      const { status, stderr } = await sync(workspace)
      assert.equal(status, 2)
      assert.match(stderr, /nothing was changed:\n {2}src\/user.ts: it is read-only/)
      assert.equal(diff(workspace, 'src'), '')
    }))
})

describe('sync --watch', () => {
  it('does the safe part of it on every change of the schema', () =>
    inWorkspace({ ...SHOP, ...generated(SCHEMA) }, async (workspace) => {
      workspace.commit()
      const child = spawn(process.execPath, [CLI, 'sync', '--watch'], { cwd: workspace.root })
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
      const told: string[] = []
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => told.push(String(chunk)))
      const says = (words: RegExp) => eventually(() => assert.match(told.join(''), words))
      try {
        await says(/watching the schema/)
        workspace.write({ 'prisma/schema.prisma': CHANGED })
        await says(/^updated src\/user\.ts\n(.*\n)*regenerated the client of prisma\/schema\.prisma$/m)
        // To take null out of a type is for a person to decide.
        assert.equal(read(workspace, 'src/user.ts'), UPDATED_TYPES.replace('name: string\n', 'name: string | null\n'))
        workspace.write({ 'prisma/schema.prisma': `${CHANGED}model Broken {` })
        await says(/the schema has errors/)
        workspace.write({
          'prisma/schema.prisma': CHANGED.replace('  age    Int\n', '  age    Int\n  city   String\n'),
        })
        await eventually(() => assert.match(read(workspace, 'src/user.ts'), /city: string/))
      } finally {
        child.kill('SIGINT')
      }
      assert.equal(await ended, 0)
    }))
})

function sync(workspace: Workspace, ...args: readonly string[]) {
  return runCli(['sync', ...args], { cwd: workspace.root, timeoutMs: 180_000 })
}

/** The shop, committed, with its schema changed since. */
function inChangedShop(files: Files, body: (workspace: Workspace) => Promise<void>): Promise<void> {
  return inWorkspace({ ...SHOP, ...files }, async (workspace) => {
    workspace.commit()
    workspace.write({ 'prisma/schema.prisma': CHANGED })
    await body(workspace)
  })
}

function read(workspace: Workspace, file: string): string {
  return fs.readFileSync(workspace.at(file), 'utf8')
}

function diff({ root }: Workspace, ...paths: readonly string[]): string {
  return execFileSync('git', ['diff', '--', ...paths], { cwd: root, encoding: 'utf8' })
}
