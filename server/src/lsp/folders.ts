import path from 'node:path'
import { gitFolderOf } from '../project/git-folder.js'
import { createLiveWorkspace, type LiveWorkspace } from '../project/live-workspace.js'
import { idWithin } from '../project/paths.js'
import type { FileId } from '../text/file-id.js'
import { stackOf } from './handler.js'
import type { Server } from './server.js'
import { createFolderSettings, type FolderSettings } from './settings.js'
import { pathOfUri } from './uri.js'

/** One workspace folder of the client. */
export interface Folder {
  /** Its absolute path. */
  readonly root: string
  readonly live: LiveWorkspace
  /** Where git keeps the state of its repository, which may be above it or elsewhere. */
  readonly gitFolder: string | undefined
  /** The client's settings for it, and what is wrong with its configuration. */
  readonly settings: FolderSettings
}

/** A file in a folder. */
export interface Place {
  readonly folder: Folder
  readonly file: FileId
}

/**
 * The workspace folders. Each is read as a whole. A file in two of them is spoken of by one alone: the inner one, unless
 * that has no schema to compare with.
 */
export interface Folders {
  all(): readonly Folder[]
  change(added: readonly string[], removed: readonly string[]): void
  /** The folder that speaks of a document or file, once all are read; undefined for one that is in no folder. */
  placeOf(uri: string): Place | undefined
  /** Every folder that holds a file, the innermost first. */
  placesOf(uri: string): readonly Place[]
  /** Resolves when all folders have been read for the first time. */
  ready(): Promise<void>
  dispose(): void
}

export function createFolders(server: () => Server): Folders {
  let folders: readonly Folder[] = []
  const placesOf = (uri: string) => {
    const absolute = pathOfUri(uri)
    if (absolute === undefined) return []
    return folders.flatMap((folder) => {
      const file = fileIn(folder.root, absolute)
      return file === undefined ? [] : [{ folder, file }]
    })
  }
  return {
    all: () => folders,
    placesOf,
    ready: async () => void (await Promise.all(folders.map(({ live }) => live.ready))),
    placeOf(uri) {
      const places = placesOf(uri)
      return places.find(({ folder }) => hasSchema(folder)) ?? places[0]
    },
    change(added, removed) {
      for (const folder of folders) if (removed.includes(folder.root)) folder.live.dispose()
      const kept = folders.filter(({ root }) => !removed.includes(root))
      const fresh = [...new Set(added)].filter((root) => !kept.some((folder) => folder.root === root))
      const opened = fresh.map((root) => openFolder(server(), root))
      folders = [...kept, ...opened].sort((a, b) => b.root.length - a.root.length)
    },
    dispose() {
      for (const { live } of folders) live.dispose()
      folders = []
    },
  }
}

function hasSchema({ live }: Folder): boolean {
  return (live.workspace()?.world.schemas.length ?? 0) > 0
}

/** The id of a file in a folder; undefined for the folder itself and for what lies elsewhere. `system` is the notation of the paths. */
export function fileIn(root: string, absolute: string, system: typeof path = path): FileId | undefined {
  return idWithin(root, absolute, system) || undefined
}

function openFolder(server: Server, root: string): Folder {
  const settings = createFolderSettings(server, root)
  const live = createLiveWorkspace({
    root,
    trust: server.trust,
    settings: settings.read,
    onError: (error) => server.log(`${root} could not be read: ${stackOf(error)}`),
    onUnknown: (reason) => server.log(`which migrations are missing cannot be known: ${reason}`),
    onChange: () => server.publisher.changed(),
  })
  for (const document of server.documents.all()) {
    const absolute = pathOfUri(document.uri)
    const file = absolute && fileIn(root, absolute)
    if (file) live.setDocument(file, document.getText())
  }
  return { root, live, gitFolder: gitFolderOf(root), settings }
}
