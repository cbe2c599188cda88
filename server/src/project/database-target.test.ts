import assert from 'node:assert/strict'
import { databaseTarget, describeAddress } from './database-target.js'
import { discoverSchemas, type SchemaLocation } from './discover-schemas.js'
import { listWorkspace } from './list-files.js'
import { createOutsideFiles, type OutsideFiles } from './outside-files.js'
import { createTextReader } from './read-files.js'
import { shadowDatabaseOf } from './shadow-database.js'
import { createTemporaryWorkspace } from './temporary-workspace.js'

describe('the address of a database', () => {
  for (const [url, expected] of [
    ['postgresql://shop:s3cret@db.example.org:5432/shop?schema=public', "database 'shop' on db.example.org:5432"],
    ['postgres://u:p@ss/w?rd#@[::1]:5432/shop', "database 'shop' on [::1]:5432"],
    ['mysql://root@localhost/my%20shop', "database 'my shop' on localhost"],
    ['mongodb+srv://u:s3cret@cluster.example.net', 'the database on cluster.example.net'],
    ['mongodb://u:s3cret@a:1,b:2/shop', "database 'shop' on a:1,b:2"],
    ['sqlserver://db:1433;database=shop;user=sa;password=s3cret', "database 'shop' on db:1433"],
    ['sqlserver://db;user=sa;password=s3cret', 'the database on db'],
    ['file:./dev.db?connection_limit=1', 'the file ./dev.db'],
    ['prisma+postgres://accelerate.example.org/?api_key=s3cret', 'the database on accelerate.example.org'],
    ['s3cret', undefined],
    ['postgres://', undefined],
  ] as const) {
    it(`is told without user and password: ${url.replace(/s3cret/, '…')}`, () => {
      const told = describeAddress(url)
      assert.doesNotMatch(told ?? '', /s3cret|p@ss|w\?rd|root|sa\b/)
      assert.equal(told, expected)
    })
  }
})

const schema = (settings: string) =>
  `datasource db {\n  provider = "postgresql"\n  ${settings}\n}\nmodel A {\n  id Int @id\n}\n`

const file = 'prisma/schema.prisma'

/** Asks about the schema of a workspace with these files. */
async function asked<Answer>(
  files: Readonly<Record<string, string>>,
  ask: (outside: OutsideFiles, location: SchemaLocation) => Answer,
): Promise<Answer | undefined> {
  const workspace = createTemporaryWorkspace(files)
  try {
    const listing = await listWorkspace(workspace.root)
    const { schemas } = await discoverSchemas({ files: listing.files, readText: createTextReader(workspace.root) })
    return schemas[0] && ask(createOutsideFiles(workspace.root, undefined), schemas[0])
  } finally {
    workspace.remove()
  }
}

describe('the database of a schema', () => {
  const targetOf = (files: Record<string, string>, environment = {}) =>
    asked(files, (outside, location) => databaseTarget(outside, location, environment))

  it('is that of the environment, else of a file .env', async () => {
    const files = { [file]: schema('url = env("DB")'), '.env': 'DB="postgres://u:p@here/shop"' }
    assert.equal(await targetOf(files), "database 'shop' on here")
    assert.equal(await targetOf(files, { DB: 'postgres://u:p@there/shop' }), "database 'shop' on there")
    const beside = { [file]: schema('url = env("DB")'), 'prisma/.env': 'DB=postgres://u:p@beside/shop' }
    assert.equal(await targetOf(beside), "database 'shop' on beside")
    assert.equal(await targetOf({ [file]: schema('url = env("DB")') }), undefined)
  })

  it('is told where a file .env makes it of other variables, and has lines that set nothing', async () => {
    const env = 'HOST=here\nUNSET\nDB="postgres://u:p@${HOST}/${NAME}"\nNAME: \'shop\'\n'
    const files = { [file]: schema('url = env("DB")'), '.env': env }
    assert.equal(await targetOf(files), "database 'shop' on here")
    assert.equal(await targetOf(files, { HOST: 'there' }), "database 'shop' on there")
  })

  it('is looked for above the project last', async () => {
    const project = { 'api/package.json': '{}', 'api/prisma/schema.prisma': schema('url = env("DB")') }
    const above = { ...project, '.env': 'DB=postgres://u:p@above/shop' }
    assert.equal(await targetOf(above), "database 'shop' on above")
    assert.equal(await targetOf({ ...above, 'api/.env': 'DB=postgres://u:p@own/shop' }), "database 'shop' on own")
  })

  it('is the direct one, where migrations go', async () => {
    const settings = 'url = "postgres://u:p@pool/shop"\n  directUrl = "postgres://u:p@direct/shop"'
    assert.equal(await targetOf({ [file]: schema(settings) }), "database 'shop' on direct")
  })

  it('is told by the configuration of Prisma 7', async () => {
    const env = { '.env': 'DB=postgres://u:p@seven/shop' }
    for (const written of ["env('DB')", 'process.env.DB!', 'process.env["DB"]']) {
      const config = `export default defineConfig({\n  datasource: { url: ${written} },\n})\n`
      assert.equal(
        await targetOf({ [file]: schema(''), 'prisma.config.ts': config, ...env }),
        "database 'shop' on seven",
      )
    }
    const other = { '.config/prisma.ts': `export default { datasource: { url: env('DB') } }\n` }
    assert.equal(await targetOf({ [file]: schema(''), ...other, ...env }), "database 'shop' on seven")
  })
})

describe('the shadow database of a schema', () => {
  it('is none where variables make it the database itself', async () => {
    const settings = 'url = env("DB")\n  shadowDatabaseUrl = "postgres://u:p@here/shop"'
    const env = { '.env': 'NAME=shop\nDB=postgres://u:p@here/${NAME}' }
    const found = await asked({ [file]: schema(settings), ...env }, (outside, location) =>
      shadowDatabaseOf(outside, location, {}),
    )
    assert.equal(found?.kind, 'unknown')
    const other = { [file]: schema(settings.replace('here/shop', 'here/shadow')), ...env }
    const shadow = await asked(other, (outside, location) => shadowDatabaseOf(outside, location, {}))
    assert.deepEqual(shadow, { kind: 'shadow', url: 'postgres://u:p@here/shadow', label: "database 'shadow' on here" })
  })
})
