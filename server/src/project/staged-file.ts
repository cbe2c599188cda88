import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { writeAll, writeSynced } from './synced.js'

/** A file that is about to be replaced. Its new contents and a copy of the old ones lie beside it under own names. */
export interface StagedFile {
  /** The real file, absolute. */
  readonly target: string
  /** Its place in the list, which names the temporary files. */
  readonly index: number
  /** `in-place`: it has several names or another owner, so that its contents are written over. */
  readonly way: 'rename' | 'in-place'
  /** Digests; null where there was or will be no file. */
  readonly before: string | null
  readonly after: string | null
  /** Folders to be made for it, or that were made for one that goes, the deepest first. */
  readonly newFolders: readonly string[]
}

/** What stands in a file's place: digests are compared. */
export type Condition = 'before' | 'after' | 'half' | 'other'

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Writes the new contents and a copy of the old ones to the disk. The result says how the file is to be replaced. */
export function stage(file: StagedFile, id: string, after: Buffer | undefined): StagedFile {
  for (const folder of file.newFolders.toReversed()) fs.mkdirSync(folder, { recursive: true })
  const { next, old } = namesOf(file, id)
  if (after) writeSynced(next, after)
  if (file.before === null) {
    fs.chmodSync(next, 0o666 & ~process.umask())
    return file
  }
  const isRenamed = file.way === 'rename' && (!after || lendsAppearance(file.target, next))
  if (!isRenamed || !isLinked(file.target, old)) copy(file.target, old)
  return { ...file, way: isRenamed ? 'rename' : 'in-place' }
}

/** Puts the new contents in place. */
export function put(file: StagedFile, id: string): void {
  const { next } = namesOf(file, id)
  if (file.after === null) fs.rmSync(file.target)
  else if (file.way === 'rename') fs.renameSync(next, file.target)
  else overwrite(file.target, fs.readFileSync(next))
}

/** Puts the old contents in place again. */
export function putBack(file: StagedFile, id: string): void {
  const { old } = namesOf(file, id)
  if (file.before === null) fs.rmSync(file.target, { force: true })
  else if (file.way === 'rename') fs.renameSync(old, file.target)
  else overwrite(file.target, fs.readFileSync(old))
}

/** Removes the temporary files, and folders that were made for the file and are empty. */
export function discard(file: StagedFile, id: string): void {
  for (const name of Object.values(namesOf(file, id))) fs.rmSync(name, { force: true })
  for (const folder of file.newFolders) {
    try {
      fs.rmdirSync(folder)
    } catch {
      // It is in use, or was never made.
    }
  }
}

/** Whether the new contents can still be put in place. */
export function isStaged(file: StagedFile, id: string): boolean {
  return file.after === null || digestAt(namesOf(file, id).next) === file.after
}

export function conditionOf(file: StagedFile, id: string): Condition {
  const now = digestAt(file.target)
  if (now === file.after) return 'after'
  if (now === file.before) return 'before'
  return file.way === 'in-place' && isHalf(file, id) ? 'half' : 'other'
}

function namesOf({ target, index }: StagedFile, id: string): { readonly next: string; readonly old: string } {
  const stem = path.join(path.dirname(target), `.prisma-drift-${id}-${index}`)
  return { next: `${stem}.new`, old: `${stem}.old` }
}

function digestAt(absolute: string): string | null {
  const bytes = readIfThere(absolute)
  return bytes ? digestOf(bytes) : null
}

function readIfThere(absolute: string): Buffer | undefined {
  try {
    return fs.readFileSync(absolute)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whether a file begins as the new contents do and goes on as the old ones did: a writer that was ended leaves that. */
function isHalf(file: StagedFile, id: string): boolean {
  const { next, old } = namesOf(file, id)
  const [now, after, before] = [file.target, next, old].map(readIfThere)
  if (!now || !after || !before) return false
  let same = 0
  while (same < now.length && now[same] === after[same]) same++
  return now.subarray(same).equals(before.subarray(same)) && now.length === Math.max(before.length, same)
}

/** Gives a file the owner and the permissions of another. False where the system does not allow that. */
function lendsAppearance(from: string, to: string): boolean {
  const wanted = fs.statSync(from)
  const given = fs.statSync(to)
  try {
    if (wanted.uid !== given.uid || wanted.gid !== given.gid) fs.chownSync(to, wanted.uid, wanted.gid)
    fs.chmodSync(to, wanted.mode & 0o7777)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return false
    throw error
  }
}

/** A further name costs nothing; not every file system has them. */
function isLinked(target: string, name: string): boolean {
  try {
    fs.linkSync(target, name)
    return true
  } catch {
    return false
  }
}

function copy(from: string, to: string): void {
  fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL)
  const descriptor = fs.openSync(to, 'r+')
  fs.fsyncSync(descriptor)
  fs.closeSync(descriptor)
}

function overwrite(target: string, bytes: Buffer): void {
  const descriptor = fs.openSync(target, 'r+')
  try {
    writeAll(descriptor, bytes)
    fs.ftruncateSync(descriptor, bytes.length)
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}
