import assert from 'node:assert/strict'
import { discoverSchemas } from './discover-schemas.js'

const DB = 'datasource db {\n  provider = "postgresql"\n}\n'
const models = (...names: string[]) => names.map((name) => `model ${name} {\n  id Int @id\n}\n`).join('\n')
const whole = (...names: string[]) => DB + models(...names)

async function discover(files: Record<string, string>) {
  return discoverSchemas({
    files: Object.keys(files)
      .sort()
      .map((id) => ({ id })),
    readText: (file) => files[file],
  })
}

/** `via root: files | twins` for each schema. */
async function found(files: Record<string, string>): Promise<readonly string[]> {
  const { schemas } = await discover(files)
  return schemas.map(({ via, root, files, twins }) =>
    `${via} ${root || '.'}: ${[files, twins].map((each) => each.join(' ')).join(' | ')}`.trim(),
  )
}

describe('discoverSchemas', () => {
  it('looks where Prisma looks, in its order', async () => {
    const files = {
      'prisma.config.ts': "export default defineConfig({ schema: 'db/a.prisma' })",
      'package.json': '{ "prisma": { "schema": "other/b.prisma" } }',
      'schema.prisma': whole('C'),
      'prisma/schema.prisma': whole('D'),
      'prisma/schema/e.prisma': whole('E'),
      'db/a.prisma': whole('A'),
      'other/b.prisma': whole('B'),
    }
    const order = ['config .: db/a.prisma', 'package.json .: other/b.prisma', 'default .: schema.prisma']
    order.push('default .: prisma/schema.prisma', 'folder .: prisma/schema/e.prisma')
    const remaining: Record<string, string> = { ...files }
    for (const [index, gone] of [
      'prisma.config.ts',
      'package.json',
      'schema.prisma',
      'prisma/schema.prisma',
    ].entries()) {
      const first = (await found(remaining)).find((each) => !each.startsWith('found'))
      assert.equal(first?.replace(/ \|$/, ''), order[index])
      delete remaining[gone]
    }
    assert.ok((await found(remaining)).includes('folder .: prisma/schema/e.prisma |'))
  })

  it('reads configurations without running them', async () => {
    const texts = [
      "import path from 'node:path'\nexport default { schema: path.join('prisma', 'x.prisma') } satisfies PrismaConfig",
      "export default defineConfig({ schema: path.join(__dirname, 'prisma', 'x.prisma') })",
      "const dir = path.dirname(fileURLToPath(import.meta.url))\nexport default defineConfig({ schema: path.resolve(dir, 'prisma/x.prisma') })",
      `const folder = 'prisma'\nconst config = { schema: \`./\${folder}/x.prisma\` }\nexport default config as PrismaConfig`,
      "const schema = './prisma/' + 'x.prisma'\nmodule.exports = defineConfig({ schema })",
      "export default defineConfig({ schema: join(import.meta.dirname, './prisma/x.prisma'), 'migrations': { path: x() } })",
      "export default defineConfig({ schema: path.join(process.cwd(), 'prisma', 'x.prisma') })",
    ]
    for (const text of texts) {
      const schemas = await found({
        'api/prisma.config.ts': text,
        'api/prisma/x.prisma': whole('A'),
        'api/package.json': '{}',
      })
      assert.deepEqual(schemas, ['config api: api/prisma/x.prisma |'], text)
    }
    const dynamic = [
      'export default defineConfig({ schema: process.env.X })',
      'export default f()',
      'const a = b, b = a\nexport default a',
      '@@@',
      "const s = s + 'x'; export default { schema: s }",
    ]
    for (const text of dynamic) {
      const schemas = await found({ 'prisma.config.ts': text, 'prisma/schema.prisma': whole('A') })
      assert.deepEqual(schemas, ['default .: prisma/schema.prisma |'], text)
    }
  })

  it('takes a folder as one schema', async () => {
    const files = {
      'prisma/schema/base.prisma': DB,
      'prisma/schema/a.prisma': models('A'),
      'prisma/schema/sub/b.prisma': models('B'),
    }
    const expected = 'prisma/schema/base.prisma prisma/schema/a.prisma prisma/schema/sub/b.prisma |'
    assert.deepEqual(await found(files), [`folder .: ${expected}`])
    const config = { 'prisma.config.ts': "export default { schema: 'prisma' }" }
    assert.deepEqual(await found({ ...files, ...config }), [`config .: ${expected}`])
  })

  it('takes schemas with the same models, or for the same client, as alternatives', async () => {
    const files = {
      'api/package.json': '{}',
      'api/prisma/schema.prisma': whole('A', 'B', 'C'),
      'api/prisma/schema.production.prisma': whole('A', 'B'),
      'api/prisma/schema.test.prisma': whole('A', 'B', 'C', 'D'),
      'api/prisma/mysql/schema.prisma': whole('A', 'B', 'C'),
      'api/prisma/old.prisma': whole('X', 'Y'),
      'api/prisma/reports.prisma': `${whole('R')}generator client {\n  provider = "prisma-client-js"\n  output = "../reports"\n}\n`,
    }
    assert.deepEqual(await found(files), [
      'found api: api/prisma/reports.prisma |',
      'default api: api/prisma/schema.prisma | api/prisma/mysql/schema.prisma api/prisma/old.prisma api/prisma/schema.production.prisma api/prisma/schema.test.prisma',
    ])
  })

  it('lets the first one judge where Prisma finds none', async () => {
    const files = { 'db/schema.postgres.prisma': whole('A', 'B'), 'db/schema.mysql.prisma': whole('A', 'B') }
    assert.deepEqual(await found(files), ['found db: db/schema.mysql.prisma | db/schema.postgres.prisma'])
  })

  it('joins the schemas of components', async () => {
    const files = {
      'package.json': '{}',
      'prisma/schema.prisma': whole('A'),
      'src/components/b/prisma/schema.prisma': models('B'),
      'src/components/c/prisma/schema.prisma': 'enum C {\n  X\n}\n',
      'src/components/copy/prisma/schema.prisma': models('A'),
    }
    const parts = 'src/components/b/prisma/schema.prisma src/components/c/prisma/schema.prisma'
    assert.deepEqual(await found(files), [`default .: prisma/schema.prisma ${parts} |`])
  })

  it('finds several schemas, in any place', async () => {
    const files = {
      'package.json': '{}',
      'packages/db/package.json': '{}',
      'packages/db/prisma/schema.prisma': whole('A'),
      'apps/api/package.json': '{}',
      'apps/api/src/prisma/x.prisma': whole('A'),
      'apps/api/src/prisma/part.prisma': models('B'),
      'legacy/prisma/schema.prisma': whole('Z'),
    }
    assert.deepEqual(await found(files), [
      'found apps/api: apps/api/src/prisma/x.prisma apps/api/src/prisma/part.prisma |',
      'found .: legacy/prisma/schema.prisma |',
      'default packages/db: packages/db/prisma/schema.prisma |',
    ])
    const { 'package.json': _, ...rest } = files
    assert.ok((await found(rest)).includes('found legacy: legacy/prisma/schema.prisma |'))
  })

  it('knows what generators write', async () => {
    const generators =
      'generator client {\n  provider = "prisma-client"\n  output = "../src/generated" // {\n}\n' +
      'generator zod {\n  provider = "zod-prisma-types"\n  output = "./zod"\n}\ngenerator e {\n  output = env("X")\n}\n'
    const { schemas } = await discover({
      'prisma/schema.prisma': generators + whole('A'),
      'src/generated/schema.prisma': generators + whole('A'),
      'prisma/migrations/1_a/migration.sql': '',
    })
    assert.deepEqual(schemas, [
      {
        root: '',
        files: ['prisma/schema.prisma'],
        via: 'default',
        project: '',
        place: 'prisma/schema.prisma',
        clients: [{ file: 'prisma/schema.prisma', generator: 'client', output: 'src/generated' }],
        expectsClients: false,
        joined: [],
        twins: [],
        generatedClientOutputs: ['src/generated'],
        generatedOutputs: ['prisma/zod', 'src/generated'],
        migrations: 'prisma/migrations',
      },
    ])
  })

  it('takes no output that holds the schema or a package for generated', async () => {
    const outputs = ['..', '.', '../src', '../../api'].map(
      (output) => `generator x {\n  provider = "prisma-client"\n  output = "${output}"\n}\n`,
    )
    const { schemas } = await discover({
      'api/package.json': '{}',
      'api/prisma/schema.prisma': outputs.join('') + whole('A'),
    })
    assert.deepEqual(schemas[0]?.generatedClientOutputs, ['api/src'])
    assert.deepEqual(schemas[0]?.generatedOutputs, ['api/src'])
  })

  it('passes over Prisma Next, and fixtures beside real schemas', async () => {
    const fixture = { 'test/fixtures/schema.prisma': whole('F') }
    const next = { 'prisma/contract.prisma': `// use prisma-next\n${whole('N')}` }
    assert.deepEqual(await found({ ...fixture, ...next }), ['found test/fixtures: test/fixtures/schema.prisma |'])
    assert.deepEqual(await found({ ...fixture, 'schema.prisma': whole('A') }), ['default .: schema.prisma |'])
  })

  it('passes over schemas of tests, documentation and templates that nobody names, beside others', async () => {
    const files = {
      'package.json': '{}',
      'prisma/schema.prisma': whole('A'),
      'api/package.json': '{ "scripts": { "test": "prisma generate --schema=./test/named.prisma" } }',
      'api/test/named.prisma': whole('N'),
      'api/docs/reference/schema.prisma': whole('D'),
      'api/docs/part.prisma': models('P'),
      'cli/templates/app/db/schema.prisma': whole('T'),
      'test/integration/_fixture/schema.prisma': whole('F'),
      'examples/shop/package.json': '{}',
      'examples/shop/prisma/schema.prisma': whole('S'),
      'src/modules/templates/templates.prisma': models('M'),
    }
    assert.deepEqual(await found(files), [
      'found api: api/test/named.prisma |',
      'default examples/shop: examples/shop/prisma/schema.prisma |',
      'default .: prisma/schema.prisma src/modules/templates/templates.prisma |',
    ])
    const docs = 'api/docs/reference/schema.prisma'
    assert.deepEqual(await found({ [docs]: files[docs], 'package.json': '{}' }), [`found .: ${docs} |`])
  })

  it('passes over samples in the folders of a program, but not over what has migrations, a client or a usual place', async () => {
    const client = 'generator client {\n  provider = "prisma-client-js"\n  output = "../client"\n}\n'
    const files = {
      'package.json': '{}',
      'apps/api/prisma/schema.prisma': whole('A'),
      'apps/api/src/samples-of-others/shop.prisma': whole('S'),
      'apps/api/src/import/predefined/shop/shop.prisma': whole('P'),
      'apps/logs/logs.prisma': client + whole('L'),
      'apps/bills/bills.prisma': whole('B'),
      'apps/bills/migrations/1/migration.sql': '',
      'db/main.prisma': whole('M'),
    }
    assert.deepEqual(
      (await discover(files)).schemas.flatMap((schema) => schema.files),
      ['apps/api/prisma/schema.prisma', 'apps/bills/bills.prisma', 'apps/logs/logs.prisma', 'db/main.prisma'],
    )
  })

  it('knows Prisma Next by its blocks, and by the name of its files in a package without a schema', async () => {
    const files = {
      'a/package.json': '{}',
      'a/src/contract.prisma': models('A'),
      'b/package.json': '{}',
      'b/b.prisma': `namespace auth {\n${models('B')}}\n`,
      'b/c.prisma': `types {\n  Id = Int\n}\n${models('C')}`,
    }
    assert.deepEqual(await found(files), [])
    const own = { 'a/prisma/schema.prisma': whole('X') }
    assert.deepEqual(await found({ ...files, ...own }), ['default a: a/prisma/schema.prisma a/src/contract.prisma |'])
  })

  it('makes no one schema of the parts of several packages', async () => {
    const files = {
      'a/package.json': '{}',
      'a/a.prisma': models('A'),
      'b/package.json': '{}',
      'b/b.prisma': models('B'),
    }
    assert.deepEqual(await found(files), ['component a: a/a.prisma |', 'component b: b/b.prisma |'])
  })

  it('takes a half-typed or empty schema as one', async () => {
    assert.deepEqual(await found({ 'prisma/schema.prisma': '' }), ['default .: prisma/schema.prisma |'])
    assert.deepEqual(await found({ 'x.prisma': 'datasource db {\n provider = "\nmodel A {' }), ['found .: x.prisma |'])
    assert.deepEqual(await found({ 'x.prisma': models('A') }), ['component .: x.prisma |'])
  })

  it('says where it looked when there is nothing', async () => {
    const { schemas, lookedIn } = await discover({ 'api/package.json': '{}', 'a.ts': '' })
    assert.deepEqual(schemas, [])
    assert.ok(lookedIn.includes('prisma/schema.prisma') && lookedIn.includes('api/package.json#prisma.schema'))
  })
})
