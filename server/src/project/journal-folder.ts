import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isFolder } from './file-stamp.js'

/** Where journals of writing to a workspace may lie, the preferred folder first. `root` is absolute. */
export function journalFolders(root: string): readonly string[] {
  const own = path.join(personalFolder(), createHash('sha256').update(root).digest('hex').slice(0, 16))
  const cache = cacheFolder(root)
  return cache === undefined ? [own] : [cache, own]
}

/** Where a workspace keeps what can be computed again, as other tools do; undefined where nothing is installed. */
export function cacheFolder(root: string): string | undefined {
  const modules = path.join(root, 'node_modules')
  return isFolder(modules) ? path.join(modules, '.cache', 'prisma-drift') : undefined
}

/** The first of the folders that can be written in, made if need be. Throws what the system says of the last. */
export function makeJournalFolder(root: string): string {
  const folders = journalFolders(root)
  for (const [index, folder] of folders.entries()) {
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
      fs.accessSync(folder, fs.constants.W_OK)
      if (isTrusted(folder)) return folder
    } catch (error) {
      if (index === folders.length - 1) throw error
    }
  }
  throw new Error(`${folders.at(-1)} belongs to somebody else`)
}

/** Whether what lies there was written by the person who runs this: a temporary folder is open to everybody. */
export function isTrusted(folder: string): boolean {
  const chain = folder.startsWith(personalFolder()) ? [personalFolder(), folder] : [folder]
  return chain.every(isOwnFolder)
}

function isOwnFolder(folder: string): boolean {
  try {
    const stat = fs.lstatSync(folder)
    return stat.isDirectory() && (process.getuid === undefined || stat.uid === process.getuid())
  } catch {
    return false
  }
}

function personalFolder(): string {
  return path.join(os.tmpdir(), `prisma-drift-${process.getuid?.() ?? os.userInfo().username}`)
}
