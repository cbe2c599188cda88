import {
  type ChangeAnnotation,
  LSPErrorCodes,
  MessageType,
  RenameRequest,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { type Renaming, renameMember, renameTargetAt } from '../navigation/rename.js'
import { type AnnotatedEdits, annotatedEdit } from './annotated-edit.js'
import { onRequest } from './handler.js'
import type { Server } from './server.js'
import { targetAt } from './target.js'

/** Renames a column or a value of an enum: in the schema at once, in TypeScript after a preview where there can be one. */
export const textDocumentRename = onRequest(
  RenameRequest.type,
  async (server, params, token): Promise<WorkspaceEdit | null> => {
    const target = await targetAt(server, params, token)
    const found = target && renameTargetAt(target.snapshot, target.file, target.offset)
    if (!found) return null
    const outcome = renameMember(target.snapshot, found, params.newName)
    if ('refusal' in outcome) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refusal)
    const { left } = outcome.renaming.types
    if (left.length > 0) tell(server, left)
    return annotatedEdit(server, target.folder, changesOf(outcome.renaming, found.member.name))
  },
  ({ textDocument }) => ({ renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true }),
)

function tell({ connection }: Server, left: readonly string[]): void {
  void connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Warning,
    message: left.join('\n'),
  })
}

function changesOf({ schema, mapping, types }: Renaming, from: string): readonly AnnotatedEdits[] {
  return [
    { id: 'schema', annotation: inSchema(from, mapping), edits: schema },
    { id: 'types', annotation: IN_TYPES, edits: types.edits },
  ]
}

const IN_TYPES: ChangeAnnotation = {
  label: 'Rename in the types that describe it',
  description: 'Declarations only: code that uses them is not followed.',
  needsConfirmation: true,
}

function inSchema(from: string, mapping: Renaming['mapping']): ChangeAnnotation {
  const description = {
    added: `The database keeps its name: @map("${from}") is added.`,
    removed: 'The database has the new name already: @map is no longer needed.',
    unchanged: 'Nothing changes in the database.',
  }[mapping]
  return { label: 'Rename in the schema', description, needsConfirmation: false }
}
