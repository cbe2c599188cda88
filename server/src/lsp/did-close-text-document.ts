import { DidCloseTextDocumentNotification } from 'vscode-languageserver'
import { onNotification } from './handler.js'

/** The file counts again. */
export const didCloseTextDocument = onNotification(
  DidCloseTextDocumentNotification.type,
  ({ documents, folders }, { textDocument: { uri } }) => {
    documents.close(uri)
    for (const { folder, file } of folders.placesOf(uri)) folder.live.setDocument(file, undefined)
  },
)
