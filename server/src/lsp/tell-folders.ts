import type { FileChange } from '../project/file-change.js'
import { type Folder, fileIn } from './folders.js'
import type { Server } from './server.js'
import { pathOfUri } from './uri.js'

/** A change on disk as the client names it. */
export interface UriChange {
  readonly uri: string
  readonly kind: FileChange['kind']
}

/** Tells each folder what changed in it, all at once. */
export function tellFolders({ folders }: Server, changes: readonly UriChange[]): void {
  for (const folder of folders.all()) {
    const inFolder = changes.flatMap((change) => changeIn(folder, change))
    if (inFolder.length > 0) folder.live.filesChanged(inFolder)
  }
}

/** What git keeps counts as in the folder, though it may be above or elsewhere. */
function changeIn({ root, gitFolder }: Folder, { uri, kind }: UriChange): readonly FileChange[] {
  const absolute = pathOfUri(uri)
  if (absolute === undefined) return []
  const inGit = gitFolder === undefined ? undefined : fileIn(gitFolder, absolute)
  const file = inGit === undefined ? fileIn(root, absolute) : `.git/${inGit}`
  return file === undefined ? [] : [{ file, kind }]
}
