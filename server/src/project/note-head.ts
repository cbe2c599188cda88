import fs from 'node:fs'
import path from 'node:path'
import { isFolder } from './file-stamp.js'
import type { Base } from './git.js'
import { gitFolderOf } from './git-folder.js'
import type { LookedAt } from './looked-at.js'

/**
 * Notes the files by which git found out what `HEAD` is, and doubts where it cannot be told that these are all: they must
 * lead to what git said. `root` is absolute.
 */
export function noteHead(looked: LookedAt, root: string, base: Base): void {
  noteGitAbove(looked, root)
  const folder = gitFolderOf(root)
  const isKnown =
    folder === undefined ? base.kind === 'no-repository' : base.kind === 'found' || base.kind === 'no-such-ref'
  const head = folder === undefined ? undefined : readHead(looked, folder)
  if (!isKnown || head !== (base.kind === 'found' ? base.commit : undefined)) looked.doubt()
}

/** A folder `.git` is not noted itself, as it changes with every lock. */
function noteGitAbove(looked: LookedAt, root: string): void {
  for (let folder = root; ; folder = path.dirname(folder)) {
    const entry = path.join(folder, '.git')
    if (isFolder(entry)) return
    looked.note(entry)
    if (fs.existsSync(entry) || path.dirname(folder) === folder) return
  }
}

/** The commit; undefined where there is none yet, and a text of another kind where it is not clear. */
function readHead(looked: LookedAt, folder: string): string | undefined {
  const read = (...names: readonly string[]) => readNoted(looked, path.join(...names))
  const shared = path.resolve(folder, read(folder, 'commondir') ?? '')
  for (const name of SHARED) looked.note(path.join(shared, name))
  looked.note(path.join(folder, 'config.worktree'))
  const head = read(folder, 'HEAD') ?? ''
  // Where git keeps references in tables, this file names none that there could be: `refs/heads/.invalid`.
  const [, branch] = /^ref: (refs\/heads\/[^.].*)$/.exec(head) ?? []
  if (branch === undefined) return head
  const packed = read(shared, 'packed-refs') ?? ''
  return (
    read(shared, branch) ??
    packed
      .split('\n')
      .find((line) => line.endsWith(` ${branch}`))
      ?.split(' ')[0]
  )
}

/** What else an answer of git depends on: other objects in place of some, and those that a partial clone lacked. */
const SHARED = ['config', 'refs/replace', 'objects/pack']

function readNoted(looked: LookedAt, absolute: string): string | undefined {
  looked.note(absolute)
  try {
    return fs.readFileSync(absolute, 'utf8').trim()
  } catch {
    return undefined
  }
}
