import {
  type ChangeAnnotation,
  LSPErrorCodes,
  MessageType,
  RenameRequest,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { type RenamePlan, withNewNames } from '../analysis/rename-plan.js'
import type { Snapshot } from '../analysis/snapshot.js'
import { type RenameTarget, type Renaming, renameMember, renameTargetAt } from '../navigation/rename.js'
import { annotatedEdit } from './annotated-edit.js'
import { annotatedUses, followUses } from './follow-uses.js'
import { onRequest } from './handler.js'
import type { Server } from './server.js'
import { targetAt } from './target.js'

/**
 * Renames a column or a value of an enum: in the schema at once; in the types that describe it, where those are used and
 * where the client of Prisma is called, after a preview where there can be one.
 */
export const textDocumentRename = onRequest(
  RenameRequest.type,
  async (server, params, token): Promise<WorkspaceEdit | null> => {
    const target = await targetAt(server, params, token)
    const found = target && renameTargetAt(target.snapshot, target.file, target.offset)
    if (!found) return null
    const outcome = renameMember(target.snapshot, found, params.newName)
    if ('refusal' in outcome) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refusal)
    const { schema, mapping, types } = outcome.renaming
    if (types.left.length > 0) tell(server, types.left)
    if (schema.size === 0) return null
    const plan = planOf(target.snapshot, found, params.newName, types.edits)
    const uses = await followUses(server, target.folder, plan, token)
    return annotatedEdit(server, target.folder, [
      { id: 'schema', annotation: inSchema(found.member.name, mapping), edits: schema },
      annotatedUses('Rename in the types that describe it, and where it is used', uses),
    ])
  },
  ({ textDocument }) => ({ renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true }),
)

function tell({ connection }: Server, left: readonly string[]): void {
  void connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Warning,
    message: left.join('\n'),
  })
}

/** The client that is generated next will have the new name. */
function planOf(
  snapshot: Snapshot,
  { ref, member }: RenameTarget,
  to: string,
  edits: RenamePlan['declarations'],
): RenamePlan {
  const name = { from: member.name, to }
  const owner = ref.id.slice(0, ref.id.indexOf('.'))
  const clients = snapshot.schemas().map(({ schema }) => {
    const isMeant = schema.files.includes(ref.file)
    return { before: schema, after: isMeant ? withNewNames(schema, [{ owner, ...name }]) : schema }
  })
  return { names: [name], declarations: edits, clients }
}

function inSchema(from: string, mapping: Renaming['mapping']): ChangeAnnotation {
  const description = {
    added: `The database keeps its name: @map("${from}") is added.`,
    removed: 'The database has the new name already: @map is no longer needed.',
    unchanged: 'Nothing changes in the database.',
  }[mapping]
  return { label: 'Rename in the schema', description, needsConfirmation: false }
}
