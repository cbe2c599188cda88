import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver'
import type { FileChange } from '../project/file-change.js'
import { onNotification } from './handler.js'
import { tellFolders } from './tell-folders.js'

/** Something happened on disk. Many changes at once, as after a `git checkout`, come in several of these. */
export const didChangeWatchedFiles = onNotification(DidChangeWatchedFilesNotification.type, (server, { changes }) =>
  tellFolders(
    server,
    changes.map(({ uri, type }) => ({ uri, kind: KINDS[type] })),
  ),
)

const KINDS: Readonly<Record<FileChangeType, FileChange['kind']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
}
