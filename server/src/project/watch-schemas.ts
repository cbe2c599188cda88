import fs from 'node:fs'
import path from 'node:path'
import type { FileId } from '../text/file-id.js'
import { folderOf } from '../text/file-id.js'
import { pathOf } from './paths.js'

/**
 * Tells when a schema file in the folders of some files changes, comes or goes. The result ends that. Editors put new
 * files in the place of old ones, so the folders are watched. Throws what the system says of a folder.
 */
export function watchSchemas(root: string, files: readonly FileId[], onChange: () => void): () => void {
  const folders = new Set(files.map((file) => pathOf(root, folderOf(file))))
  const watchers = [...folders].map((folder) =>
    fs.watch(folder, (_, name) => {
      if (name === null || path.extname(name) === '.prisma') onChange()
    }),
  )
  return () => {
    for (const watcher of watchers) watcher.close()
  }
}
