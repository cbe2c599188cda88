import {
  type CompletionItem,
  CompletionItemKind,
  CompletionRequest,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver'
import { type Completion, completionsAt, tagAt } from '../navigation/completion.js'
import type { LineIndex } from '../text/line-index.js'
import { onRequest } from './handler.js'
import { targetAt } from './target.js'

/** Missing properties inside a paired type; models and roles behind `@prisma `. A typed blank alone asks for the latter. */
export const textDocumentCompletion = onRequest(
  CompletionRequest.type,
  async (server, params, token): Promise<CompletionItem[] | null> => {
    const target = await targetAt(server, params, token)
    if (!target) return null
    const { snapshot, file, offset } = target
    const isBlank = params.context?.triggerKind === CompletionTriggerKind.TriggerCharacter
    if (isBlank && !tagAt(snapshot.textOf(file) ?? '', offset)) return null
    const lines = snapshot.lineIndexOf(file)
    return completionsAt(snapshot, file, offset).map((each, index) => itemOf(each, index, lines))
  },
  () => ({ completionProvider: { triggerCharacters: [' '] } }),
)

const KINDS = {
  property: CompletionItemKind.Field,
  model: CompletionItemKind.Class,
  enum: CompletionItemKind.Enum,
  role: CompletionItemKind.EnumMember,
} as const

function itemOf(completion: Completion, index: number, lines: LineIndex): CompletionItem {
  const { label, kind, detail, documentation, newText, span, edits } = completion
  return {
    label,
    kind: KINDS[kind],
    detail,
    documentation: { kind: MarkupKind.Markdown, value: documentation },
    // The order of the schema.
    sortText: `${index}`.padStart(4, '0'),
    filterText: label,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: lines.rangeOf(span), newText },
    ...(edits.length > 0 && {
      additionalTextEdits: edits.map((edit) => ({ range: lines.rangeOf(edit.span), newText: edit.newText })),
    }),
  }
}
