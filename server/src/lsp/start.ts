import type { Connection } from 'vscode-languageserver'
import { NO_CLIENT } from './client.js'
import { createDocuments } from './documents.js'
import { createFolders } from './folders.js'
import { stackOf } from './handler.js'
import { HANDLERS } from './handlers.js'
import { listenForInitialize } from './initialize.js'
import { createPublisher } from './publisher.js'
import type { Server } from './server.js'

/** Serves the language server protocol on a connection, until the client says `exit` or goes away. */
export function startServer(connection: Connection): void {
  const server: Server = {
    connection,
    documents: createDocuments(),
    folders: createFolders(() => server),
    publisher: createPublisher(() => server),
    log: (message) => connection.console.log(message),
    phase: 'new',
    client: NO_CLIENT,
    trust: 'trusted',
    isOwnClient: false,
    settings: {},
  }
  const listen = () => {
    for (const handler of HANDLERS) handler.listen(server)
  }
  // The connection puts handlers of its own in the place of some of ours while it initializes.
  listenForInitialize(server, listen)
  listen()
  connection.listen()
  // What nobody waits for must not end the process.
  process.on('unhandledRejection', (error) => server.log(stackOf(error)))
}
