import { tasks, window, workspace } from 'vscode'
import { createProgramTask, TASK_TYPE } from '../tasks.js'
import type { Command } from './command.js'

/**
 * Runs `prisma-drift sync` in a terminal, which ends with its report. It reads files from disk, so what is open is saved
 * before; it runs the project's own programs, so the workspace must be trusted.
 */
export const sync: Command = async ({ extensionUri }) => {
  if (!workspace.isTrusted) throw new Error('This runs programs of the workspace, which is not trusted.')
  const folders = workspace.workspaceFolders ?? []
  const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0]
  if (!folder || !(await workspace.saveAll())) return
  await tasks.executeTask(createProgramTask(extensionUri, { type: TASK_TYPE, command: 'sync' }, folder))
}
