import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { CodeActionRequest, HoverRequest, type MarkupContent } from 'vscode-languageserver-protocol'
import { eventually, type LanguageClient, lineOf, startClient } from '../support/language-client.js'
import { inWorkspace, type Workspace } from '../support/workspace.js'

const SCHEMA = 'prisma/schema.prisma'
const DATASOURCE = 'datasource db {\n  provider = "sqlite"\n}\n'
const USER = 'model User {\n  id Int @id @default(autoincrement())\n}\n'
const PROJECT = {
  'package.json': '{}',
  'node_modules/x/package.json': '{}',
  [SCHEMA]: DATASOURCE + USER,
  'prisma/migrations/1_init/migration.sql': 'CREATE TABLE "User" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT);\n',
  'prisma/migrations/migration_lock.toml': 'provider = "sqlite"\n',
}
const CHANGED = DATASOURCE + USER.replace('}', '  name String?\n}')
const WARNING = `${SCHEMA}:4:7-4:11 warning[migration-missing] The schema has changes that no migration holds: it changes table 'User'`

async function inEditor(
  body: (client: LanguageClient, workspace: Workspace) => Promise<void>,
  params: object = {},
): Promise<void> {
  await inWorkspace(PROJECT, async (workspace) => {
    const client = await startClient(workspace.root, { params })
    try {
      await body(client, workspace)
    } finally {
      assert.equal(await client.stop(), 0)
    }
  })
}

async function found(client: LanguageClient): Promise<readonly string[]> {
  const report = await client.pull(SCHEMA)
  const items = report.kind === 'full' ? report.items : []
  return items.map((each) => lineOf(client, client.uri(SCHEMA), each))
}

/** The processes of engines that a server has started. */
function engines({ process: { pid } }: LanguageClient): readonly string[] {
  const { stdout } = spawnSync('ps', ['--ppid', String(pid), '-o', 'args='], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes('engine'))
}

describe('migrations in an editor', () => {
  it('are looked at once a schema is open, and while it is typed into', () =>
    inEditor(async (client, workspace) => {
      await client.pullAll()
      assert.deepEqual(engines(client), [])
      client.open(SCHEMA)
      await eventually(() => assert.equal(engines(client).length, 1))
      assert.deepEqual(await found(client), [])
      client.edit(SCHEMA, CHANGED)
      await eventually(async () => assert.deepEqual(await found(client), [WARNING]))

      const sql = await client.connection.sendRequest<string>('prismaDrift/missingMigration')
      assert.equal(sql, '-- AlterTable\nALTER TABLE "User" ADD COLUMN "name" TEXT;\n')
      const at = { textDocument: { uri: client.uri(SCHEMA) }, position: { line: 3, character: 8 } }
      const hover = await client.connection.sendRequest(HoverRequest.type, at)
      assert.match(
        (hover?.contents as MarkupContent | undefined)?.value ?? '',
        /The migration that is missing:\n\n```sql\n-- AlterTable/,
      )

      // Half-typed it is not known what is missing.
      client.edit(SCHEMA, CHANGED.replace('String?', 'Stri'))
      await eventually(async () => assert.deepEqual(await found(client), []))
      client.edit(SCHEMA, CHANGED)
      await eventually(async () => assert.deepEqual(await found(client), [WARNING]))

      workspace.write({ 'prisma/migrations/2_name/migration.sql': sql })
      client.tellCreated('prisma/migrations/2_name/migration.sql')
      await eventually(async () => assert.deepEqual(await found(client), []))
    }))

  it('offer their SQL in our own extension', () =>
    inEditor(
      async (client) => {
        client.open(SCHEMA, CHANGED)
        await eventually(async () => assert.deepEqual(await found(client), [WARNING]))
        const range = { start: { line: 3, character: 7 }, end: { line: 3, character: 7 } }
        const actions = await client.connection.sendRequest(CodeActionRequest.type, {
          ...{ textDocument: { uri: client.uri(SCHEMA) }, range, context: { diagnostics: [] } },
        })
        assert.ok(actions?.some(({ title }) => title === 'Show the SQL of the missing migration'))
      },
      { initializationOptions: { trusted: true, settings: {} } },
    ))

  it('start nothing in a workspace that is not trusted', () =>
    inEditor(
      async (client) => {
        client.open(SCHEMA, CHANGED)
        await client.pullAll()
        await new Promise((resolve) => setTimeout(resolve, 500))
        assert.deepEqual(engines(client), [])
        assert.deepEqual(await found(client), [])
      },
      { initializationOptions: { trusted: false, settings: {} } },
    ))

  const POSTGRES = {
    ...PROJECT,
    '.gitignore': 'node_modules\n',
    [SCHEMA]: DATASOURCE.replace('sqlite', 'postgresql') + USER,
    'prisma/migrations/2_init/migration.sql':
      'CREATE TABLE "User" ("id" SERIAL NOT NULL, "name" TEXT, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));\n',
    'prisma/migrations/migration_lock.toml': 'provider = "postgresql"\n',
  }
  const EARLY = 'prisma/migrations/1_early/migration.sql'
  const withoutInit = ({ 'prisma/migrations/1_init/migration.sql': _, ...files }: typeof POSTGRES) => files

  it('are found to be dangerous and out of order where somebody writes them', () =>
    inWorkspace(withoutInit(POSTGRES), async (workspace) => {
      workspace.commit()
      workspace.git('checkout', '--quiet', '-b', 'work')
      const client = await startClient(workspace.root, {})
      const shown = async () => {
        const { items } = await client.pullAll()
        const early = items.find(({ uri }) => uri === client.uri(EARLY))
        return early?.kind === 'full'
          ? early.items.map((each) => `${each.range.start.line} ${each.code}`).toSorted()
          : []
      }
      try {
        client.open(SCHEMA)
        await client.pullAll()
        assert.deepEqual(await shown(), [])
        workspace.write({ [EARLY]: '-- Less\nALTER TABLE "User" DROP COLUMN "name";\n' })
        client.tellCreated(EARLY)
        await eventually(async () => assert.deepEqual(await shown(), ['0 migration-out-of-order', '1 drop-column']))

        workspace.write({ [EARLY]: '-- Less\n\nDROP TABLE "User";\n' })
        client.tellChanged(EARLY)
        await eventually(async () => assert.deepEqual(await shown(), ['0 migration-out-of-order', '2 drop-table']))

        // Once it is committed nobody writes it, but the branch that it is for still has a later one.
        workspace.git('add', '--all')
        workspace.git('commit', '--quiet', '--message', 'Less')
        client.tellChanged('.git/logs/HEAD')
        await eventually(async () => assert.deepEqual(await shown(), ['0 migration-out-of-order']))
      } finally {
        assert.equal(await client.stop(), 0)
      }
    }))
})
