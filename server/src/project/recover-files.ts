import path from 'node:path'
import { conditionOf, discard, isStaged, put, type StagedFile } from './staged-file.js'
import { syncFolder } from './synced.js'
import { isWithinRoot } from './within-root.js'
import { closeJournal, isAlive, type KeptJournal, listJournals } from './write-journal.js'

/** What became of a run that was ended while it wrote. */
export interface Recovery {
  /**
   * `finished`: what it had begun to replace was replaced. `undone`: it had replaced nothing, and its traces are gone.
   * `refused`: its journal names `files` outside of the root, so that nothing was done.
   */
  readonly kind: 'finished' | 'undone' | 'refused'
  /** The file of the journal. */
  readonly journal: string
  readonly files: readonly string[]
  /** Files that somebody has changed since, and that were left as they are. */
  readonly left: readonly string[]
}

/**
 * Clears up after runs that were ended while they wrote: all their files are old or all are new afterwards. Runs that
 * are still at work are left alone. Paths are absolute.
 */
export function recoverFiles(root: string): readonly Recovery[] {
  return listJournals(root)
    .filter(({ journal }) => !isAlive(journal))
    .map((kept) => recover(root, kept))
}

function recover(root: string, kept: KeptJournal): Recovery {
  const { path: journal } = kept
  const outside = namesIn(kept).filter((name) => !isWithinRoot(root, name))
  return outside.length > 0 ? { kind: 'refused', journal, files: outside, left: [] } : { journal, ...clearUp(kept) }
}

/** All that would be touched. */
function namesIn({ journal: { files } }: KeptJournal): readonly string[] {
  return files.flatMap(({ target, newFolders }) => [target, ...newFolders])
}

function clearUp(kept: KeptJournal): Omit<Recovery, 'journal'> {
  const { id, state, files } = kept.journal
  const isBegun = state === 'replacing' && files.some((file) => conditionOf(file, id) !== 'before')
  const left = isBegun ? files.filter((file) => !finish(file, id)) : []
  for (const folder of new Set(files.map(({ target }) => path.dirname(target)))) syncFolder(folder)
  for (const file of files) discard(file, id)
  closeJournal(kept)
  const targets = (list: readonly StagedFile[]) => list.map(({ target }) => target)
  return {
    kind: isBegun ? 'finished' : 'undone',
    files: targets(files.filter((file) => !left.includes(file))),
    left: targets(left),
  }
}

/** Whether the file is the new one now. */
function finish(file: StagedFile, id: string): boolean {
  const condition = conditionOf(file, id)
  if (condition === 'after') return true
  if (condition === 'other' || !isStaged(file, id)) return false
  put(file, id)
  return true
}
