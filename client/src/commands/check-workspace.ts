import { commands, ProgressLocation, window } from 'vscode'
import { CHECK_WORKSPACE, type Counts } from '../../../shared/src/requests.js'
import { findingsText } from '../status-text.js'
import type { Command } from './command.js'

/** Reads the workspace anew and shows its findings in the Problems view. */
export const checkWorkspace: Command = async ({ server }) => {
  const options = { location: ProgressLocation.Window, title: 'Prisma Drift: checking the workspace' }
  const counts = await window.withProgress(options, () => server.request<Counts>(CHECK_WORKSPACE))
  window.setStatusBarMessage(`Prisma Drift: ${findingsText(counts)}`, 5_000)
  const shown = counts.error + counts.warning + counts.info
  if (shown > 0) await commands.executeCommand('workbench.actions.view.problems')
}
