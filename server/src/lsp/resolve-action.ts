import { type CancellationToken, LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver'
import { fingerprintOf } from '../analysis/findings.js'
import { planRenames, type RenamingFix } from '../analysis/rename-plan.js'
import { suppressionEdit } from '../analysis/suppression-edit.js'
import type { ActionData } from './action-data.js'
import { annotatedEdit } from './annotated-edit.js'
import { cannotBeDone, editsOfFix, editsOfFixes, type FileEdits, safeFixes, workspaceEdit } from './edits.js'
import { findingsOf } from './findings.js'
import type { Place } from './folders.js'
import { annotatedUses, followUses } from './follow-uses.js'
import { generationEdit } from './generation.js'
import { linkFix } from './link-fix.js'
import type { Server } from './server.js'

/** The edit of a code action. Throws `ContentModified` where it was offered for another state than there is now. */
export async function resolveAction(
  server: Server,
  { uri, version, action }: ActionData,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  const place = server.folders.placeOf(uri)
  if (!place || (server.documents.get(uri)?.version ?? null) !== version) throw movedOn()
  if (action.kind === 'generate') return generationEdit(server, place.folder, action)
  if (action.kind !== 'fix') return workspaceEdit(server, editsOf(place, action))
  const { finding, fix } = fixOf(place, action)
  if (!fix.uses) return workspaceEdit(server, editsOfFix(place.folder, fix))
  return renameEverywhere(server, place, { finding, fix }, token)
}

type FixAction = Extract<ActionData['action'], { readonly kind: 'fix' }>

function fixOf({ folder }: Place, { file, fingerprint, title }: FixAction): RenamingFix {
  const finding = findingsOf(folder.live.snapshot(), file).find((each) => fingerprintOf(each) === fingerprint)
  const fix = finding?.fixes.find((each) => each.title === title)
  if (!finding || !fix) throw movedOn()
  return { finding, fix }
}

/** A fix with the uses of what it renames, to be looked at before it is made. */
async function renameEverywhere(
  server: Server,
  { folder }: Place,
  chosen: RenamingFix,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  const { problems, ...plan } = planRenames(folder.live.snapshot(), [chosen])
  const [problem] = problems
  if (problem) throw cannotBeDone(chosen.fix, problem)
  const found = await followUses(server, folder, plan, token)
  return annotatedEdit(server, folder, [annotatedUses(chosen.fix.title, found)])
}

function editsOf(
  { folder, file }: Place,
  action: Exclude<ActionData['action'], { kind: 'fix' | 'generate' }>,
): readonly FileEdits[] {
  const snapshot = folder.live.snapshot()
  switch (action.kind) {
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
