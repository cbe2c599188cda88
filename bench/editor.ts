import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { createConnection } from 'vscode-languageserver/node'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { startServer } from '../server/src/lsp/start.js'

/** A client of a server in the same process. */
export interface Editor {
  open(uri: string, text: string): Promise<void>
  /** Replaces a part of an open document; offsets count UTF-16 code units. */
  change(uri: string, start: number, end: number, text: string): void
  pull(uri: string): Promise<unknown>
  close(): void
}

/** Starts both ends on a folder and waits for `initialize`. */
export async function startEditor(root: string): Promise<Editor> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)))
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
  client.onUnhandledNotification(() => {})
  client.listen()
  const uri = pathToFileURL(root).href
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
  })
  await client.sendNotification('initialized', {})
  const documents = new Map<string, TextDocument>()
  return {
    async open(document, text) {
      const languageId = document.endsWith('.prisma') ? 'prisma' : 'typescript'
      documents.set(document, TextDocument.create(document, languageId, 1, text))
      const textDocument = { uri: document, languageId, version: 1, text }
      await client.sendNotification('textDocument/didOpen', { textDocument })
    },
    change(document, start, end, text) {
      const before = documents.get(document)
      if (!before) throw new Error(`${document} is not open`)
      const range = { start: before.positionAt(start), end: before.positionAt(end) }
      const contentChanges = [{ range, text }]
      const version = before.version + 1
      documents.set(document, TextDocument.update(before, contentChanges, version))
      void client.sendNotification('textDocument/didChange', {
        textDocument: { uri: document, version },
        contentChanges,
      })
    },
    pull: (document) => client.sendRequest('textDocument/diagnostic', { textDocument: { uri: document } }),
    close: () => client.end(),
  }
}
