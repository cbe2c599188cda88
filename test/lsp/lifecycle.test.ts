import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  CancellationTokenSource,
  DidOpenTextDocumentNotification,
  LSPErrorCodes,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol'
import {
  eventually,
  type LanguageClient,
  linesOfReport,
  linesOfServer,
  PULL_CLIENT,
  PUSH_CLIENT,
  startClient,
} from '../support/language-client.js'
import { inStorefront } from '../support/storefront.js'
import { inWorkspace } from '../support/workspace.js'

const ORDER = 'frontend/src/types/order.ts'
const uriOf = (absolute: string) => pathToFileURL(absolute).href

/** The findings that were sent unasked, a line each, as a sum: enough to see that they are those of `check`. */
function publishedCount(client: LanguageClient): number {
  const all = [...client.published.values()].flat()
  return all.filter(({ data }) => data && 'fingerprint' in data).length
}

describe('the life of a server', () => {
  it('tells what it can to a client that pulls, and sends it nothing unasked', () =>
    inStorefront(async ({ client }) => {
      const { capabilities, serverInfo } = client.initialized
      assert.equal(serverInfo?.name, 'prisma-drift')
      assert.equal(capabilities.positionEncoding, 'utf-16')
      assert.deepEqual(capabilities.diagnosticProvider, {
        identifier: 'prisma-drift',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      })
      assert.ok((await linesOfServer(client)).length > 0)
      await eventually(() => assert.ok(client.told('prismaDrift/status').length > 0))
      assert.equal(client.published.size, 0)
      const methods = client.registrations.map(({ method }) => method)
      assert.deepEqual(methods.sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles'])
    }))

  it('sends diagnostics to a client that cannot pull, and clears them', () =>
    inStorefront(
      async ({ client, workspace, read }) => {
        assert.equal(client.initialized.capabilities.diagnosticProvider, undefined)
        const expected = linesOfReport(await workspace.report()).length
        await eventually(() => assert.equal(publishedCount(client), expected))
        const fixed = 'frontend/src/types/wishlist.ts'
        assert.equal(client.published.get(client.uri(fixed))?.length, 1)
        client.open(fixed)
        client.edit(fixed, read(fixed).replace('@prisma', ''))
        await eventually(() => assert.deepEqual(client.published.get(client.uri(fixed)), []))
        assert.equal(client.refreshes(), 0)
      },
      { params: { capabilities: PUSH_CLIENT } },
    ))

  it('follows a saved file of a client that watches none', () =>
    inStorefront(
      async ({ client, workspace }) => {
        await eventually(() => assert.ok(publishedCount(client) > 0))
        client.open('prisma-drift.config.jsonc')
        workspace.write({ 'prisma-drift.config.jsonc': '{ "rules": { "field-type-mismatch": "off" } }' })
        client.save('prisma-drift.config.jsonc')
        const expected = linesOfReport(await workspace.report()).length
        await eventually(() => assert.equal(publishedCount(client), expected))
      },
      { params: { capabilities: PUSH_CLIENT } },
    ))

  it('serves the folder that older clients name', () =>
    inStorefront(async ({ client }) => assert.ok((await linesOfServer(client)).length > 30), {
      params: { workspaceFolders: null },
    }))

  it('is idle without a folder', () =>
    inStorefront(
      async ({ client, linesIn }) => {
        client.open(ORDER)
        assert.deepEqual(await linesIn(ORDER), [])
        assert.deepEqual(await linesOfServer(client), [])
      },
      { params: { workspaceFolders: null, rootUri: null } },
    ))

  it('serves several folders, and a file in two of them once', () =>
    inWorkspace({}, async (workspace) => {
      for (const name of ['one', 'two']) cpSync('examples/storefront', workspace.at(name), { recursive: true })
      const folders = ['one', 'two', 'two/frontend'].map((name) => ({ name, uri: uriOf(workspace.at(name)) }))
      const client = await startClient(workspace.root, { params: { workspaceFolders: folders } })
      const { items } = await client.pullAll()
      const uris = items.map(({ uri }) => uri)
      assert.equal(new Set(uris).size, uris.length)
      assert.ok(uris.includes(client.uri(`one/${ORDER}`)))
      // The inner folder has no schema, so the outer one speaks of its files.
      assert.ok(uris.includes(client.uri(`two/${ORDER}`)))
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: folders.slice(1) },
      })
      await eventually(async () =>
        assert.ok((await client.pullAll()).items.every(({ uri }) => uri.startsWith(client.uri('one')))),
      )
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: folders.slice(1, 2), removed: [] },
      })
      await eventually(async () =>
        assert.ok((await client.pullAll()).items.some(({ uri }) => uri === client.uri(`two/${ORDER}`))),
      )
      await client.stop()
    }))

  it('ends with status 0 after shutdown, and with 1 without', () =>
    inWorkspace({}, async ({ root }) => {
      assert.equal(await (await startClient(root)).stop(), 0)
      const other = await startClient(root)
      const ended = new Promise((resolve) => other.process.once('exit', resolve))
      await other.connection.sendNotification('exit')
      assert.equal(await ended, 1)
    }))

  it('comes back after a kill with what is typed', () =>
    inStorefront(async ({ client, workspace, read }) => {
      client.open(ORDER)
      client.edit(ORDER, read(ORDER).replace('orderNumber: number', 'orderNumber: string'))
      const before = await linesOfServer(client)
      const gone = new Promise((resolve) => client.process.once('exit', resolve))
      client.process.kill('SIGKILL')
      await gone
      const next = await startClient(workspace.root)
      next.open(ORDER, read(ORDER).replace('orderNumber: number', 'orderNumber: string'))
      assert.deepEqual(await linesOfServer(next), before)
      await next.stop()
    }))
})

describe('a server that is told nonsense', () => {
  it('answers what it can', () =>
    inStorefront(async ({ client, workspace }) => {
      const { connection } = client
      for (const uri of ['untitled:Untitled-1', 'git:/a.ts?x', 'file:///a%2Fb.ts', '', 'file://host/share/a.ts']) {
        await connection.sendNotification(DidOpenTextDocumentNotification.type, {
          textDocument: { uri, languageId: 'typescript', version: 1, text: 'export interface Order { id: 1 }' },
        })
        const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
        assert.deepEqual(report, { kind: 'full', items: [] }, uri)
      }
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'untitled:x', version: 2 } })
      await connection.sendNotification('textDocument/didOpen')
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: 'many' })
      await connection.sendNotification('$/unheardOf', {})
      for (const params of [undefined, {}, { textDocument: 4 }, ['a']]) {
        await Promise.allSettled([connection.sendRequest('textDocument/diagnostic', params)])
      }
      await assert.rejects(async () => connection.sendRequest('textDocument/unheardOf', {}), /nhandled method/)
      client.process.stdin?.write('Content-Length: 9\r\n\r\n{"broken"')
      assert.deepEqual(await linesOfServer(client), linesOfReport(await workspace.report()))
      assert.ok(client.log.some((each) => each.includes('textDocument/diagnostic failed')))
    }))

  it('takes paths with spaces and letters of any kind', () =>
    inWorkspace({}, async (workspace) => {
      const folder = 'laden für äpfel [1] #2 100%'
      cpSync('examples/storefront', workspace.at(folder), { recursive: true })
      const client = await startClient(workspace.at(folder))
      client.open(ORDER)
      const vscodeUri = `file://${path
        .join(workspace.at(folder), ORDER)
        .split('/')
        .map((part) => encodeURIComponent(part))
        .join('/')}`
      const report = await client.connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
        textDocument: { uri: vscodeUri },
      })
      assert.equal(report.items.length, 6)
      await client.stop()
    }))

  it('refuses what comes before initialize and after shutdown', () =>
    inStorefront(async ({ client }) => {
      await client.connection.sendRequest('shutdown')
      await assert.rejects(client.pull(ORDER), /shut down/)
    }))
})

describe('cancellation', () => {
  it('ends a check of the workspace, and nothing else', () =>
    inStorefront(async ({ client }) => {
      const source = new CancellationTokenSource()
      const asked = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, source.token)
      // The workspace is still being read, so this comes before the first answer.
      source.cancel()
      await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled })
      assert.ok((await linesOfServer(client)).length > 30)
    }))

  it('streams a check of the workspace file by file', () =>
    inStorefront(async ({ client }) => {
      const whole = await client.pullAll()
      const streamed: unknown[] = []
      client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'all', ({ items }) => {
        streamed.push(...items)
      })
      const params = { previousResultIds: [], partialResultToken: 'all' }
      assert.deepEqual(await client.connection.sendRequest('workspace/diagnostic', params), { items: [] })
      assert.deepEqual(streamed, whole.items)
    }))
})

describe('a client that', () => {
  it('shows no related places gets none', () =>
    inStorefront(
      async ({ diagnosticsIn }) => {
        const found = await diagnosticsIn(ORDER)
        assert.ok(found.length > 0)
        assert.ok(found.every((each) => !('relatedInformation' in each) && !('codeDescription' in each)))
      },
      { params: { capabilities: { ...PULL_CLIENT, textDocument: { diagnostic: {} } } } },
    ))
})
