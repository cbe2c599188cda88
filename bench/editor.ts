import { spawn } from 'node:child_process'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { createConnection } from 'vscode-languageserver/node'
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { startServer } from '../server/src/lsp/start.js'

/** A client of a server. */
export interface Editor {
  open(uri: string, text: string): Promise<void>
  /** Replaces a part of an open document; offsets count UTF-16 code units. */
  change(uri: string, start: number, end: number, text: string): void
  pull(uri: string): Promise<unknown>
  /** Asks for the findings of all files. */
  pullAll(): Promise<unknown>
  close(): void
}

/** Starts both ends in this process on a folder and waits for `initialize`. */
export function startEditor(root: string): Promise<Editor> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)))
  return editorOf(createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)), root)
}

/** Starts a server as a process of its own: `args` are Node's. */
export async function spawnEditor(args: readonly string[], root: string): Promise<Editor> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  const editor = await editorOf(createProtocolConnection(child.stdout, child.stdin), root)
  return {
    ...editor,
    close() {
      editor.close()
      child.kill()
    },
  }
}

async function editorOf(client: ProtocolConnection, root: string): Promise<Editor> {
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
    pullAll: () => client.sendRequest('workspace/diagnostic', { previousResultIds: [] }),
    pull: (document) => client.sendRequest('textDocument/diagnostic', { textDocument: { uri: document } }),
    close: () => client.end(),
  }
}
