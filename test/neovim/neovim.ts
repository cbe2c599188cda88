import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { CLI } from '../support/cli.js'

export interface Finding {
  readonly code: string
  readonly source: string
  /** Counts from 1. */
  readonly line: number
  readonly message: string
}

/** What `drive.lua` saw. */
export interface Visit {
  readonly before: readonly Finding[]
  /** The title of the code action that was taken, if one was. */
  readonly title?: string
  readonly after: readonly Finding[]
  readonly text: string
}

export interface VisitOptions {
  /** The folder that is open. */
  readonly root: string
  /** Relative to it. */
  readonly file: string
  /** The code of the finding to get rid of. */
  readonly code: string
  /** Typed to that end, instead of taking a code action. */
  readonly typed?: { readonly over: string; readonly text: string }
}

const HEADLESS = ['--clean', '--headless', '-n', '-i', 'NONE', '-c', 'luafile test/neovim/drive.lua']

/** Opens a file in Neovim, with our server, and makes a finding go away. */
export async function visit({ root, file, code, typed }: VisitOptions): Promise<Visit> {
  const server = JSON.stringify([process.execPath, CLI, 'lsp', '--stdio'])
  const typing = typed && { DRIFT_REPLACED: typed.over, DRIFT_TYPED: typed.text }
  const env = { ...process.env, DRIFT_ROOT: root, DRIFT_CODE: code, DRIFT_SERVER: server, ...typing }
  const { stdout } = await promisify(execFile)('nvim', [...HEADLESS, path.join(root, file)], { env, timeout: 60_000 })
  return JSON.parse(stdout)
}
