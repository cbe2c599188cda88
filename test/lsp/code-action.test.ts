import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { CLIENT_COMMANDS, SERVER_COMMANDS } from '../../shared/src/requests.js'
import { eventually, isMirror, type LanguageClient, linesOfReport, PULL_CLIENT } from '../support/language-client.js'
import { inStorefront, type Storefront } from '../support/storefront.js'

const ORDER = 'frontend/src/types/order.ts'
const CUSTOMER = 'frontend/src/types/customer.ts'
const FORMAT = 'frontend/src/lib/format.ts'
const SCHEMA = 'backend/prisma/schema.prisma'

/** The texts after an edit, by URI; `texts` are those of open documents. */
function applied(edit: WorkspaceEdit, texts: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> {
  const changes = (edit.documentChanges ?? []).flatMap((change) => ('edits' in change ? [change] : []))
  return new Map(
    changes.map(({ textDocument: { uri }, edits }) => {
      const text = texts[uri] ?? readFileSync(fileURLToPath(uri), 'utf8')
      const plain = edits.flatMap((each) => ('newText' in each ? [each] : []))
      return [uri, TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), plain)]
    }),
  )
}

/** The actions at the first diagnostic of a rule. */
async function actionsFor({ client, diagnosticsIn }: Storefront, file: string, rule: string): Promise<CodeAction[]> {
  const diagnostic = (await diagnosticsIn(file)).find(({ code }) => code === rule)
  assert.ok(diagnostic, `no ${rule} in ${file}`)
  return actionsAt(client, file, diagnostic.range, { diagnostics: [diagnostic] })
}

function actionsAt(client: LanguageClient, file: string, range: Range, context: object): Promise<CodeAction[]> {
  const params = { textDocument: { uri: client.uri(file) }, range, context: { diagnostics: [], ...context } }
  return client.connection.sendRequest('textDocument/codeAction', params)
}

function resolve(client: LanguageClient, action: CodeAction | undefined): Promise<CodeAction> {
  assert.ok(action)
  assert.equal(action.edit, undefined)
  return client.connection.sendRequest('codeAction/resolve', action)
}

/** Nothing but its fields says that it is a stock movement. */
const LEDGER = `export interface LedgerLine {
  id: string
  productId: string
  quantity: number
  reason: string
  createdAt: string
}
`

const PREVIEWING = {
  ...PULL_CLIENT,
  workspace: {
    ...PULL_CLIENT.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
}

/** Wants to know the edits of all actions at once. */
const EAGER = {
  ...PULL_CLIENT,
  textDocument: {
    ...PULL_CLIENT.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

describe('code actions', () => {
  it('mend the finding they are offered for', () =>
    inStorefront(async (storefront) => {
      const { client, read, linesIn } = storefront
      client.open(ORDER)
      const actions = await actionsFor(storefront, ORDER, 'field-type-mismatch')
      assert.deepEqual(
        actions.map(({ title, kind, isPreferred }) => `${title} ${kind} ${isPreferred}`),
        [
          "Change the type of 'orderNumber' to string quickfix true",
          'Ignore field-type-mismatch on this line quickfix undefined',
        ],
      )
      assert.deepEqual(
        actions[0]?.diagnostics?.map(({ code }) => code),
        ['field-type-mismatch'],
      )
      const { edit } = await resolve(client, actions[0])
      assert.ok(edit)
      const text = applied(edit).get(client.uri(ORDER)) ?? ''
      assert.equal(text, read(ORDER).replace('orderNumber: number', 'orderNumber: string'))
      client.edit(ORDER, text)
      assert.ok(!(await linesIn(ORDER)).some((each) => each.includes('field-type-mismatch')))
    }))

  it('belong to the very finding where several stand at one place', () =>
    inStorefront(async ({ client, read, diagnosticsIn }) => {
      const bare = '/** @prisma Customer mirror */\nexport interface Bare {\n  id: string\n}\n'
      client.open(ORDER)
      client.edit(ORDER, bare + read(ORDER))
      const found = (await diagnosticsIn(ORDER)).filter(({ range }) => range.start.line === 1)
      assert.ok(found.length > 1)
      const actions = await actionsAt(client, ORDER, found[0]?.range ?? START, { diagnostics: found })
      const added = actions.filter(({ title }) => title.startsWith('Add '))
      assert.equal(added.length, found.length)
      for (const { title, diagnostics } of added) {
        const column = title.split("'")[1]
        assert.deepEqual(
          diagnostics?.map(({ message }) => String(message).includes(`.${column}'`)),
          [true],
        )
      }
    }))

  it('mend every finding of the example that has a fix', () =>
    inStorefront(async (storefront) => {
      const { client } = storefront
      const { items } = await client.pullAll()
      let resolved = 0
      for (const item of items) {
        if (item.kind !== 'full') continue
        const file = decodeURIComponent(item.uri.slice(client.uri('x').length - 1))
        for (const diagnostic of item.items) {
          for (const action of await actionsAt(client, file, diagnostic.range, { diagnostics: [diagnostic] })) {
            const { edit } = await resolve(client, action)
            assert.ok(edit && applied(edit).size > 0, `${action.title} in ${file}`)
            resolved += 1
          }
        }
      }
      assert.ok(resolved > 60, `${resolved}`)
    }))

  it('rename wherever it is used, in open documents and tests as well, after a preview', () =>
    inStorefront(
      async (storefront) => {
        const { client, read, workspace } = storefront
        const test = 'frontend/src/lib/format.test.ts'
        const made =
          "import type { Customer } from '../types'\nexport const made: Partial<Customer> = { phoneNumber: '2' }\n"
        workspace.write({ [test]: made })
        client.tellCreated(test)
        const added = "import type { Customer } from '../types'\nexport const call = (of: Customer) => of.phoneNumber\n"
        const format = `${added}${read(FORMAT)}`
        client.open(FORMAT)
        client.edit(FORMAT, format)
        const actions = await actionsFor(storefront, CUSTOMER, 'field-renamed')
        const action = actions.find(({ title }) => title === "Rename 'phoneNumber' to 'phone' wherever it is used")
        assert.equal(action?.isPreferred, false)
        const edit = await eventually(async () => {
          const resolved = await resolve(client, action)
          assert.equal(resolved.edit?.changeAnnotations?.uses?.description, '3 uses in 3 files.')
          return resolved.edit
        })
        assert.equal(edit?.changeAnnotations?.uses?.needsConfirmation, true)
        assert.ok(edit)
        const texts = applied(edit, { [client.uri(FORMAT)]: format })
        assert.deepEqual([...texts.keys()], [FORMAT, test, CUSTOMER].map(client.uri).sort())
        assert.match(texts.get(client.uri(FORMAT)) ?? '', /=> of\.phone\n/)
        assert.match(texts.get(client.uri(test)) ?? '', /\{ phone: '2' \}/)
        assert.match(texts.get(client.uri(CUSTOMER)) ?? '', /^ {2}phone: string$[\s\S]*'userId' \| 'phone' \|/m)
        const versions = (edit.documentChanges ?? []).map((each) =>
          'edits' in each ? each.textDocument.version : undefined,
        )
        assert.deepEqual(versions.toSorted(), [2, null, null])
      },
      { params: { capabilities: PREVIEWING } },
    ))

  it('leave the uses to clients that can ask for them', () =>
    inStorefront(
      async (storefront) => {
        const actions = await actionsFor(storefront, CUSTOMER, 'field-renamed')
        assert.deepEqual(
          actions.map(({ title }) => title),
          ["Rename 'phoneNumber' to 'phone'", 'Ignore field-renamed on this line'],
        )
        assert.ok(actions.every(({ edit }) => edit))
      },
      { params: { capabilities: EAGER } },
    ))

  it('silence a rule on a line', () =>
    inStorefront(async (storefront) => {
      const { client, linesIn } = storefront
      client.open(ORDER)
      const actions = await actionsFor(storefront, ORDER, 'field-type-mismatch')
      const { edit } = await resolve(
        client,
        actions.find(({ title }) => title.startsWith('Ignore')),
      )
      assert.ok(edit)
      client.edit(ORDER, applied(edit).get(client.uri(ORDER)) ?? '')
      assert.ok(!(await linesIn(ORDER)).some((each) => each.includes('field-type-mismatch')))
    }))

  it('hold for the version they were offered for, and no other', () =>
    inStorefront(async (storefront) => {
      const { client, read } = storefront
      client.open(ORDER)
      const [action] = await actionsFor(storefront, ORDER, 'field-type-mismatch')
      const { edit } = await resolve(client, action)
      const [change] = edit?.documentChanges ?? []
      assert.ok(change && 'textDocument' in change)
      assert.equal(change.textDocument.version, 1)
      client.edit(ORDER, `// typed meanwhile\n${read(ORDER)}`)
      await assert.rejects(resolve(client, action), { code: -32801 })
    }))

  it('fix all that is safe in a document', () =>
    inStorefront(async (storefront) => {
      const { client, linesIn, read } = storefront
      client.open(ORDER)
      assert.ok((await actionsAt(client, ORDER, START, {})).every(({ kind }) => !kind?.startsWith('source')))
      const actions = await actionsAt(client, ORDER, START, { only: ['source.fixAll'] })
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        ['source.fixAll.prismaDrift'],
      )
      const before = await linesIn(ORDER)
      const { edit } = await resolve(client, actions[0])
      assert.ok(edit)
      const text = applied(edit).get(client.uri(ORDER)) ?? ''
      assert.notEqual(text, read(ORDER))
      client.edit(ORDER, text)
      const after = await linesIn(ORDER)
      assert.ok(after.length < before.length && after.every((each) => !each.includes('field-type-mismatch')))
    }))

  it('mend at a column the types that have drifted from it', () =>
    inStorefront(async ({ client, diagnosticsIn, read }) => {
      const mirror = (await diagnosticsIn(SCHEMA)).find((each) => isMirror(each) && each.code === 'field-type-mismatch')
      assert.ok(mirror)
      const actions = await actionsAt(client, SCHEMA, mirror.range, { diagnostics: [mirror] })
      const title = `Change the type of 'orderNumber' to string (${ORDER})`
      assert.deepEqual(
        actions.map((each) => each.title),
        [title],
      )
      const { edit } = await resolve(client, actions[0])
      assert.ok(edit)
      const text = applied(edit).get(client.uri(ORDER))
      assert.equal(text, read(ORDER).replace('orderNumber: number', 'orderNumber: string'))
    }))

  it('come with their edits where the client cannot ask for them later', () =>
    inStorefront(
      async (storefront) => {
        const [action] = await actionsFor(storefront, ORDER, 'field-type-mismatch')
        assert.ok(action?.edit?.documentChanges)
      },
      {
        params: {
          capabilities: {
            ...PULL_CLIENT,
            textDocument: {
              ...PULL_CLIENT.textDocument,
              codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
            },
          },
        },
      },
    ))

  it('leave out what cannot be done where the client wants to know the edits at once', () =>
    inStorefront(
      async (storefront) => {
        const { client, read } = storefront
        const text = read(ORDER).replace(
          'export interface Order {',
          'export class Order {\n  constructor(public giftWrap: boolean) {}',
        )
        client.open(ORDER, text)
        const actions = await actionsFor(storefront, ORDER, 'field-extra')
        assert.deepEqual(
          actions.map(({ title }) => title),
          ["Mark 'giftWrap' as computed", 'Ignore field-extra on this line'],
        )
        assert.ok(actions.every(({ edit }) => edit))
        assert.ok(!client.log.some((message) => message.includes('failed')))
      },
      { params: { capabilities: EAGER } },
    ))

  it('name commands only to the client that has them', () =>
    inStorefront(
      async (storefront) => {
        const actions = await actionsFor(storefront, ORDER, 'field-type-mismatch')
        const commands = actions.flatMap(({ command }) => command ?? [])
        assert.deepEqual(
          commands.map(({ command, arguments: args }) => [command, args]),
          [[CLIENT_COMMANDS.explainRule, ['field-type-mismatch']]],
        )
      },
      { params: { initializationOptions: { trusted: true, settings: {} } } },
    ))

  it('link a type that may describe a model', () =>
    inStorefront(async (storefront) => {
      const { client, workspace } = storefront
      const ledger = 'frontend/src/types/ledger.ts'
      workspace.write({ [ledger]: LEDGER })
      client.tellCreated(ledger)
      const { pairs } = await workspace.report()
      const possible = pairs.find(({ file }) => file === ledger)
      assert.equal(possible?.confidence, 'possible')
      const line = possible.line - 1
      const range = { start: { line, character: 0 }, end: { line, character: 30 } }
      await eventually(async () => assert.ok((await actionsAt(client, ledger, range, {})).length > 0))
      const actions = await actionsAt(client, possible.file, range, { only: ['refactor'] })
      assert.equal(actions[0]?.title, `Link to model '${possible.model}'`)
      const { edit } = await resolve(client, actions[0])
      assert.ok(edit)
      assert.match(applied(edit).get(client.uri(possible.file)) ?? '', new RegExp(`@prisma ${possible.model}\\b`))
    }))
})

describe('commands of the server', () => {
  const run = (client: LanguageClient, command: string, ...args: unknown[]) =>
    client.connection.sendRequest<boolean>('workspace/executeCommand', { command, arguments: args })

  it('fix all that is safe in the workspace', async () => {
    let edit: WorkspaceEdit | undefined
    await inStorefront(
      async ({ client, workspace }) => {
        const before = linesOfReport(await workspace.report())
        assert.equal(await run(client, SERVER_COMMANDS.fixAll), true)
        assert.ok(edit)
        for (const [uri, text] of applied(edit))
          workspace.write({ [decodeURIComponent(uri.slice(client.uri('x').length - 1))]: text })
        const after = linesOfReport(await workspace.report())
        assert.ok(after.length < before.length - 10, `${before.length} → ${after.length}`)
      },
      {
        applyEdit(given) {
          edit = given
        },
      },
    )
  })

  it('link a type, and say so where the client refuses the edit', async () => {
    const edits: WorkspaceEdit[] = []
    const target = { id: 'OrderSummary', model: 'Order' }
    await inStorefront(
      async ({ client }) => {
        assert.equal(await run(client, SERVER_COMMANDS.linkType, { uri: client.uri(ORDER), ...target }), true)
        assert.match(
          applied(edits[0] ?? {}).get(client.uri(ORDER)) ?? '',
          /@prisma Order\b(.|\n)*interface OrderSummary/,
        )
        await assert.rejects(run(client, SERVER_COMMANDS.linkType, {}), { code: -32602 })
        await assert.rejects(run(client, 'prismaDrift.server.unheardOf'), { code: -32602 })
      },
      { applyEdit: (edit) => void edits.push(edit) },
    )
    await inStorefront(async ({ client }) =>
      assert.equal(await run(client, SERVER_COMMANDS.linkType, { uri: client.uri(ORDER), ...target }), false),
    )
  })
})
