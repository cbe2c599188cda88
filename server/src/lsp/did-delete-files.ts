import { DidDeleteFilesNotification } from 'vscode-languageserver'
import { ANY_FILE } from './file-operations.js'
import { onNotification } from './handler.js'
import { tellFolders } from './tell-folders.js'

/** Files and folders were deleted in the client; its watchers say nothing of what went with a folder. */
export const didDeleteFiles = onNotification(
  DidDeleteFilesNotification.type,
  (server, { files }) =>
    tellFolders(
      server,
      files.map(({ uri }) => ({ uri, kind: 'deleted' as const })),
    ),
  () => ({ workspace: { fileOperations: { didDelete: ANY_FILE } } }),
)
