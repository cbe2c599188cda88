import { DidSaveTextDocumentNotification } from 'vscode-languageserver'
import { onNotification } from './handler.js'

/** Clients that watch no files tell at least of this one. */
export const didSaveTextDocument = onNotification(
  DidSaveTextDocumentNotification.type,
  ({ folders }, { textDocument: { uri } }) => {
    for (const { folder, file } of folders.placesOf(uri)) folder.live.filesChanged([{ file, kind: 'changed' }])
  },
)
