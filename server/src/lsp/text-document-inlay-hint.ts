import { type InlayHint, InlayHintKind, InlayHintRequest, MarkupKind } from 'vscode-languageserver'
import { inlayHintsIn } from '../navigation/inlay-hints.js'
import { code } from '../navigation/markdown.js'
import { onRequest } from './handler.js'
import { targetFile } from './target.js'

/** The column's type behind a property, where the settings ask for it. */
export const textDocumentInlayHint = onRequest(
  InlayHintRequest.type,
  async (server, { textDocument: { uri }, range }, token): Promise<InlayHint[] | null> => {
    const target = await targetFile(server, uri, token)
    if (target?.folder.settings.editor().inlayHints?.enabled !== true) return null
    const lines = target.snapshot.lineIndexOf(target.file)
    const within = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }
    return inlayHintsIn(target.snapshot, target.file, within).map(({ offset, label, column }) => ({
      position: lines.positionAt(offset),
      label,
      kind: InlayHintKind.Type,
      paddingLeft: true,
      tooltip: { kind: MarkupKind.Markdown, value: code('prisma', column) },
    }))
  },
  () => ({ inlayHintProvider: true }),
)
