import { DidChangeTextDocumentNotification } from 'vscode-languageserver'
import { onNotification } from './handler.js'

/** A keystroke: the findings that are asked for next are of the new text. */
export const didChangeTextDocument = onNotification(
  DidChangeTextDocumentNotification.type,
  ({ documents, folders }, { textDocument: { uri, version }, contentChanges }) => {
    const document = documents.change(uri, version, contentChanges)
    if (!document) return
    for (const { folder, file } of folders.placesOf(uri)) folder.live.setDocument(file, document.getText())
  },
)
