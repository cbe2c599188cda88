import assert from 'node:assert/strict'
import {
  CancellationTokenSource,
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionTriggerKind,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  HoverRequest,
  type InitializeParams,
  InlayHintRefreshRequest,
  InlayHintRequest,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  ShowMessageNotification,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { eventually, type LanguageClient, PULL_CLIENT } from '../support/language-client.js'
import { inStorefront, type Storefront } from '../support/storefront.js'

const ORDER = 'frontend/src/types/order.ts'
const USER = 'frontend/src/types/user.ts'
const SCHEMA = 'backend/prisma/schema.prisma'

/** What VS Code says beside. */
const ORDER_PAGE = 'frontend/src/app/orders/[id]/page.tsx'

const CAPABILITIES: InitializeParams['capabilities'] = {
  ...PULL_CLIENT,
  textDocument: { ...PULL_CLIENT.textDocument, definition: { linkSupport: true }, rename: { prepareSupport: true } },
  workspace: {
    ...PULL_CLIENT.workspace,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
}

type Settings = { codeLens?: { enabled: boolean }; inlayHints?: { enabled: boolean } }

function inEditor(body: (storefront: Storefront) => Promise<void>, settings: () => Settings = () => ({})) {
  return inStorefront(body, { params: { capabilities: CAPABILITIES }, settings })
}

/** The place behind the first occurrence of a text, for requests. */
function placeIn({ client }: Storefront, file: string, text: string, before: string) {
  const offset = text.indexOf(before) + before.length
  assert.ok(text.includes(before), `${before} in ${file}`)
  return { textDocument: { uri: client.uri(file) }, position: TextDocument.create('', '', 0, text).positionAt(offset) }
}

/** `file:line:column` of a place in a client. */
function placeOf(client: LanguageClient, uri: string, { start }: Range): string {
  return `${uri.slice(client.uri('x').length - 1)}:${start.line + 1}:${start.character + 1}`
}

async function definitionsOf({ client }: Storefront, place: { textDocument: { uri: string }; position: Position }) {
  const links = (await client.connection.sendRequest(DefinitionRequest.type, place)) as LocationLink[] | null
  return (links ?? []).map(({ targetUri, targetSelectionRange }) => placeOf(client, targetUri, targetSelectionRange))
}

describe('hover', () => {
  it('shows the other side and what has drifted, and follows typing on both sides', () =>
    inEditor(async (on) => {
      const { client, read } = on
      const place = placeIn(on, ORDER, read(ORDER), '  orderNum')
      const ask = async () => {
        const hover = await client.connection.sendRequest(HoverRequest.type, place)
        return hover ? String((hover.contents as { value: string }).value) : ''
      }
      const value = await ask()
      assert.match(value, /```prisma\norderNumber String @unique\n```/)
      assert.match(value, /`Order` mirrors `Order` \(certain: the same name;/)
      assert.match(value, /\*\*error\*\*|\*\*warning\*\*/)
      assert.ok(value.includes(`(${client.uri(SCHEMA)}#L158,3)`), value)
      client.open(SCHEMA)
      client.edit(SCHEMA, read(SCHEMA).replace(/(orderNumber +)String/, '$1Int'))
      assert.match(await ask(), /```prisma\norderNumber Int @unique\n```$/)
      client.open(ORDER)
      client.edit(ORDER, read(ORDER).replace('export interface Order {', 'export interface Order'))
      await ask()
      assert.deepEqual(client.log, [])
    }))

  it('is nothing outside of the workspace and past the end of a file', () =>
    inEditor(async ({ client }) => {
      for (const uri of ['file:///elsewhere/order.ts', 'untitled:a', client.uri(ORDER), client.uri('none.ts')]) {
        const place = { textDocument: { uri }, position: { line: 9999, character: 9999 } }
        assert.equal(await client.connection.sendRequest(HoverRequest.type, place), null, uri)
      }
    }))

  it('can be cancelled', () =>
    inEditor(async (on) => {
      const source = new CancellationTokenSource()
      const place = placeIn(on, ORDER, on.read(ORDER), '  orderNum')
      const asked = on.client.connection.sendRequest(HoverRequest.type, place, source.token)
      source.cancel()
      await assert.rejects(asked, /cancelled/)
    }))
})

describe('definition and references', () => {
  it('lead from one side to the other', () =>
    inEditor(async (on) => {
      const { read } = on
      assert.deepEqual(await definitionsOf(on, placeIn(on, ORDER, read(ORDER), '  orderNum')), [`${SCHEMA}:158:3`])
      assert.deepEqual(await definitionsOf(on, placeIn(on, ORDER, read(ORDER), 'interface Ord')), [`${SCHEMA}:156:7`])
      assert.deepEqual(await definitionsOf(on, placeIn(on, ORDER, read(ORDER), '  Pend')), [`${SCHEMA}:23:3`])
      const back = await definitionsOf(on, placeIn(on, SCHEMA, read(SCHEMA), '  orderNum'))
      assert.ok(back.includes(`${ORDER}:14:3`), back.join(' '))
      assert.ok(back.length > 2, back.join(' '))
      assert.deepEqual(await definitionsOf(on, placeIn(on, ORDER, read(ORDER), 'orderNumber: num')), [])
    }))

  it('give plain locations to clients that take no links', () =>
    inStorefront(async (on) => {
      const place = placeIn(on, ORDER, on.read(ORDER), '  orderNum')
      const [only] = (await on.client.connection.sendRequest(DefinitionRequest.type, place)) as Location[]
      assert.equal(placeOf(on.client, only?.uri ?? '', only?.range as Range), `${SCHEMA}:158:3`)
    }))

  it('name the same places from both sides', () =>
    inEditor(async (on) => {
      const { client, read } = on
      const ask = async (file: string, before: string, includeDeclaration: boolean) => {
        const params = { ...placeIn(on, file, read(file), before), context: { includeDeclaration } }
        const found = await client.connection.sendRequest(ReferencesRequest.type, params)
        return (found ?? []).map(({ uri, range }) => placeOf(client, uri, range))
      }
      const all = await ask(
        SCHEMA,
        'model Order {\n  id                String      @id @default(cuid())\n  orderNumber       String      @unique\n  cust',
        true,
      )
      assert.equal(all[0], `${SCHEMA}:159:3`)
      assert.ok(all.includes(`${ORDER}:15:3`))
      assert.ok(all.includes(`${SCHEMA}:171:52`), all.join(' '))
      assert.deepEqual(await ask(ORDER, '  custo', true), all)
      assert.deepEqual(await ask(ORDER, '  custo', false), all.slice(1))
    }))
})

describe('code lenses', () => {
  const lensesIn = async ({ client }: Storefront, file: string): Promise<readonly CodeLens[]> => {
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, {
      textDocument: { uri: client.uri(file) },
    })
    return Promise.all((lenses ?? []).map((lens) => client.connection.sendRequest(CodeLensResolveRequest.type, lens)))
  }
  const titles = (lenses: readonly CodeLens[]) =>
    lenses.map(({ range, command }) => `${range.start.line + 1} ${command?.title}`)

  it('stand above models and types, and open the other side', () =>
    inEditor(async (on) => {
      const schema = await lensesIn(on, SCHEMA)
      const order = schema.find(({ range }) => range.start.line === 155)
      assert.match(order?.command?.title ?? '', /^\d types, \d drifts?$/)
      assert.equal(order?.command?.command, 'prismaDrift.showReferences')
      const [uri, position, locations] = order?.command?.arguments ?? []
      assert.equal(uri, on.client.uri(SCHEMA))
      assert.deepEqual(position, { line: 155, character: 6 })
      assert.ok((locations as Location[]).some((each) => each.uri === on.client.uri(ORDER)))
      const types = titles(await lensesIn(on, ORDER))
      assert.ok(types.includes('12 mirrors Order, 2 drifts'), types.join('; '))
      assert.ok(types.includes('4 lists OrderStatus, 1 drift'), types.join('; '))
      assert.ok(
        types.some((each) => each.endsWith('creates Order')),
        types.join('; '),
      )
    }))

  it('can be turned off, and come anew when something changes', async () => {
    let enabled = true
    await inEditor(
      async (on) => {
        const { client, read } = on
        const asked = { lenses: 0, hints: 0 }
        client.connection.onRequest(CodeLensRefreshRequest.type, () => void asked.lenses++)
        client.connection.onRequest(InlayHintRefreshRequest.type, () => void asked.hints++)
        assert.ok((await lensesIn(on, USER)).length > 0)
        await eventually(() => assert.ok(client.told('prismaDrift/status').length > 0))
        await new Promise((resolve) => setTimeout(resolve, 400))
        const before = { ...asked }
        client.open(USER)
        client.edit(USER, `// Nothing else.\n${read(USER)}`)
        client.edit(USER, read(USER).replace('interface User {', 'interface Person {'))
        await eventually(() => assert.ok(asked.lenses > before.lenses && asked.hints > before.hints))
        enabled = false
        const then = asked.lenses
        await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null })
        await eventually(async () => assert.deepEqual(await lensesIn(on, USER), []))
        await eventually(() => assert.ok(asked.lenses > then))
      },
      () => ({ codeLens: { enabled } }),
    )
  })
})

describe('rename', () => {
  const documentsOf = (changes: readonly unknown[]) => changes as readonly TextDocumentEdit[]

  it('takes the properties of a column along, with a preview', () =>
    inEditor(async (on) => {
      const { client, read } = on
      client.open(SCHEMA)
      const place = placeIn(on, SCHEMA, read(SCHEMA), '  trackingC')
      assert.deepEqual(await client.connection.sendRequest(PrepareRenameRequest.type, place), {
        range: { start: { line: 166, character: 2 }, end: { line: 166, character: 14 } },
        placeholder: 'trackingCode',
      })
      const edit = await client.connection.sendRequest(RenameRequest.type, { ...place, newName: 'parcelCode' })
      assert.equal(edit?.changeAnnotations?.schema?.needsConfirmation, false)
      assert.match(edit?.changeAnnotations?.schema?.description ?? '', /@map\("trackingCode"\) is added/)
      assert.equal(edit?.changeAnnotations?.uses?.needsConfirmation, true)
      assert.match(edit?.changeAnnotations?.uses?.description ?? '', /^\d+ uses in \d+ files\./)
      const changed = new Map(
        documentsOf(edit?.documentChanges ?? []).map(({ textDocument, edits }) => {
          const file = decodeURIComponent(textDocument.uri.slice(client.uri('x').length - 1))
          assert.equal(textDocument.version, file === SCHEMA ? 1 : null)
          assert.ok(
            edits.every(
              (each) => 'annotationId' in each && each.annotationId === (file === SCHEMA ? 'schema' : 'uses'),
            ),
          )
          const document = TextDocument.create('', '', 0, read(file))
          return [file, TextDocument.applyEdits(document, edits as TextEdit[])]
        }),
      )
      assert.match(changed.get(SCHEMA) ?? '', /^ {2}parcelCode +String\? @map\("trackingCode"\)$/m)
      assert.match(changed.get(ORDER) ?? '', /^ {2}parcelCode: string$/m)
      assert.match(changed.get(ORDER_PAGE) ?? '', /\{order\.parcelCode && <p>Tracking: \{order\.parcelCode\}/)
      assert.ok(changed.size > 2, [...changed.keys()].join(' '))
    }))

  it('lets others be answered meanwhile, and ends when nobody waits for it', () =>
    inEditor(async (on) => {
      const { client, read } = on
      client.open(SCHEMA)
      const place = placeIn(on, SCHEMA, read(SCHEMA), '  trackingC')
      const source = new CancellationTokenSource()
      const ask = () =>
        client.connection.sendRequest(RenameRequest.type, { ...place, newName: 'parcelCode' }, source.token)
      let isOver = false
      const renamed = ask().finally(() => {
        isOver = true
      })
      for (let count = 0; count < 20; count++) assert.ok(await client.connection.sendRequest(HoverRequest.type, place))
      assert.equal(isOver, false)
      assert.ok(await renamed)
      const again = ask()
      source.cancel()
      await assert.rejects(again, { code: LSPErrorCodes.RequestCancelled })
    }))

  it('gives plain changes to clients that know no more', () =>
    inStorefront(
      async (on) => {
        const place = placeIn(on, SCHEMA, on.read(SCHEMA), '  trackingC')
        const edit = await on.client.connection.sendRequest(RenameRequest.type, { ...place, newName: 'parcelCode' })
        assert.equal(edit?.documentChanges, undefined)
        assert.ok(Object.keys(edit?.changes ?? {}).includes(on.client.uri(ORDER)))
        assert.equal(on.client.initialized.capabilities.renameProvider, true)
      },
      { params: { capabilities: {} } },
    ))

  it('says what could not be taken along', () =>
    inEditor(async (on) => {
      const { client, read } = on
      const told: string[] = []
      client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void told.push(message))
      client.open(ORDER)
      client.edit(ORDER, read(ORDER).replace('  trackingCode: string', '$&\n  parcelCode: string'))
      const place = placeIn(on, SCHEMA, read(SCHEMA), '  trackingC')
      const edit = await client.connection.sendRequest(RenameRequest.type, { ...place, newName: 'parcelCode' })
      const uris = documentsOf(edit?.documentChanges ?? []).map(({ textDocument }) => textDocument.uri)
      assert.ok(uris.includes(client.uri(SCHEMA)) && !uris.includes(client.uri(ORDER)))
      await eventually(() =>
        assert.deepEqual(told, [`'Order.trackingCode' in ${ORDER} was not renamed: there is a 'parcelCode' already`]),
      )
    }))

  it('is refused with a reason, and nothing in TypeScript', () =>
    inEditor(async (on) => {
      const { client, read } = on
      const place = placeIn(on, SCHEMA, read(SCHEMA), '  trackingC')
      const ask = (newName: string) => client.connection.sendRequest(RenameRequest.type, { ...place, newName })
      await assert.rejects(ask('note'), /'Order' has a 'note' already/)
      await assert.rejects(ask('tracking code'), /'tracking code' is no name/)
      const type = placeIn(on, ORDER, read(ORDER), '  trackingC')
      assert.equal(await client.connection.sendRequest(PrepareRenameRequest.type, type), null)
      assert.equal(await client.connection.sendRequest(RenameRequest.type, { ...type, newName: 'a' }), null)
    }))
})

describe('inlay hints', () => {
  const RANGE = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } }
  const ask = ({ client }: Storefront) =>
    client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri: client.uri(ORDER) }, range: RANGE })

  it('are off until the settings ask for them', () => inEditor(async (on) => assert.equal(await ask(on), null)))

  it("tell the column's type", () =>
    inEditor(
      async (on) => {
        const hints = (await ask(on)) ?? []
        const shown = hints.map(({ position, label }) => `${position.line + 1}:${position.character + 1} ${label}`)
        assert.ok(shown.includes('18:19 Decimal'), shown.join('; '))
        assert.ok(shown.includes('25:24 DateTime?'), shown.join('; '))
        assert.ok(!shown.some((each) => each.startsWith('14:')), shown.join('; '))
      },
      () => ({ inlayHints: { enabled: true } }),
    ))
})

describe('completion', () => {
  async function labelsAt(on: Storefront, text: string, before: string, typed?: string): Promise<readonly string[]> {
    on.client.edit(ORDER, text)
    const context = typed
      ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: typed }
      : { triggerKind: CompletionTriggerKind.Invoked }
    const params = { ...placeIn(on, ORDER, text, before), context }
    const items = (await on.client.connection.sendRequest(CompletionRequest.type, params)) as CompletionItem[] | null
    return (items ?? []).map(({ label }) => label)
  }

  it('offers the columns that a type lacks', () =>
    inEditor(async (on) => {
      on.client.open(ORDER)
      const text = on.read(ORDER).replace('  trackingCode: string\n', '  tra\n')
      assert.deepEqual(await labelsAt(on, text, '\n  tra'), ['trackingCode'])
      assert.deepEqual(await labelsAt(on, text, '\n  tra', ' '), [])
      assert.deepEqual(await labelsAt(on, text, 'note: str'), [])
    }))

  it('offers models and roles behind @prisma, a typed blank is enough', () =>
    inEditor(async (on) => {
      on.client.open(ORDER)
      const text = on.read(ORDER).replace('export interface OrderSummary', '/** @prisma  */\n$&')
      const models = await labelsAt(on, text, '@prisma ', ' ')
      assert.ok(models.includes('Order') && models.includes('OrderStatus') && models.includes('none'))
      const roles = await labelsAt(on, text.replace('@prisma ', '@prisma Order '), '@prisma Order ', ' ')
      assert.deepEqual(roles.slice(0, 3), ['mirror', 'subset', 'create'])
    }))
})
