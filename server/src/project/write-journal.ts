import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isTrusted, journalFolders, makeJournalFolder } from './journal-folder.js'
import type { StagedFile } from './staged-file.js'
import { syncFolder, writeSynced } from './synced.js'

/** What is about to happen to files, written down before it does. */
export interface Journal {
  /** Names the temporary files of this run. */
  readonly id: string
  /** `staging`: no file was touched yet, only temporary ones. `replacing`: any of the files may be the new one. */
  readonly state: 'staging' | 'replacing'
  readonly files: readonly StagedFile[]
  readonly pid: number
  readonly host: string
  /** Milliseconds since 1970. */
  readonly time: number
}

/** A journal and the file it is kept in. */
export interface KeptJournal {
  readonly path: string
  readonly journal: Journal
}

/** Writes a new journal to the disk, so that it outlives whatever happens from now on. */
export function openJournal(root: string, id: string, files: readonly StagedFile[]): KeptJournal {
  const folder = makeJournalFolder(root)
  const journal: Journal = { id, state: 'staging', files, pid: process.pid, host: os.hostname(), time: Date.now() }
  const kept = { path: path.join(folder, `${id}.json`), journal }
  writeSynced(kept.path, Buffer.from(JSON.stringify(journal)))
  syncFolder(folder)
  return kept
}

/** Notes that from now on files are replaced. */
export function markReplacing(kept: KeptJournal, files: readonly StagedFile[]): KeptJournal {
  const journal: Journal = { ...kept.journal, state: 'replacing', files }
  const next = `${kept.path}.next`
  writeSynced(next, Buffer.from(JSON.stringify(journal)))
  fs.renameSync(next, kept.path)
  syncFolder(path.dirname(kept.path))
  return { path: kept.path, journal }
}

export function closeJournal({ path: file }: KeptJournal): void {
  for (const each of [`${file}.next`, file]) fs.rmSync(each, { force: true })
  try {
    fs.rmdirSync(path.dirname(file))
  } catch {
    // Other journals are there.
  }
}

/** The journals that a workspace has, but for those of this run. One that was never fully written is removed. */
export function listJournals(root: string): readonly KeptJournal[] {
  return journalFolders(root)
    .filter(isTrusted)
    .flatMap((folder) =>
      fs
        .readdirSync(folder)
        .filter((name) => /^[0-9a-f]+\.json(\.next)?$/.test(name))
        .flatMap((name) => readJournal(path.join(folder, name))),
    )
}

/** Whether the process that wrote it may be at work still: writing takes far less than a minute. */
export function isAlive({ pid, host, time }: Journal): boolean {
  if (Math.abs(Date.now() - time) > 60_000) return false
  if (host !== os.hostname()) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readJournal(file: string): readonly KeptJournal[] {
  const journal = file.endsWith('.json') ? parseJournal(file) : undefined
  if (journal) return [{ path: file, journal }]
  // Files are touched only when it is complete. A younger one may be about to be.
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (stat && Date.now() - stat.mtimeMs > 60_000) fs.rmSync(file, { force: true })
  return []
}

function parseJournal(file: string): Journal | undefined {
  try {
    const journal = JSON.parse(fs.readFileSync(file, 'utf8')) as Journal
    const isSound = /^[0-9a-f]+$/.test(journal.id) && journal.files.every(({ index }) => Number.isInteger(index))
    return isSound ? journal : undefined
  } catch {
    return undefined
  }
}
