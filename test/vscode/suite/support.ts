import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  type Disposable,
  type Event,
  extensions,
  languages,
  Range,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode'
import { parseReport, type Report } from '../../support/report.js'

const LIMIT = 30_000

/** The extension under test. */
export function extension() {
  const found = extensions.all.find(({ packageJSON }) => packageJSON.name === 'prisma-drift')
  assert.ok(found, 'VS Code does not know the extension')
  return found
}

/** Waits until the extension is active. */
export async function activation(): Promise<void> {
  await until('activation', languages.onDidChangeDiagnostics, () => extension().isActive || undefined)
}

/** A file of the example. */
export function uriOf(file: string): Uri {
  const folder = workspace.workspaceFolders?.[0]
  assert.ok(folder)
  return Uri.joinPath(folder.uri, file)
}

export function open(file: string): Promise<TextEditor> {
  return Promise.resolve(window.showTextDocument(uriOf(file), { preview: false }))
}

/** Our diagnostics of a file, in its order. */
export function findings(file: string): readonly Diagnostic[] {
  return languages
    .getDiagnostics(uriOf(file))
    .filter(({ source }) => source === 'prisma-drift')
    .sort((a, b) => a.range.start.compareTo(b.range.start))
}

export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

/** Waits until a file's findings are so, and returns them. */
export async function findingsSuch(file: string, holds: (found: readonly Diagnostic[]) => boolean) {
  try {
    return await until(`other findings in ${file}`, languages.onDidChangeDiagnostics, () => {
      const found = findings(file)
      return holds(found) ? found : undefined
    })
  } catch (error) {
    throw new Error(
      findings(file)
        .map(({ message }) => message)
        .join('\n') || 'no findings',
      { cause: error },
    )
  }
}

/** What `check` reports of the files as they are on the disk. */
export async function checked(): Promise<Report> {
  const cli = path.join(extension().extensionPath, 'dist/cli.js')
  const args = [cli, 'check', '--format', 'json', '--fail-on', 'never']
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: uriOf('').fsPath })
  return parseReport(stdout)
}

/** The quick fix with this title at a finding. */
export async function quickFix(file: string, finding: Diagnostic, title: string): Promise<CodeAction> {
  const kind = CodeActionKind.QuickFix.value
  const ask = () =>
    commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uriOf(file), finding.range, kind, 10)
  // VS Code cancels the request while providers of other extensions still register.
  for (const end = Date.now() + LIMIT; ; ) {
    const actions = await Promise.resolve(ask()).catch((error: Error) => {
      if (error.message === 'Canceled' && Date.now() < end) return undefined
      throw error
    })
    if (!actions) continue
    const found = actions.find((action) => action.title === title)
    assert.ok(found, `there is no '${title}' among ${actions.map((action) => action.title).join(', ')}`)
    return found
  }
}

/** Asks now and after each event, until there is an answer. */
export async function until<T>(what: string, event: Event<unknown>, ask: () => T | undefined): Promise<T> {
  const now = ask()
  if (now !== undefined) return now
  const listeners: Disposable[] = []
  let limit: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve, reject) => {
      limit = setTimeout(() => reject(new Error(`waited ${LIMIT / 1000} s for ${what}`)), LIMIT)
      event(
        () => {
          const answer = ask()
          if (answer !== undefined) resolve(answer)
        },
        undefined,
        listeners,
      )
    })
  } finally {
    clearTimeout(limit)
    for (const listener of listeners) listener.dispose()
  }
}

/** Replaces the first occurrence of a text in an open file, without saving. */
export async function replace({ document, edit }: TextEditor, before: string, after: string): Promise<void> {
  const start = document.getText().indexOf(before)
  assert.ok(start >= 0, `'${before}' does not stand in ${document.fileName}`)
  const range = new Range(document.positionAt(start), document.positionAt(start + before.length))
  assert.ok(await edit((builder) => builder.replace(range, after)))
}

/** Takes back what was typed into the open file. */
export async function revert(): Promise<void> {
  await commands.executeCommand('workbench.action.files.revert')
}
