import type { Connection } from 'vscode-languageserver'
import type { EditorSettings } from '../../../shared/src/settings.js'
import type { Client } from './client.js'
import type { Documents } from './documents.js'
import type { Folders } from './folders.js'
import type { Publisher } from './publisher.js'

/** What every handler works with. */
export interface Server {
  readonly connection: Connection
  readonly documents: Documents
  readonly folders: Folders
  readonly publisher: Publisher
  /** Writes a line to the client's log. */
  readonly log: (message: string) => void
  phase: 'new' | 'running' | 'shut down'
  /** What the client can do; set by `initialize`, as is whether programs may be started in its folders. */
  client: Client
  trust: 'trusted' | 'untrusted'
  /** Whether the client is our own extension, which has the commands of `CLIENT_COMMANDS`. */
  isOwnClient: boolean
  /** What the client last told of its settings, for clients that cannot be asked. */
  settings: EditorSettings
}
