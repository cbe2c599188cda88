import { languages, type QuickPickItem, QuickPickItemKind, window } from 'vscode'
import { RULES } from '../../../shared/src/requests.js'
import type { Server } from '../server.js'
import type { Command } from './command.js'

/** Shows the page of a rule: the one named by the argument, or one that the person chooses. */
export const explainRule: Command = async ({ server, documents }, argument) => {
  const code = codeOf(argument) ?? (await chooseRule(server))
  if (code !== undefined) await documents.showRule(code)
}

/** A code from an action, or a finding of the tree. */
function codeOf(value: unknown): string | undefined {
  const code = typeof value === 'object' && value !== null && 'code' in value ? value.code : value
  return typeof code === 'string' ? code : undefined
}

async function chooseRule(server: Server): Promise<string | undefined> {
  const rules = await server.request<readonly { code: string; summary: string }[]>(RULES)
  const here = rulesAtCursor()
  const items = rules.map(({ code, summary }): QuickPickItem => ({ label: code, detail: summary }))
  const near = items.filter(({ label }) => here.has(label))
  const far = items.filter(({ label }) => !here.has(label))
  const line: QuickPickItem[] = near.length > 0 ? [{ label: 'Other rules', kind: QuickPickItemKind.Separator }] : []
  const title = 'Explain which rule?'
  return (await window.showQuickPick([...near, ...line, ...far], { title, matchOnDetail: true }))?.label
}

/** The rules of the findings on the line of the cursor. */
function rulesAtCursor(): ReadonlySet<string> {
  const editor = window.activeTextEditor
  if (!editor) return new Set()
  const here = languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === 'prisma-drift' && range.start.line === editor.selection.active.line)
  return new Set(here.map(({ code }) => String(typeof code === 'object' ? code.value : code)))
}
