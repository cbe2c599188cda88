import { commands, type ExtensionContext, tasks, window, workspace } from 'vscode'
import { STATUS, type Status } from '../../shared/src/requests.js'
import { type Api, createApi } from './api.js'
import { registerCommands } from './commands/index.js'
import { PRISMA_TASK_TYPE } from './prisma-task.js'
import { createPrismaTasks } from './prisma-tasks.js'
import { createServer, type Server } from './server.js'
import { createStatusItem } from './status-item.js'
import { createTaskProvider, TASK_TYPE } from './tasks.js'
import { createModelsView } from './tree/view.js'
import { createVirtualDocuments } from './virtual-documents.js'

let server: Server | undefined

/** Called by the editor when a folder has a schema. Starts the server and waits for nothing. */
export function activate({ extensionUri, subscriptions }: ExtensionContext): Api {
  const log = window.createOutputChannel('Prisma Drift', { log: true })
  const running = createServer(extensionUri, log)
  const documents = createVirtualDocuments(running)
  const statusItem = createStatusItem(running)
  const models = createModelsView(running)
  running.onNotification(STATUS, ({ state }: Status) => {
    void commands.executeCommand('setContext', 'prismaDrift.state', state)
  })
  subscriptions.push(
    log,
    running,
    documents,
    statusItem,
    models,
    ...registerCommands({ extensionUri, server: running, documents, statusItem, models, log }),
    tasks.registerTaskProvider(TASK_TYPE, createTaskProvider(extensionUri)),
    tasks.registerTaskProvider(PRISMA_TASK_TYPE, createPrismaTasks(running)),
    workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
  )
  server = running
  // Behind this turn, so that loading the client's packages is no part of activation.
  setImmediate(() => void running.restart())
  return createApi(statusItem, models)
}

/** Called by the editor before it ends. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop()
}
