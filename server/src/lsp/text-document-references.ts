import { type Location, ReferencesRequest } from 'vscode-languageserver'
import { referencesAt } from '../navigation/places.js'
import { onRequest } from './handler.js'
import { uriOf } from './locations.js'
import { targetAt } from './target.js'

/** The column and all its properties, the model and all its types, wherever one of them is asked for. */
export const textDocumentReferences = onRequest(
  ReferencesRequest.type,
  async (server, params, token): Promise<Location[] | null> => {
    const target = await targetAt(server, params, token)
    if (!target) return null
    const { folder, snapshot } = target
    return referencesAt(snapshot, target.file, target.offset)
      .filter(({ isDeclaration }) => !isDeclaration || params.context.includeDeclaration)
      .map(({ file, ...span }) => ({
        uri: uriOf(server, folder, file),
        range: snapshot.lineIndexOf(file).rangeOf(span),
      }))
  },
  () => ({ referencesProvider: true }),
)
