import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { writeSynced } from './synced.js'
import { reasonOf } from './write-reason.js'

/**
 * Writes a file whole or not at all: until it is on the disk its old contents stay. Folders that are missing are made,
 * links are followed, permissions stay. One that holds the text already is left alone, and so is its folder. The result
 * says why it could not be written.
 */
export function writeFile(absolute: string, text: string): string | undefined {
  try {
    const stat = fs.statSync(absolute, { throwIfNoEntry: false })
    // A pipe or a device cannot be replaced by a file, and `/dev/stdout` leads to what has no path.
    if (stat && !stat.isFile()) fs.writeFileSync(absolute, text)
    else if (!holds(absolute, text)) replace(stat ? fs.realpathSync(absolute) : absolute, text, stat?.mode)
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}

function holds(file: string, text: string): boolean {
  try {
    return fs.readFileSync(file).equals(Buffer.from(text))
  } catch {
    return false
  }
}

function replace(target: string, text: string, mode = 0o666 & ~process.umask()): void {
  fs.mkdirSync(path.dirname(target), { recursive: true })
  const next = path.join(path.dirname(target), `.${path.basename(target)}-${randomBytes(6).toString('hex')}.new`)
  try {
    writeSynced(next, Buffer.from(text))
    fs.chmodSync(next, mode & 0o7777)
    fs.renameSync(next, target)
  } catch (error) {
    fs.rmSync(next, { force: true })
    throw error
  }
}
