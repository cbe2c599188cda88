import fs from 'node:fs'
import path from 'node:path'

/** The folder in which git keeps the state of the work tree that holds `root`; undefined where there is none. */
export function gitFolderOf(root: string): string | undefined {
  const top = workTreeOf(root)
  return top === undefined ? undefined : gitFolderIn(top)
}

/** The top folder of the git work tree that holds `root`; undefined where there is none. Both are absolute. */
export function workTreeOf(root: string): string | undefined {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if (gitFolderIn(folder) !== undefined) return folder
    if (path.dirname(folder) === folder) return undefined
  }
}

/** `.git` itself, or where that leads if it is a file, as in a further work tree. */
function gitFolderIn(folder: string): string | undefined {
  const entry = path.join(folder, '.git')
  try {
    if (fs.statSync(entry).isDirectory()) return entry
    const [, target] = /^gitdir: (.+)$/m.exec(fs.readFileSync(entry, 'utf8')) ?? []
    return target === undefined ? undefined : path.resolve(folder, target.trim())
  } catch {
    return undefined
  }
}
