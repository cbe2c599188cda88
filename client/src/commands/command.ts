import type { LogOutputChannel, Uri } from 'vscode'
import type { Server } from '../server.js'
import type { StatusItem } from '../status-item.js'
import type { ModelsView } from '../tree/view.js'
import type { VirtualDocuments } from '../virtual-documents.js'

/** What commands work with. */
export interface CommandContext {
  /** The folder of the extension. */
  readonly extensionUri: Uri
  readonly server: Server
  readonly documents: VirtualDocuments
  readonly statusItem: StatusItem
  readonly models: ModelsView
  readonly log: LogOutputChannel
}

/** What a command does. Arguments come from code actions, lenses, the tree or a person's keybindings: anything. */
export type Command = (context: CommandContext, ...args: readonly unknown[]) => Promise<void>
