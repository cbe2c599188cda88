import path from 'node:path'
import type { FileId } from '../text/file-id.js'

/** The absolute path of a file. `root` is absolute, in the system's own notation. */
export function pathOf(root: string, file: FileId): string {
  if (file === '') return root
  // Where there is nothing to take out, to join takes ten times as long, and every file has its path made.
  const isPlain = path.sep === '/' && root !== '/' && !file.startsWith('.')
  return isPlain ? `${root}/${file}` : path.join(root, file)
}

/** The id of an absolute path. On Windows a path on another drive stays absolute. */
export function idOf(root: string, absolute: string): FileId {
  return path.relative(root, absolute).split(path.sep).join('/')
}

/** The same for a path within the root; undefined for any other. `system` is the notation of the paths. */
export function idWithin(root: string, absolute: string, system: typeof path = path): FileId | undefined {
  const id = system.relative(root, absolute).split(system.sep).join('/')
  return id === '..' || id.startsWith('../') || system.isAbsolute(id) ? undefined : id
}

/** Joins ids and relative paths, taking out `.` and `..`: `('a/b', '../c.ts')` is `a/c.ts`. */
export function joinId(...parts: readonly string[]): FileId {
  const joined = path.posix.join(...parts.map((part) => part.replaceAll('\\', '/')))
  return joined === '.' || joined === './' ? '' : joined.replace(/^\.\//, '').replace(/\/$/, '')
}
