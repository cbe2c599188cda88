import type { InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver'
import manifest from '../../../package.json' with { type: 'json' }
import type { InitializationOptions } from '../../../shared/src/settings.js'
import { clientOf } from './client.js'
import { stackOf } from './handler.js'
import { HANDLERS } from './handlers.js'
import { withProgress } from './progress.js'
import { register } from './register.js'
import type { Server } from './server.js'
import { pathOfUri } from './uri.js'

/** Answers `initialize`, `initialized` and `shutdown`; `exit` is the connection's own. `listen` adds all other methods. */
export function listenForInitialize(server: Server, listen: () => void): void {
  const { connection, folders } = server
  let roots: readonly string[] = []
  connection.onInitialize((params) => {
    roots = rootsOf(params)
    takeOver(server, params)
    listen()
    server.phase = 'running'
    return answerTo(params)
  })
  connection.onInitialized(async () => {
    folders.change(roots, [])
    void withProgress(server, 'Reading the workspace', folders.ready())
    await register(server).catch((error) => server.log(`the client watches nothing: ${stackOf(error)}`))
  })
  connection.onShutdown(() => {
    server.phase = 'shut down'
    server.publisher.dispose()
    folders.dispose()
  })
}

function takeOver(server: Server, { capabilities, initializationOptions }: InitializeParams): void {
  const options: Partial<InitializationOptions> | undefined = initializationOptions
  server.client = clientOf(capabilities)
  server.trust = options?.trusted === false ? 'untrusted' : 'trusted'
  server.isOwnClient = options?.trusted !== undefined
  server.settings = options?.settings ?? {}
}

/** The folders to serve; the older ways to name one count only where the newer are absent. */
function rootsOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.flatMap(({ uri }) => pathOfUri(uri) ?? [])
  if (rootUri) return [pathOfUri(rootUri) ?? []].flat()
  return rootPath ? [rootPath] : []
}

function answerTo({ capabilities: client }: InitializeParams): InitializeResult {
  const parts = HANDLERS.map(({ capabilities }) => capabilities(client))
  const workspaces = parts.map(({ workspace }) => workspace ?? {})
  const fileOperations = Object.assign({}, ...workspaces.map((each) => each.fileOperations))
  const workspace = Object.assign({}, ...workspaces, { fileOperations })
  const capabilities: ServerCapabilities = Object.assign({ positionEncoding: 'utf-16' }, ...parts, { workspace })
  return { capabilities, serverInfo: { name: manifest.name, version: manifest.version } }
}
