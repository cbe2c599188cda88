import { DidRenameFilesNotification } from 'vscode-languageserver'
import { ANY_FILE } from './file-operations.js'
import { onNotification } from './handler.js'
import { tellFolders } from './tell-folders.js'

/** Files and folders were moved in the client. */
export const didRenameFiles = onNotification(
  DidRenameFilesNotification.type,
  (server, { files }) =>
    tellFolders(
      server,
      files.flatMap(({ oldUri, newUri }) => [
        { uri: oldUri, kind: 'deleted' as const },
        { uri: newUri, kind: 'created' as const },
      ]),
    ),
  () => ({ workspace: { fileOperations: { didRename: ANY_FILE } } }),
)
