import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isTrusted, makeJournalFolder } from './journal-folder.js'

/** Schemas that migrations lead to, kept on disk. All of it can be deleted at any time. */
export interface SnapshotCache {
  /** What was kept for a key; undefined for what is not there, is damaged or is somebody else's. */
  read(key: string): string | undefined
  /** Keeps a schema, if that is possible. */
  write(key: string, schema: string): void
}

/** So many snapshots of a workspace are kept: one for each branch that somebody goes back and forth between. */
const KEPT = 8

/** The cache of a workspace, in the folder where its journals lie. */
export function createSnapshotCache(root: string): SnapshotCache {
  return {
    read: (key) => quietly(() => readEntry(path.join(makeJournalFolder(root), nameOf(key)), key)),
    write: (key, schema) => void quietly(() => writeEntry(makeJournalFolder(root), key, schema)),
  }
}

/** Equal for equal parts only. */
export function snapshotKey(parts: unknown): string {
  return digestOf(JSON.stringify(parts))
}

interface Entry {
  readonly key: string
  readonly digest: string
  readonly schema: string
}

const PREFIX = 'snapshot-'

function nameOf(key: string): string {
  return `${PREFIX}${key.slice(0, 32)}.json`
}

function readEntry(file: string, key: string): string | undefined {
  if (!isTrusted(path.dirname(file))) return undefined
  const entry = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Entry> | null
  const { schema } = entry ?? {}
  if (typeof schema !== 'string' || entry?.key !== key || entry.digest !== digestOf(schema)) return undefined
  const now = new Date()
  fs.utimesSync(file, now, now)
  return schema
}

/** Readers see the whole entry or none: it gets its name when it is complete. */
function writeEntry(folder: string, key: string, schema: string): void {
  const entry: Entry = { key, digest: digestOf(schema), schema }
  const temporary = path.join(folder, `.${PREFIX}${randomUUID()}`)
  fs.writeFileSync(temporary, JSON.stringify(entry), { mode: 0o600, flag: 'wx' })
  fs.renameSync(temporary, path.join(folder, nameOf(key)))
  removeOldest(folder)
}

function removeOldest(folder: string): void {
  const files = fs.readdirSync(folder).filter((name) => name.startsWith(PREFIX))
  const times = new Map(files.map((name) => [name, fs.statSync(path.join(folder, name)).mtimeMs]))
  const byAge = files.sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0))
  for (const name of byAge.slice(KEPT)) fs.rmSync(path.join(folder, name), { force: true })
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A cache that cannot be read or written is no cache. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
