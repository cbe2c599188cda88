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
import type { Api } from '../../../client/src/api.js'
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

/** What the extension tells others. */
export function api(): Api {
  return extension().exports
}

/** Waits until the status is so, and returns it. */
export function statusSuch(holds: (status: Api['status']) => boolean): Promise<Api['status']> {
  const { onDidChangeStatus } = api()
  return until('another status', onDidChangeStatus, () => (holds(api().status) ? api().status : undefined))
}

/** A file of the workspace: `@parcels/` begins those of the second folder, all others are the example's. */
export function uriOf(file: string): Uri {
  const [example, parcels] = workspace.workspaceFolders ?? []
  assert.ok(example && parcels)
  const own = /^@parcels\/(.*)$/.exec(file)?.[1]
  return own === undefined ? Uri.joinPath(example.uri, file) : Uri.joinPath(parcels.uri, own)
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

/** What can be done at a range, of a kind or below it, with all edits known. */
export async function actions(file: string, range: Range, kind: CodeActionKind): Promise<readonly CodeAction[]> {
  const ask = () =>
    commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uriOf(file), range, kind.value, 20)
  // VS Code cancels the request while providers of other extensions still register.
  for (const end = Date.now() + LIMIT; ; ) {
    const found = await Promise.resolve(ask()).catch((error: Error) => {
      if (error.message === 'Canceled' && Date.now() < end) return undefined
      throw error
    })
    if (found) return found
  }
}

/** The one action with this title. */
export async function action(file: string, range: Range, title: string, kind = CodeActionKind.QuickFix) {
  const all = await actions(file, range, kind)
  const [found, ...more] = all.filter((action) => action.title === title)
  assert.ok(found && more.length === 0, `'${title}' among ${all.map((action) => action.title).join(', ')}`)
  return found
}

/** Does what an action says, as choosing it in the menu does. */
export async function perform({ edit, command }: CodeAction): Promise<void> {
  assert.ok(edit || command, 'an action does something')
  if (edit) assert.ok(await workspace.applyEdit(edit))
  if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []))
}

/** Takes the first entry of each list that is shown, until something is done. */
export async function acceptUntil<T>(done: PromiseLike<T>): Promise<T> {
  let isDone = false
  const result = Promise.resolve(done).finally(() => {
    isDone = true
  })
  while (!isDone) {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    await Promise.race([result, new Promise((resolve) => setTimeout(resolve, 50))])
  }
  return result
}

/** The range of a text's first occurrence in an open file. */
export function rangeOf({ document }: TextEditor, text: string): Range {
  const start = document.getText().indexOf(text)
  assert.ok(start >= 0, `'${text}' does not stand in ${document.fileName}`)
  return new Range(document.positionAt(start), document.positionAt(start + text.length))
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
export async function replace(editor: TextEditor, before: string, after: string): Promise<void> {
  const range = rangeOf(editor, before)
  assert.ok(await editor.edit((builder) => builder.replace(range, after)))
}

/** Takes back what was typed into the open file. */
export async function revert(): Promise<void> {
  await commands.executeCommand('workbench.action.files.revert')
}
