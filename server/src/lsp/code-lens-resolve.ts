import { type CodeLens, CodeLensResolveRequest } from 'vscode-languageserver'
import { CLIENT_COMMANDS } from '../../../shared/src/requests.js'
import { lensAt } from '../navigation/lenses.js'
import { onRequest } from './handler.js'
import { locationOf } from './locations.js'
import { targetFile } from './target.js'
import type { LensData } from './text-document-code-lens.js'

/** What a lens says now, and the places that it opens. One whose element is gone says nothing. */
export const codeLensResolve = onRequest(
  CodeLensResolveRequest.type,
  async (server, lens, token): Promise<CodeLens> => {
    const { uri, id } = lens.data as LensData
    const target = await targetFile(server, uri, token)
    const found = target && lensAt(target.snapshot, { file: target.file, id })
    if (!found) return { ...lens, command: { title: '', command: '' } }
    const locations = found.places.map((ref) => locationOf(server, target.folder, ref))
    const showing = { command: CLIENT_COMMANDS.showReferences, arguments: [uri, lens.range.start, locations] }
    return { ...lens, command: { title: found.title, ...showing } }
  },
)
