import { LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver'
import { fingerprintOf } from '../analysis/findings.js'
import { suppressionEdit } from '../analysis/suppression-edit.js'
import type { ActionData } from './action-data.js'
import { editsOfFix, editsOfFixes, type FileEdits, safeFixes, workspaceEdit } from './edits.js'
import { findingsOf } from './findings.js'
import type { Place } from './folders.js'
import { generationEdit } from './generation.js'
import { linkFix } from './link-fix.js'
import type { Server } from './server.js'

/** The edit of a code action. Throws `ContentModified` where it was offered for another state than there is now. */
export function resolveAction(server: Server, { uri, version, action }: ActionData): WorkspaceEdit {
  const place = server.folders.placeOf(uri)
  if (!place || (server.documents.get(uri)?.version ?? null) !== version) throw movedOn()
  if (action.kind === 'generate') return generationEdit(server, place.folder, action)
  return workspaceEdit(server, editsOf(place, action))
}

function editsOf(
  { folder, file }: Place,
  action: Exclude<ActionData['action'], { kind: 'generate' }>,
): readonly FileEdits[] {
  const snapshot = folder.live.snapshot()
  switch (action.kind) {
    case 'fix': {
      const finding = findingsOf(snapshot, action.file).find((each) => fingerprintOf(each) === action.fingerprint)
      const fix = finding?.fixes.find(({ title }) => title === action.title)
      if (!fix) throw movedOn()
      return editsOfFix(folder, fix)
    }
    case 'suppress': {
      const edit = suppressionEdit(file, snapshot.textOf(file) ?? '', action.line, action.rule)
      if (!edit) throw new ResponseError(LSPErrorCodes.RequestFailed, 'No comment can stand above this line')
      return [[folder, file, [edit]]]
    }
    case 'link':
      return editsOfFix(folder, linkFix({ file, id: action.id }, action.model))
    case 'fixAll':
      return editsOfFixes(folder, safeFixes(findingsOf(snapshot, file))).edits
  }
}

function movedOn(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed since this was offered')
}
