import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { FileId } from '../text/file-id.js'
import { pathOf } from './paths.js'
import { recoverFiles } from './recover-files.js'
import { conditionOf, digestOf, discard, put, putBack, type StagedFile, stage } from './staged-file.js'
import { syncFolder } from './synced.js'
import { closeJournal, isAlive, type KeptJournal, listJournals, markReplacing, openJournal } from './write-journal.js'
import { reasonOf } from './write-reason.js'

/** New contents of a file. */
export interface Replacement {
  readonly file: FileId
  /** What the file must hold until then; undefined for a file that is to be made and must not be there. */
  readonly before: Buffer | undefined
  /** Undefined for a file that is to go. */
  readonly after: Buffer | undefined
  /** Absolute paths of folders that were made for a file that is to go, the deepest first: they go if they are empty. */
  readonly madeFolders?: readonly string[]
}

/** Why a file cannot be replaced, or no file at all. */
export interface ReplaceProblem {
  /** Undefined where it is about no file in particular. */
  readonly file: FileId | undefined
  readonly message: string
}

/**
 * Replaces files, all of them or none: where it returns problems, every file is as it was. Permissions stay, links of
 * both kinds are followed. Should the process be ended meanwhile, each file is the old or the new one, and the next call
 * (or {@link recoverFiles}) finishes what was begun. Files with several names are written over where they are.
 */
export function replaceFiles(root: string, replacements: readonly Replacement[]): readonly ReplaceProblem[] {
  recoverFiles(root)
  const resolved = replacements.map((replacement, index) => resolve(root, replacement, index))
  const refused = resolved.filter((each): each is ReplaceProblem => 'message' in each)
  if (refused.length > 0 || replacements.length === 0) return refused
  const entries = resolved.map((file, at) => ({
    file: file as StagedFile,
    replacement: replacements[at] as Replacement,
  }))
  return write(root, entries)
}

interface Entry {
  readonly file: StagedFile
  readonly replacement: Replacement
}

function resolve(
  root: string,
  { file, before, after, madeFolders = [] }: Replacement,
  index: number,
): StagedFile | ReplaceProblem {
  try {
    const digests = { before: before ? digestOf(before) : null, after: after ? digestOf(after) : null }
    if (!before) {
      const target = pathOf(root, file)
      return { target, index, way: 'rename', ...digests, newFolders: missingFolders(target) }
    }
    const target = fs.realpathSync(pathOf(root, file))
    const stat = fs.statSync(target)
    if (!stat.isFile()) return { file, message: 'it is no regular file' }
    // Who may do anything, or may write to the folder, could replace it all the same.
    if ((stat.mode & 0o200) === 0) return { file, message: 'it is read-only' }
    fs.accessSync(target, fs.constants.W_OK)
    const way = stat.nlink > 1 && after ? 'in-place' : 'rename'
    return { target, index, way, ...digests, newFolders: madeFolders }
  } catch (error) {
    return { file, message: reasonOf(error) }
  }
}

/** The folders that a file needs and that are not there, the deepest first. */
export function missingFolders(target: string): readonly string[] {
  const missing: string[] = []
  for (let folder = path.dirname(target); !fs.existsSync(folder); folder = path.dirname(folder)) missing.push(folder)
  return missing
}

function write(root: string, entries: readonly Entry[]): readonly ReplaceProblem[] {
  const id = randomBytes(6).toString('hex')
  let journal: KeptJournal
  try {
    journal = openJournal(
      root,
      id,
      entries.map(({ file }) => file),
    )
  } catch (error) {
    return [{ file: undefined, message: `nothing can be noted down: ${reasonOf(error)}` }]
  }
  const others = listJournals(root).filter((each) => each.journal.id !== id && isAlive(each.journal))
  const { problems, stuck } = others.length > 0 ? { problems: [OTHERS], stuck: [] } : replaceAll(journal, entries)
  // What could not be put back is left to the next run, which needs the journal and the copies.
  if (stuck.length > 0) return [...problems, ...stuck]
  for (const { file } of entries) discard(file, id)
  closeJournal(journal)
  return problems
}

interface Outcome {
  readonly problems: readonly ReplaceProblem[]
  readonly stuck: readonly ReplaceProblem[]
}

const OTHERS: ReplaceProblem = { file: undefined, message: 'another prisma-drift is writing here; try again' }

function replaceAll(journal: KeptJournal, entries: readonly Entry[]): Outcome {
  const { id } = journal.journal
  const done: StagedFile[] = []
  let current: FileId | undefined
  try {
    const staged = entries.map(({ file, replacement }) => {
      current = replacement.file
      return { file: stage(file, id, replacement.after), name: replacement.file }
    })
    current = undefined
    markReplacing(
      journal,
      staged.map(({ file }) => file),
    )
    for (const { file, name } of staged) {
      current = name
      if (conditionOf(file, id) !== 'before') throw new Changed(file)
      done.push(file)
      put(file, id)
    }
    for (const folder of new Set(done.map(({ target }) => path.dirname(target)))) syncFolder(folder)
    return { problems: [], stuck: [] }
  } catch (error) {
    return { problems: [{ file: current, message: reasonOf(error) }], stuck: undo(done, id) }
  }
}

/** Of a file whose replacing failed it is not known how far it came. */
function undo(done: readonly StagedFile[], id: string): readonly ReplaceProblem[] {
  return done.toReversed().flatMap((file) => {
    try {
      const condition = conditionOf(file, id)
      if (condition === 'after' || condition === 'half') putBack(file, id)
      return []
    } catch (error) {
      return [{ file: file.target, message: `it is the new one, and could not be put back: ${reasonOf(error)}` }]
    }
  })
}

class Changed extends Error {
  constructor({ before }: StagedFile) {
    super(before === null ? 'it is there already' : 'it has changed since it was read')
  }
}
