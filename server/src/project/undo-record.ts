import fs from 'node:fs'
import path from 'node:path'
import type { FileId } from '../text/file-id.js'
import { isTrusted, journalFolders, makeJournalFolder } from './journal-folder.js'
import { pathOf } from './paths.js'
import { missingFolders, type Replacement, type ReplaceProblem, replaceFiles } from './replace-files.js'
import { digestOf } from './staged-file.js'
import { syncFolder, writeSynced } from './synced.js'
import { isWithinRoot } from './within-root.js'

/** What became of taking changes back. */
export interface Undoing {
  readonly restored: readonly FileId[]
  /** Those that have been changed since, and stay as they are. */
  readonly left: readonly FileId[]
  /** Why nothing was restored. */
  readonly problems: readonly ReplaceProblem[]
}

/**
 * Notes what files hold before they are replaced; to be called right before. Files that `isKept` keep what the record
 * of an earlier run says of them, so that both are taken back as one. The result takes this run alone back. Throws what
 * the system says.
 */
export function keepUndo(
  root: string,
  replacements: readonly Replacement[],
  isKept: (file: FileId) => boolean,
): () => Undoing {
  const earlier = ownRecord(root)
  const known = new Map(earlier.filter(({ file }) => isKept(file)).map((each) => [each.file, each]))
  const own = replacements.map((each) => undoFileOf(root, each))
  const names = new Set(own.map(({ file }) => file))
  const others = [...known.values()].filter(({ file }) => !names.has(file))
  writeRecord(root, [...others, ...own.map((each) => chained(known.get(each.file), each))])
  return () => {
    const undoing = restore(root, own)
    if (undoing.problems.length === 0) writeRecord(root, earlier)
    return undoing
  }
}

/** The files of the record that still are as they were written. */
export function writtenBefore(root: string): ReadonlySet<FileId> {
  const files = ownRecord(root)
  return new Set(files.filter(({ file, after }) => digestAt(root, file) === after).map(({ file }) => file))
}

/**
 * Takes back what the record tells of, all or none; undefined where there is no record. One that names anything outside
 * of the root is refused: whatever wrote it, it was no run in this workspace.
 */
export function takeBack(root: string): Undoing | undefined {
  const files = readRecord(root)
  if (files.length === 0) return undefined
  const outside = files.flatMap((file) => outsideOf(root, file))
  if (outside.length > 0) return { restored: [], left: [], problems: outside.map(lyingOutside) }
  const undoing = restore(root, files)
  if (undoing.problems.length === 0) writeRecord(root, [])
  return undoing
}

interface UndoFile {
  readonly file: FileId
  /** What it held, in base64; null for a file that was made. */
  readonly before: string | null
  /** The digest of what was written; null for a file that was removed. */
  readonly after: string | null
  /** Folders that were made for it, absolute, the deepest first. */
  readonly madeFolders: readonly string[]
}

function undoFileOf(root: string, { file, before, after }: Replacement): UndoFile {
  return {
    file,
    before: before?.toString('base64') ?? null,
    after: after ? digestOf(after) : null,
    madeFolders: before ? [] : missingFolders(pathOf(root, file)),
  }
}

/** A file that an earlier run has written and this one writes again. */
function chained(earlier: UndoFile | undefined, file: UndoFile): UndoFile {
  return earlier && earlier.after === digestBefore(file) ? { ...earlier, after: file.after } : file
}

function restore(root: string, files: readonly UndoFile[]): Undoing {
  const changed = files.filter((file) => digestAt(root, file.file) !== digestBefore(file))
  const intact = changed.filter(({ file, after }) => digestAt(root, file) === after)
  const replacements = intact.map(({ file, before, after, madeFolders }): Replacement => {
    const now = after === null ? undefined : fs.readFileSync(pathOf(root, file))
    return { file, before: now, after: before === null ? undefined : Buffer.from(before, 'base64'), madeFolders }
  })
  const problems = replaceFiles(root, replacements)
  const left = changed.filter((file) => !intact.includes(file))
  return { restored: problems.length > 0 ? [] : namesOf(intact), left: namesOf(left), problems }
}

/** What a record names and is not to be touched: paths as they stand there. */
function outsideOf(root: string, { file, madeFolders }: UndoFile): readonly string[] {
  const folders = madeFolders.filter((folder) => !isWithinRoot(root, folder))
  return isWithinRoot(root, pathOf(root, file)) ? folders : [file, ...folders]
}

function lyingOutside(file: FileId): ReplaceProblem {
  return { file, message: 'it lies outside of the workspace, so that the record is not to be trusted' }
}

function namesOf(files: readonly UndoFile[]): readonly FileId[] {
  return files.map(({ file }) => file)
}

function digestBefore({ before }: UndoFile): string | null {
  return before === null ? null : digestOf(Buffer.from(before, 'base64'))
}

function digestAt(root: string, file: FileId): string | null {
  try {
    return digestOf(fs.readFileSync(pathOf(root, file)))
  } catch {
    return null
  }
}

const NAME = 'undo.json'

function readRecord(root: string): readonly UndoFile[] {
  for (const folder of journalFolders(root).filter(isTrusted)) {
    try {
      return JSON.parse(fs.readFileSync(path.join(folder, NAME), 'utf8')) as readonly UndoFile[]
    } catch {
      // There is none: it takes its place as a whole.
    }
  }
  return []
}

/** What the record says of files of this workspace. */
function ownRecord(root: string): readonly UndoFile[] {
  return readRecord(root).filter((file) => outsideOf(root, file).length === 0)
}

function writeRecord(root: string, files: readonly UndoFile[]): void {
  const folder = makeJournalFolder(root)
  const next = path.join(folder, `${NAME}.next`)
  fs.rmSync(next, { force: true })
  writeSynced(next, Buffer.from(JSON.stringify(files)))
  fs.renameSync(next, path.join(folder, NAME))
  syncFolder(folder)
}
