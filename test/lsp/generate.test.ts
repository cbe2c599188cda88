import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { CLIENT_COMMANDS, GENERATE_TARGETS, type GenerateTargets, SERVER_COMMANDS } from '../../shared/src/requests.js'
import { type ClientOptions, type LanguageClient, PULL_CLIENT } from '../support/language-client.js'
import { inStorefront, type Storefront } from '../support/storefront.js'

const SCHEMA = 'backend/prisma/schema.prisma'

const CAPABLE: ClientOptions['params'] = {
  capabilities: {
    ...PULL_CLIENT,
    workspace: {
      ...PULL_CLIENT.workspace,
      workspaceEdit: {
        documentChanges: true,
        resourceOperations: ['create'],
        changeAnnotationSupport: { groupsOnLabel: true },
      },
    },
  },
}

/** The line of a model's name. */
function lineOf({ read }: Storefront, model: string): Range {
  const line = read(SCHEMA)
    .split('\n')
    .findIndex((each) => each.startsWith(`model ${model} {`))
  const at = { line, character: 8 }
  return { start: at, end: at }
}

async function actionsAt(storefront: Storefront, model: string, context: object = {}): Promise<readonly CodeAction[]> {
  const { client } = storefront
  const params = { textDocument: { uri: client.uri(SCHEMA) }, range: lineOf(storefront, model) }
  const all: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
    ...params,
    context: { diagnostics: [], ...context },
  })
  return all.filter(({ title }) => title.startsWith('Generate'))
}

/** Does an edit as an editor would: makes the files first. The result is the files that were made. */
function perform(edit: WorkspaceEdit): readonly string[] {
  const created: string[] = []
  for (const change of edit.documentChanges ?? []) {
    if ('edits' in change) {
      const file = fileURLToPath(change.textDocument.uri)
      const document = TextDocument.create(change.textDocument.uri, '', 0, readFileSync(file, 'utf8'))
      const edits = change.edits.flatMap((each) => ('newText' in each ? [each] : []))
      writeFileSync(file, TextDocument.applyEdits(document, edits))
    } else if (change.kind === 'create') {
      created.push(change.uri)
      mkdirSync(path.dirname(fileURLToPath(change.uri)), { recursive: true })
      writeFileSync(fileURLToPath(change.uri), '', { flag: 'wx' })
    }
  }
  return created
}

describe('generating in the editor', () => {
  it('is offered at a model, and makes what the command line makes', () =>
    inStorefront(
      async (storefront) => {
        const { client, workspace, read } = storefront
        const actions = await actionsAt(storefront, 'StockMovement')
        assert.deepEqual(actions.map(({ title, kind }) => `${kind} ${title}`).slice(0, 3), [
          "refactor.generate Generate an interface for 'StockMovement'",
          "refactor.generate Generate DTOs for 'StockMovement'",
          "refactor.generate Generate zod schemas for 'StockMovement'",
        ])
        const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', actions[0])
        assert.ok(edit)
        const file = 'frontend/src/types/stock-movement.ts'
        assert.deepEqual(perform(edit), [client.uri(file)])
        assert.match(read(file), /^export interface StockMovement \{\n {2}id: string\n/m)
        assert.match(read('frontend/src/types/index.ts'), /stock-movement/)
        // A new file and its line in the barrel need no look at them before.
        assert.deepEqual(Object.values(edit.changeAnnotations ?? {}), [
          { label: 'Generate interface for StockMovement', needsConfirmation: false },
        ])
        const { findings } = await workspace.report()
        assert.ok(!findings.some(({ rule, model }) => rule === 'model-without-type' || model === 'StockMovement'))
      },
      { params: CAPABLE },
    ))

  it('repairs a model that no type describes', () =>
    inStorefront(
      async (storefront) => {
        const diagnostics = await storefront.diagnosticsIn(SCHEMA)
        const bare = diagnostics.filter(({ code }) => code === 'model-without-type')
        assert.equal(bare.length, 1)
        const [repair] = await actionsAt(storefront, 'StockMovement', { diagnostics: bare, only: ['quickfix'] })
        assert.equal(repair?.title, "Generate an interface for 'StockMovement'")
        assert.deepEqual(repair?.diagnostics, bare)
      },
      { params: CAPABLE },
    ))

  it('completes what is there after the schema has changed, unsaved', () =>
    inStorefront(
      async (storefront) => {
        const { client, read } = storefront
        const schema = read(SCHEMA).replace(/^model Category \{\n/m, 'model Category {\n  emoji String?\n')
        client.open(SCHEMA)
        client.edit(SCHEMA, schema)
        const [action] = await actionsAt(storefront, 'Category')
        const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', action)
        assert.ok(edit)
        assert.deepEqual(perform(edit), [])
        const types = (edit.documentChanges ?? []).flatMap((each) => ('edits' in each ? [each.textDocument.uri] : []))
        assert.ok(
          types.length === 1 && /emoji: string \| null/.test(readFileSync(fileURLToPath(types[0] ?? ''), 'utf8')),
        )
      },
      { params: CAPABLE },
    ))

  it('shows what it would change in several files before it does', () =>
    inStorefront(
      async (storefront) => {
        const { client, read } = storefront
        client.open(SCHEMA)
        client.edit(SCHEMA, read(SCHEMA).replace(/^model Review \{\n/m, 'model Review {\n  mood String\n'))
        const actions = await actionsAt(storefront, 'Review')
        const dto = actions.find(({ title }) => title.includes('DTOs'))
        const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', dto)
        const annotations = Object.values(edit?.changeAnnotations ?? {})
        assert.deepEqual(annotations, [{ label: 'Generate dto for Review', needsConfirmation: true }])
      },
      { params: CAPABLE },
    ))

  it('runs as a command for any output, and says why where nothing can be made', async () => {
    const edits: WorkspaceEdit[] = []
    await inStorefront(
      async ({ client }) => {
        const uri = client.uri(SCHEMA)
        assert.equal(await run(client, { uri, model: 'StockMovement', output: 'dto' }), true)
        assert.equal(perform(edits[0] ?? {}).length, 3)
        await assert.rejects(run(client, { uri, model: 'StockMovement', output: 'poem' }), { code: -32602 })
        await assert.rejects(run(client, { uri, model: 'Poem', output: 'dto' }), /no model is called 'Poem'/)
        client.open(SCHEMA)
        client.edit(SCHEMA, 'model Broken {')
        await assert.rejects(run(client, { uri, model: 'Broken', output: 'dto' }), /the schema has errors/)
      },
      { params: CAPABLE, applyEdit: (edit) => void edits.push(edit) },
    )
  })

  it('tells our own client what to ask for', () =>
    inStorefront(
      async (storefront) => {
        const { client } = storefront
        const [action, ...others] = await actionsAt(storefront, 'Review')
        assert.deepEqual(others, [])
        assert.equal(action?.title, "Generate code for 'Review'…")
        assert.deepEqual(action.command?.command, CLIENT_COMMANDS.generate)
        assert.deepEqual(action.command.arguments, [{ uri: client.uri(SCHEMA), model: 'Review' }])
        const { start } = lineOf(storefront, 'Review')
        const inside = { line: start.line + 2, character: 4 }
        const asked = { uri: client.uri(SCHEMA), range: { start: inside, end: inside } }
        const targets: GenerateTargets = await client.connection.sendRequest(GENERATE_TARGETS, asked)
        assert.equal(targets.at, 'Review')
        assert.ok(targets.models.length > 10 && targets.models.every(({ schema }) => schema === SCHEMA))
        assert.deepEqual(targets.outputs[0], { name: 'interface', label: 'an interface' })
      },
      { params: { ...CAPABLE, initializationOptions: { trusted: true, settings: {} } } },
    ))

  it('is not offered to a client that cannot make files', () =>
    inStorefront(async (storefront) => assert.deepEqual(await actionsAt(storefront, 'Review'), [])))
})

function run(client: LanguageClient, argument: object): Promise<boolean> {
  const params = { command: SERVER_COMMANDS.generate, arguments: [argument] }
  return client.connection.sendRequest('workspace/executeCommand', params)
}
