import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isTrusted } from './journal-folder.js'

/** Texts that follow from other things, kept on disk under a digest of those. All of it can be deleted at any time. */
export interface DiskCache {
  /** What was kept for a key; undefined for what is not there, is damaged or is somebody else's. */
  read(key: string): string | undefined
  /** Keeps a text, if that is possible. */
  write(key: string, text: string): void
}

export interface DiskCacheOptions {
  /** The folder that it lies in, absolute; asked when it is needed, and may throw. */
  readonly folder: () => string
  /** What its files are called by, beside those of others. */
  readonly name: string
  /** So many texts are kept, the ones that were asked for last. */
  readonly kept: number
}

/** A cache of one kind of texts. Runs at the same time do each other no harm. */
export function createDiskCache({ folder, name, kept }: DiskCacheOptions): DiskCache {
  const fileOf = (key: string) => `${name}-${key.slice(0, 32)}.json`
  return {
    read: (key) => quietly(() => readEntry(path.join(folder(), fileOf(key)), key)),
    write(key, text) {
      quietly(() => {
        writeEntry(path.join(folder(), fileOf(key)), { key, digest: digestOf(text), text })
        removeOldest(folder(), `${name}-`, kept)
      })
    },
  }
}

/** Equal for equal texts only. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

interface Entry {
  readonly key: string
  readonly digest: string
  readonly text: string
}

function readEntry(file: string, key: string): string | undefined {
  if (!isTrusted(path.dirname(file))) return undefined
  const entry = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Entry> | null
  const { text } = entry ?? {}
  if (typeof text !== 'string' || entry?.key !== key || entry.digest !== digestOf(text)) return undefined
  const now = new Date()
  fs.utimesSync(file, now, now)
  return text
}

/** Readers see the whole entry or none: it gets its name when it is complete. */
function writeEntry(file: string, entry: Entry): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}-${randomUUID()}`)
  try {
    fs.writeFileSync(temporary, JSON.stringify(entry), { mode: 0o600, flag: 'wx' })
    fs.renameSync(temporary, file)
  } catch (error) {
    fs.rmSync(temporary, { force: true })
    throw error
  }
}

function removeOldest(folder: string, prefix: string, kept: number): void {
  const files = fs.readdirSync(folder).filter((name) => name.startsWith(prefix))
  const times = new Map(files.map((name) => [name, fs.statSync(path.join(folder, name)).mtimeMs]))
  const byAge = files.sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0))
  for (const name of byAge.slice(kept)) fs.rmSync(path.join(folder, name), { force: true })
}

/** A cache that cannot be read or written is no cache. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
