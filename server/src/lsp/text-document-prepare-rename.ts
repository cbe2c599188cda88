import { PrepareRenameRequest, type PrepareRenameResult } from 'vscode-languageserver'
import { renameTargetAt } from '../navigation/rename.js'
import { onRequest } from './handler.js'
import { targetAt } from './target.js'

/** What is renamed, in a schema only: names in TypeScript are renamed by whoever knows their uses. */
export const textDocumentPrepareRename = onRequest(
  PrepareRenameRequest.type,
  async (server, params, token): Promise<PrepareRenameResult | null> => {
    const target = await targetAt(server, params, token)
    const found = target && renameTargetAt(target.snapshot, target.file, target.offset)
    if (!found) return null
    return { range: target.snapshot.lineIndexOf(target.file).rangeOf(found.span), placeholder: found.member.name }
  },
)
