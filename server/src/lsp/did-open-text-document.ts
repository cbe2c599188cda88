import { DidOpenTextDocumentNotification, TextDocumentSyncKind } from 'vscode-languageserver'
import { onNotification } from './handler.js'

/** From now on the document counts instead of the file. */
export const didOpenTextDocument = onNotification(
  DidOpenTextDocumentNotification.type,
  ({ documents, folders }, { textDocument }) => {
    const document = documents.open(textDocument)
    for (const { folder, file } of folders.placesOf(document.uri)) folder.live.setDocument(file, document.getText())
  },
  () => ({ textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true } }),
)
