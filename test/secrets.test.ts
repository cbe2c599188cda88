import assert from 'node:assert/strict'
import { DRIFTED_SHOP, SCHEMA } from './support/shop.js'
import { inWorkspace, type Workspace } from './support/workspace.js'

const URL = 'postgresql://admin:hunter2@db.example.org:5432/shop'

/** Datasources that hold a secret, in every way to write them wrong. */
const DATASOURCES = [
  `  provider = "postgresql"\n  url = "${URL}"`,
  `  provider = "postgresql"\n  url = "${URL}`,
  `  provider = "postgresql"\n  url = ${URL}`,
  `  provider = "postgresql"\n  url "${URL}"`,
  `  provider = "postgresql"\n  url = "${URL}" nonsense = here`,
  `  provider = "postgresql"\n  url = "${URL}"\n  !!`,
  `  provider = "postgresql"\n  url = env("${URL}"`,
  `  provider = "postgresql"\n  url = env("${URL}")\n  url = "${URL}"`,
  `  provider = "postgresql"\n  directUrl = "${URL}"\n  shadowDatabaseUrl = ["${URL}"]`,
  `  provider = "${URL}"\n  url = "${URL}"`,
  `  "${URL}"`,
  `  provider = "sqlserver"\n  url = "sqlserver://db:1433;user=sa;password=hunter2;"\n  url = 1`,
  `  provider = "sqlserver"\n  url = "Server=db;User Id=sa;Password=hunter2;" ?`,
  `  provider = "postgresql"\n  url = 'postgresql://admin:hunter2@db/shop'`,
  `  provider = "mysql"\n  url = "prisma://accelerate.example.org/?api_key=hunter2" @`,
  `  provider = "mysql"\n  foo = "hunter2"`,
]

describe('secrets', () => {
  it('of .env and the environment are in no output', () =>
    inWorkspace({ ...DRIFTED_SHOP, '.env': `DATABASE_URL="${URL}"\n` }, assertSecret))

  it('in a schema are in no output, however it is broken', async () => {
    for (const datasource of DATASOURCES) {
      const schema = SCHEMA.replace('  provider = "postgresql"', datasource)
      await inWorkspace({ ...DRIFTED_SHOP, 'prisma/schema.prisma': schema }, assertSecret)
    }
  })

  it('in a datasource that is never closed are in no output', () => {
    const schema = `${SCHEMA}\ndatasource other {\n  url = "${URL}"\n  model = {\n`
    return inWorkspace({ ...DRIFTED_SHOP, 'prisma/schema.prisma': schema }, assertSecret)
  })
})

async function assertSecret({ check, root }: Workspace): Promise<void> {
  const runs = await Promise.all([check('--verbose'), check('--format', 'json', '--cwd', root)])
  for (const { stdout, stderr } of runs) {
    assert.notEqual(stdout + stderr, '')
    assert.doesNotMatch(stdout + stderr, /hunter2/)
  }
}
