import { DidCreateFilesNotification } from 'vscode-languageserver'
import { ANY_FILE } from './file-operations.js'
import { onNotification } from './handler.js'
import { tellFolders } from './tell-folders.js'

/** Files and folders were made in the client; its watchers say nothing of what a folder brings along. */
export const didCreateFiles = onNotification(
  DidCreateFilesNotification.type,
  (server, { files }) =>
    tellFolders(
      server,
      files.map(({ uri }) => ({ uri, kind: 'created' as const })),
    ),
  () => ({ workspace: { fileOperations: { didCreate: ANY_FILE } } }),
)
