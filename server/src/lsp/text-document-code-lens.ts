import { type CodeLens, CodeLensRequest } from 'vscode-languageserver'
import type { ElementId } from '../model/element.js'
import { lensesIn } from '../navigation/lenses.js'
import { onRequest } from './handler.js'
import { prismaLenses } from './prisma-lenses.js'
import { targetFile } from './target.js'

/** Which element a lens is about; its words follow when it is resolved. */
export interface LensData {
  readonly uri: string
  readonly id: ElementId
}

/** Above models: how many types describe them. Above types: which model they describe. Above
 * generators and the datasource: commands of Prisma, where they may be run. */
export const textDocumentCodeLens = onRequest(
  CodeLensRequest.type,
  async (server, { textDocument: { uri } }, token): Promise<CodeLens[] | null> => {
    const target = await targetFile(server, uri, token)
    if (!target || target.folder.settings.editor().codeLens?.enabled === false) return null
    const lenses = lensesIn(target.snapshot, target.file).map((ref) => {
      return { range: target.snapshot.rangeOf(ref), data: { uri, id: ref.id } satisfies LensData }
    })
    const runs = server.isOwnClient && server.trust === 'trusted'
    return runs ? [...lenses, ...prismaLenses(target.snapshot, target.file, uri)] : lenses
  },
  () => ({ codeLensProvider: { resolveProvider: true } }),
)
