import assert from 'node:assert/strict'
import { discoverSchemas } from './discover-schemas.js'
import { listWorkspace } from './list-files.js'
import { createOutsideFiles } from './outside-files.js'
import { type PrismaSetup, prismaLine, prismaSetup } from './prisma-command.js'
import { changesDatabase, type PrismaCommandName, wordsOf } from './prisma-commands.js'
import { createTextReader } from './read-files.js'
import { createTemporaryWorkspace } from './temporary-workspace.js'

const SCHEMA = 'datasource db {\n  provider = "postgresql"\n}\nmodel A {\n  id Int @id\n}\n'

async function setupOf(files: Record<string, string>, schema: string): Promise<PrismaSetup> {
  const workspace = createTemporaryWorkspace(files)
  const listing = await listWorkspace(workspace.root)
  const { schemas } = await discoverSchemas({ files: listing.files, readText: createTextReader(workspace.root) })
  const location = schemas.find((each) => each.files.includes(schema))
  assert.ok(location)
  const setup = prismaSetup(createOutsideFiles(workspace.root, undefined), location)
  workspace.remove()
  return setup
}

const installed = (version: string, at = '') => ({
  [`${at}node_modules/prisma/package.json`]: `{ "version": "${version}", "bin": { "prisma": "build/index.js" } }`,
})

describe('how Prisma is run', () => {
  const plain = { 'package.json': '{}', 'prisma/schema.prisma': SCHEMA, '.git/HEAD': '' }

  for (const [file, line] of [
    ['package-lock.json', 'npx prisma generate'],
    ['pnpm-lock.yaml', 'pnpm exec prisma generate'],
    ['yarn.lock', 'yarn prisma generate'],
    ['bun.lock', 'bunx prisma generate'],
  ] as const) {
    it(`follows ${file}`, async () => {
      assert.equal(prismaLine(await setupOf({ ...plain, [file]: '' }, 'prisma/schema.prisma'), ['generate']), line)
    })
  }

  it('follows what package.json names where nothing is locked', async () => {
    const files = { ...plain, 'package.json': '{ "packageManager": "pnpm@9.1.0" }' }
    assert.equal(prismaLine(await setupOf(files, 'prisma/schema.prisma'), ['generate']), 'pnpm exec prisma generate')
  })

  it('is in the package of the schema, with the lock file and the installation of the workspace', async () => {
    const files = {
      ...{ 'package.json': '{}', 'pnpm-lock.yaml': '', '.git/HEAD': '', ...installed('6.1.0') },
      ...{ 'apps/api/package.json': '{}', 'apps/api/prisma/schema.prisma': SCHEMA },
    }
    const { folder, manager, cli, program, schema } = await setupOf(files, 'apps/api/prisma/schema.prisma')
    assert.deepEqual({ folder, manager, schema }, { folder: 'apps/api', manager: 'pnpm', schema: undefined })
    assert.equal(cli?.version, '6.1.0')
    assert.equal(program, 'node_modules/prisma/build/index.js')
  })

  it('is told the schema where some version would not find it', async () => {
    const several = {
      'package.json': '{}',
      'prisma/schema/a.prisma': SCHEMA,
      'prisma/schema/b.prisma': 'model B {\n  id Int @id\n}\n',
    }
    assert.equal((await setupOf(several, 'prisma/schema/b.prisma')).schema, 'prisma/schema')
    const named = { 'package.json': '{ "prisma": { "schema": "db/main.prisma" } }', 'db/main.prisma': SCHEMA }
    assert.equal((await setupOf(named, 'db/main.prisma')).schema, 'db/main.prisma')
    const other = { ...plain, 'odd place/x.prisma': SCHEMA.replace('model A', 'model X') }
    const setup = await setupOf(other, 'odd place/x.prisma')
    assert.equal(prismaLine(setup, ['validate']), 'npx prisma validate --schema "odd place/x.prisma"')
  })
})

describe('the commands of Prisma', () => {
  const setup = (version: string): PrismaSetup => ({
    ...{ folder: '', manager: 'npm', program: undefined, place: 'prisma/schema.prisma', schema: undefined },
    cli: { folder: 'node_modules/prisma', version },
  })
  const said = (name: PrismaCommandName, input = {}, version = '6.1.0') =>
    wordsOf(name, setup(version), { name: undefined, resolution: undefined, ...input })?.join(' ')

  it('create a migration and run nothing of it, under a name that no shell takes for more', () => {
    assert.equal(
      said('migrateCreate', { name: 'Add phone; rm -rf /' }),
      'npx prisma migrate dev --create-only --name add_phone_rm_rf',
    )
    assert.equal(said('migrateDev', { name: 'x' }), 'npx prisma migrate dev --name x')
    assert.equal(said('migrateCreate', { name: ' - ' }), undefined)
  })

  it('resolve a migration only by the name of one', () => {
    const input = { name: '20240102_add', resolution: 'rolled-back' }
    assert.equal(said('migrateResolve', input), 'npx prisma migrate resolve --rolled-back 20240102_add')
    assert.equal(said('migrateResolve', { ...input, name: '$(x)' }), undefined)
  })

  it('compare database and schema as the version wants to be asked', () => {
    assert.equal(
      said('migrateDiff'),
      'npx prisma migrate diff --from-schema-datasource prisma/schema.prisma --to-schema-datamodel prisma/schema.prisma --script',
    )
    assert.equal(
      said('migrateDiff', {}, '7.10.1'),
      'npx prisma migrate diff --from-config-datasource --to-schema prisma/schema.prisma --script',
    )
  })

  it('are known to change a database or not', () => {
    const names: PrismaCommandName[] = ['migrateCreate', 'migrateDev', 'migrateDeploy', 'migrateResolve', 'seed']
    assert.ok(names.every(changesDatabase))
    const others: PrismaCommandName[] = ['generate', 'migrateStatus', 'migrateDiff', 'studio', 'format', 'validate']
    assert.ok(!others.some(changesDatabase))
  })
})
