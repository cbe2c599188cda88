import { commands } from 'vscode'
import type { Command } from './command.js'

/** Opens the editor's settings at ours. */
export const openSettings: Command = async () => {
  await commands.executeCommand('workbench.action.openSettings', 'prismaDrift.')
}
