import assert from 'node:assert/strict'
import { type CodeAction, type CodeLens, CodeLensRequest } from 'vscode-languageserver-protocol'
import type { PrismaRun, PrismaRunParams, PrismaSchema } from '../../shared/src/prisma.js'
import { type LanguageClient, startClient } from '../support/language-client.js'
import { inWorkspace, type Workspace } from '../support/workspace.js'

const SCHEMA = 'prisma/schema.prisma'
const TEXT = `generator client {
  provider = "prisma-client-js"
}
datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}
model User {
  id   Int @id
  name String
}
`
const FILES = {
  'package.json': '{ "name": "shop", "dependencies": { "prisma": "6" } }',
  '.env': 'DATABASE_URL="postgresql://shop:s3cret@db.example.org:5432/shop"\n',
  [SCHEMA]: TEXT,
  'prisma/migrations/20240101_init/migration.sql': '',
  'prisma/migrations/20240202_name/migration.sql': '',
  'pnpm-lock.yaml': '',
  'node_modules/prisma/package.json': '{ "version": "6.19.3", "bin": { "prisma": "build/index.js" } }',
  'node_modules/@prisma/client/package.json': '{ "version": "6.19.3" }',
  'node_modules/.prisma/client/schema.prisma': TEXT.replace('name String', 'name String?'),
}

interface Editor {
  readonly client: LanguageClient
  readonly workspace: Workspace
  run(params: Omit<PrismaRunParams, 'uri'>): Promise<PrismaRun>
}

function inEditor(initializationOptions: object, body: (editor: Editor) => Promise<void>): Promise<void> {
  return inWorkspace(FILES, async (workspace) => {
    const client = await startClient(workspace.root, { params: { initializationOptions } })
    const ask = (params: object) => client.connection.sendRequest<PrismaRun>('prismaDrift/prismaRun', params)
    try {
      await body({ client, workspace, run: (params) => ask({ uri: client.uri(SCHEMA), ...params }) })
    } finally {
      await client.stop()
    }
  })
}

const schemasOf = ({ client }: Editor) => client.connection.sendRequest<PrismaSchema[]>('prismaDrift/prismaSchemas')
const lensesOf = async ({ client }: Editor) => {
  const textDocument = { uri: client.uri(SCHEMA) }
  const lenses = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) as CodeLens[]
  return lenses.flatMap(({ command }) => (command ? [command.command] : []))
}
const actionsOf = async ({ client }: Editor) => {
  const at = { line: 0, character: 12 }
  const params = {
    textDocument: { uri: client.uri(SCHEMA) },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  }
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params)
  return actions.flatMap(({ title, command }) => (command?.command.startsWith('prismaDrift.prisma') ? [title] : []))
}

describe("Prisma's commands", () => {
  it('are told for a schema: folder, words and the database, without user and password', () =>
    inEditor({ trusted: true }, async (editor) => {
      const [schema, ...others] = await schemasOf(editor)
      assert.deepEqual(others, [])
      assert.deepEqual(schema, {
        uri: editor.client.uri(SCHEMA),
        path: SCHEMA,
        files: [editor.client.uri(SCHEMA)],
        version: '6.19.3',
        migrations: ['20240101_init', '20240202_name'],
      })
      assert.deepEqual(await editor.run({ command: 'generate' }), {
        folder: editor.workspace.root,
        words: ['pnpm', 'exec', 'prisma', 'generate'],
        changes: null,
      })
      const deploy = await editor.run({ command: 'migrateDeploy' })
      assert.equal(deploy.changes, "database 'shop' on db.example.org:5432")
      const create = await editor.run({ command: 'migrateCreate', name: 'Add phone' })
      assert.equal(create.words.join(' '), 'pnpm exec prisma migrate dev --create-only --name add_phone')
      await assert.rejects(editor.run({ command: 'migrateCreate' }), /A name is needed/)
      await assert.rejects(editor.run({ command: 'reset' as 'seed' }), /no such schema or command/)
    }))

  it('are run by the package manager that the settings name', () =>
    inEditor({ trusted: true, settings: { prisma: { packageManager: 'bun' } } }, async (editor) => {
      assert.deepEqual((await editor.run({ command: 'generate' })).words, ['bunx', 'prisma', 'generate'])
    }))

  it('are offered at the generator, the datasource and the finding', () =>
    inEditor({ trusted: true }, async (editor) => {
      assert.deepEqual(await lensesOf(editor), [
        'prismaDrift.prismaGenerate',
        'prismaDrift.prismaMigrateCreate',
        'prismaDrift.prismaMigrateStatus',
        'prismaDrift.prismaStudio',
      ])
      assert.deepEqual(await actionsOf(editor), ['Generate the Prisma Client'])
    }))

  it('are not there where nothing may be started', () =>
    inEditor({ trusted: false }, async (editor) => {
      assert.deepEqual(await schemasOf(editor), [])
      assert.deepEqual(await lensesOf(editor), [])
      assert.deepEqual(await actionsOf(editor), [])
      await assert.rejects(editor.run({ command: 'generate' }), /not trusted/)
    }))

  it('are not offered by names that only our own extension has', () =>
    inEditor({}, async (editor) => {
      assert.deepEqual(await lensesOf(editor), [])
      assert.deepEqual(await actionsOf(editor), [])
    }))
})
