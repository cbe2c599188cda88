import fs from 'node:fs'

/** Writes a new file, and waits until it is on the disk. Throws where there is one already. */
export function writeSynced(absolute: string, bytes: Buffer): void {
  const descriptor = fs.openSync(absolute, 'wx', 0o600)
  try {
    writeAll(descriptor, bytes)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Writes from the start of an open file, and waits until it is on the disk. */
export function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(descriptor, bytes, at, bytes.length - at, at)
  fs.fsyncSync(descriptor)
}

/** Waits until the names in a folder are on the disk, where the system can do so. */
export function syncFolder(folder: string): void {
  try {
    const descriptor = fs.openSync(folder, 'r')
    try {
      fs.fsyncSync(descriptor)
    } finally {
      fs.closeSync(descriptor)
    }
  } catch {
    // Windows opens no folders.
  }
}
