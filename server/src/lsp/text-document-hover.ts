import { type Hover, HoverRequest, MarkupKind } from 'vscode-languageserver'
import type { ElementRef } from '../model/element.js'
import { hoverAt } from '../navigation/hover.js'
import { missingSqlAt } from '../navigation/missing-sql.js'
import { onRequest } from './handler.js'
import { locationOf } from './locations.js'
import { targetAt } from './target.js'

/** The other side of a type, property, model, column or value, what has drifted, and what no migration holds. */
export const textDocumentHover = onRequest(
  HoverRequest.type,
  async (server, params, token): Promise<Hover | null> => {
    const target = await targetAt(server, params, token)
    if (!target) return null
    const { folder, snapshot, file, offset } = target
    const to = (ref: ElementRef) => {
      const { uri, range } = locationOf(server, folder, ref)
      return `${uri}#L${range.start.line + 1},${range.start.character + 1}`
    }
    // What is wrong stands above what is so.
    const hovers = [missingSqlAt(snapshot, file, offset), hoverAt(snapshot, file, offset, { to })]
    const [first, ...rest] = hovers.filter((hover) => hover !== undefined)
    if (!first) return null
    const range = snapshot.lineIndexOf(file).rangeOf(first.span)
    const value = [first, ...rest].map(({ markdown }) => markdown).join('\n\n---\n\n')
    return { contents: { kind: MarkupKind.Markdown, value }, range }
  },
  () => ({ hoverProvider: true }),
)
