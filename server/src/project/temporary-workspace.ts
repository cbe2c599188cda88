import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A real folder for a test, gone when the test process is. */
export interface TemporaryWorkspace {
  readonly root: string
  /** Writes files, and the folders they stand in. */
  write(files: Readonly<Record<string, string | Buffer>>): void
  remove(): void
}

/** Makes a workspace with these files. Tests only. */
export function createTemporaryWorkspace(files: Readonly<Record<string, string | Buffer>> = {}): TemporaryWorkspace {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'drift project ')))
  const write = (more: typeof files) => {
    for (const [name, content] of Object.entries(more)) {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
      fs.writeFileSync(path.join(root, name), content)
    }
  }
  write(files)
  return { root, write, remove: () => fs.rmSync(root, { recursive: true, force: true }) }
}
