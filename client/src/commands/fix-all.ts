import { window } from 'vscode'
import { SERVER_COMMANDS } from '../../../shared/src/requests.js'
import type { Server } from '../server.js'
import type { Command } from './command.js'

/** Applies the safe fixes of the file in the active editor. */
export const fixFile: Command = async ({ server }) => {
  const document = window.activeTextEditor?.document
  if (!document) throw new Error('There is no open file to fix.')
  await execute(server, [document.uri.toString()])
}

/** Applies the safe fixes of the whole workspace. */
export const fixAll: Command = ({ server }) => execute(server, [])

async function execute(server: Server, args: readonly unknown[]): Promise<void> {
  await server.request('workspace/executeCommand', { command: SERVER_COMMANDS.fixAll, arguments: args })
}
