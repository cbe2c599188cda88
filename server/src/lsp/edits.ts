import { LSPErrorCodes, type TextEdit as ProtocolEdit, ResponseError, type WorkspaceEdit } from 'vscode-languageserver'
import { type FixProblem, renderFixes } from '../analysis/render-fix.js'
import type { Fix } from '../model/finding.js'
import type { FileId } from '../text/file-id.js'
import { createLineIndex } from '../text/line-index.js'
import type { TextEdit } from '../text/text-edit.js'
import type { Folder } from './folders.js'
import { uriOf } from './locations.js'
import type { Server } from './server.js'

/** The edits of one file of a folder. `text` is what they are for, where that is no part of the folder's world. */
export type FileEdits = readonly [folder: Folder, file: FileId, edits: readonly TextEdit[], text?: string | undefined]

/** Edits for the client: for just the versions that its open documents have now, where it can tell them apart. */
export function workspaceEdit(server: Server, all: readonly FileEdits[]): WorkspaceEdit {
  const changes = all.map(([folder, file, edits, text]) => {
    const lines = text === undefined ? folder.live.snapshot().lineIndexOf(file) : createLineIndex(text)
    const uri = uriOf(server, folder, file)
    const version = server.documents.get(uri)?.version ?? null
    const converted = edits.map(({ span, newText }): ProtocolEdit => ({ range: lines.rangeOf(span), newText }))
    return { textDocument: { uri, version }, edits: converted }
  })
  if (server.client.versionsEdits) return { documentChanges: changes }
  return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])) }
}

/** The edits of one fix. Throws a message for the person where it cannot be made. */
export function editsOfFix(folder: Folder, fix: Fix): readonly FileEdits[] {
  const { edits, problems } = renderFixes([fix], folder.live.snapshot())
  const [problem] = problems
  if (problem) throw cannotBeDone(fix, problem)
  return [...edits].map(([file, list]): FileEdits => [folder, file, list])
}

export function cannotBeDone({ title }: Fix, { reason }: FixProblem): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, `'${title}' cannot be done: ${reason}`)
}

/** The edits of several fixes together, and the fixes that could not be made. */
export function editsOfFixes(folder: Folder, fixes: readonly Fix[]): { edits: readonly FileEdits[]; failed: number } {
  const { edits, problems } = renderFixes(fixes, folder.live.snapshot())
  return {
    edits: [...edits].map(([file, list]): FileEdits => [folder, file, list]),
    failed: new Set(problems.map(({ fix }) => fix)).size,
  }
}

/** The fix that "fix all" makes for each finding that has a safe one: the first. */
export function safeFixes(findings: readonly { readonly fixes: readonly Fix[] }[]): readonly Fix[] {
  return findings.flatMap(({ fixes }) => fixes.find(({ safe }) => safe) ?? [])
}
