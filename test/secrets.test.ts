import assert from 'node:assert/strict'
import { runCli } from './support/cli.js'
import { DRIFTED_SHOP, SCHEMA } from './support/shop.js'
import { inWorkspace, type Workspace } from './support/workspace.js'

const URL = 'postgresql://admin:hunter2@db.example.org:5432/shop'

/** Datasources that hold a secret, in every way to write them wrong. */
const DATASOURCES = [
  `datasource db {\n  provider = "postgresql"\n  url = "${URL}"`,
  `datasource db {\n  provider = "postgresql"\n  url = "${URL}`,
  `datasource db {\n  provider = "postgresql"\n  url = ${URL}`,
  `datasource db {\n  provider = "postgresql"\n  url "${URL}"`,
  `datasource db {\n  provider = "postgresql"\n  url = "${URL}" nonsense = here`,
  `datasource db {\n  provider = "postgresql"\n  url = "${URL}"\n  !!`,
  `datasource db {\n  provider = "postgresql"\n  url = env("${URL}"`,
  `datasource db {\n  provider = "postgresql"\n  url = env("${URL}")\n  url = "${URL}"`,
  `datasource db {\n  provider = "postgresql"\n  directUrl = "${URL}"\n  shadowDatabaseUrl = ["${URL}"]`,
  `datasource db {\n  provider = "${URL}"\n  url = "${URL}"`,
  `datasource db {\n  "${URL}"`,
  `datasorce db {\n  url = "${URL}"`,
  `datasource db { url = "${URL}"`,
  `datasource db\n  url = "${URL}"\n  password = "hunter2"`,
  `datasource db {\n  provider = "postgresql"\n  url = "${URL}"\n  model = {`,
  `generator client {\n  url = "${URL}"\n  !! "${URL}"`,
  `model Secret {\n  id Int @id @default("${URL}")\n  id Int @default("${URL}")`,
  `datasource db {\n  provider = "sqlserver"\n  url = "sqlserver://db:1433;user=sa;password=hunter2;"\n  url = 1`,
  `datasource db {\n  provider = "sqlserver"\n  url = "Server=db;User Id=sa;Password=hunter2;" ?`,
  `datasource db {\n  provider = "postgresql"\n  url = 'postgresql://admin:hunter2@db/shop'`,
  `datasource db {\n  provider = "mysql"\n  url = "prisma://accelerate.example.org/?api_key=hunter2" @`,
  `datasource db {\n  provider = "mysql"\n  foo = "hunter2"`,
]

describe('secrets', () => {
  it('of .env and the environment are in no output', () =>
    inWorkspace({ ...DRIFTED_SHOP, '.env': `DATABASE_URL="${URL}"\n` }, assertSecret))

  it('in a schema are in no output, however it is broken', () => {
    const projects = DATASOURCES.flatMap((datasource, index) => [
      [`${index}/package.json`, `{ "name": "p${index}" }`],
      [`${index}/prisma/schema.prisma`, SCHEMA.replace('datasource db {\n  provider = "postgresql"', datasource)],
      [`${index}/order.ts`, DRIFTED_SHOP['src/order.ts']],
    ])
    return inWorkspace(Object.fromEntries(projects), async (workspace) => {
      await assertSecret(workspace)
      const { schemas } = await workspace.report()
      assert.equal(schemas.length, DATASOURCES.length)
      assert.ok(schemas.flatMap(({ errors }) => errors).length > 10)
    })
  })
})

async function assertSecret({ check, root }: Workspace): Promise<void> {
  const others = [['report'], ['sync', '--dry-run'], ['generate', 'interface', 'Order', '--dry-run']]
  const runs = await Promise.all([
    check('--verbose'),
    check('--format', 'json', '--cwd', root),
    ...others.map((args) => runCli(args, { cwd: root })),
  ])
  for (const { stdout, stderr } of runs) {
    const lines = `${stdout}${stderr}`.split('\n')
    assert.ok(lines.length > 1)
    assert.deepEqual(
      lines.filter((line) => line.includes('hunter2')),
      [],
    )
  }
}
