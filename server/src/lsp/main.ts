import { createConnection } from 'vscode-languageserver/node'
import { startServer } from './start.js'

// VS Code's client names the transport in the arguments.
startServer(createConnection())
