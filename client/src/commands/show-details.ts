import { commands, type QuickPickItem, window } from 'vscode'
import { count, findingsText, statusText } from '../status-text.js'
import type { Command } from './command.js'

/** Says how the server does and what it found, with the ways on from there. */
export const showDetails: Command = async ({ server, statusItem: { status } }) => {
  const { text, detail } = statusText(server.state, status)
  const problems = status?.problems.map((problem) => entry(`$(warning) ${problem}`, '', 'prismaDrift.showOutput')) ?? []
  const found = status?.state === 'ready' ? [entry(...findingsEntry(status.counts))] : []
  const scope = status?.state === 'ready' ? [entry(...scopeEntry(status.schemas, status.types))] : []
  const title = detail === '' ? text : `${text} – ${detail}`
  const ways = server.state === 'failed' ? ALWAYS.toReversed() : ALWAYS
  const chosen = await window.showQuickPick([...problems, ...found, ...scope, ...ways], { title })
  if (chosen) await commands.executeCommand(chosen.command)
}

interface Entry extends QuickPickItem {
  readonly command: string
}

function findingsEntry(counts: Parameters<typeof findingsText>[0]): readonly [string, string, string] {
  const hints = counts.hint > 0 ? count(counts.hint, 'hint') : ''
  return [`$(list-flat) ${findingsText(counts)}`, hints, 'workbench.actions.view.problems']
}

function scopeEntry(schemas: number, types: number): readonly [string, string, string] {
  return [`$(list-tree) ${count(types, 'type')}`, `of ${count(schemas, 'schema')}`, 'prismaDrift.tree.focus']
}

function entry(label: string, description: string, command: string): Entry {
  return { label, description, command }
}

const ALWAYS: readonly Entry[] = [
  entry('$(refresh) Check workspace', 'reads everything anew', 'prismaDrift.checkWorkspace'),
  entry('$(markdown) Show report', '', 'prismaDrift.showReport'),
  entry('$(gear) Open settings', '', 'prismaDrift.openSettings'),
  entry('$(output) Show output', '', 'prismaDrift.showOutput'),
  entry('$(debug-restart) Restart server', '', 'prismaDrift.restartServer'),
]
