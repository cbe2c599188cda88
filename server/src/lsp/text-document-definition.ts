import { type Definition, DefinitionRequest, type LocationLink } from 'vscode-languageserver'
import { definitionsAt } from '../navigation/places.js'
import { onRequest } from './handler.js'
import { locationOf } from './locations.js'
import { targetAt } from './target.js'

/** The other side of what stands at a position. Clients show it beside what other servers answer. */
export const textDocumentDefinition = onRequest(
  DefinitionRequest.type,
  async (server, params, token): Promise<Definition | LocationLink[] | null> => {
    const target = await targetAt(server, params, token)
    const found = target && definitionsAt(target.snapshot, target.file, target.offset)
    if (!found || found.places.length === 0) return null
    const { folder, snapshot, file } = target
    const locations = found.places.map((ref) => locationOf(server, folder, ref))
    if (!server.client.linksDefinitions) return locations
    const originSelectionRange = snapshot.lineIndexOf(file).rangeOf(found.from.span)
    return locations.map(({ uri, range }) => {
      return { originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }
    })
  },
  () => ({ definitionProvider: true }),
)
