import fs from 'node:fs'
import path from 'node:path'
import { type FileId, folderOf, foldersAbove, isWithin } from '../text/file-id.js'
import type { FileChange } from './file-change.js'
import { pathOf } from './paths.js'

/** Tells of what happens in folders. What is in `node_modules` and the like costs nothing: those are not among them. */
export interface FolderWatch {
  /** Sets the folders by the files that are known: theirs and all above them. */
  follow(files: Iterable<FileId>): void
  close(): void
}

export interface WatchInput {
  /** An absolute path. */
  readonly root: string
  /** The folder in which git keeps its state; undefined without one. */
  readonly gitFolder: string | undefined
  readonly onChange: (change: FileChange) => void
  /** Called when `HEAD` is at another commit. */
  readonly onHead: () => void
}

/** Starts to watch. */
export function watchFolders({ root, gitFolder, onChange, onHead }: WatchInput): FolderWatch {
  const watchers = new Map<FileId, fs.FSWatcher>()
  let known = new Set<FileId>()
  const changed = (folder: FileId, name: string | null) => {
    if (name === null) return
    const file = folder === '' ? name : `${folder}/${name}`
    // What stands there now may be another folder, of which the old one's watcher hears nothing.
    for (const watched of [...watchers.keys()].filter((each) => isWithin(each, file))) watch(watched)
    const isThere = fs.existsSync(pathOf(root, file))
    onChange({ file, kind: !isThere ? 'deleted' : known.has(file) ? 'changed' : 'created' })
  }
  const watch = (folder: FileId) => {
    watchers.get(folder)?.close()
    const watcher = watchFolder(pathOf(root, folder), (name) => changed(folder, name))
    if (watcher) watchers.set(folder, watcher)
    else watchers.delete(folder)
  }
  const head = gitFolder === undefined ? undefined : watchHead(gitFolder, onHead)
  return {
    follow(files) {
      known = new Set(files)
      const folders = new Set(['', ...[...known].flatMap((file) => [folderOf(file), ...foldersAbove(file)])])
      for (const [folder, watcher] of watchers) {
        if (folders.has(folder)) continue
        watcher.close()
        watchers.delete(folder)
      }
      for (const folder of folders) if (!watchers.has(folder)) watch(folder)
    },
    close() {
      for (const watcher of watchers.values()) watcher.close()
      head?.close()
    },
  }
}

/** A folder that is gone, or more folders than the system can watch, are no reason to end. */
function watchFolder(absolute: string, onEvent: (name: string | null) => void): fs.FSWatcher | undefined {
  try {
    const watcher = fs.watch(absolute, (_, name) => onEvent(name))
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return undefined
  }
}

function watchHead(gitFolder: string, onHead: () => void): fs.FSWatcher | undefined {
  const logs = path.join(gitFolder, 'logs')
  return watchFolder(fs.existsSync(logs) ? logs : gitFolder, (name) => {
    if (name === 'HEAD') onHead()
  })
}
