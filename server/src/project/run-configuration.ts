import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ConfigurationText } from './configuration-text.js'

/** What the process that runs a configuration sends: what its module exports by default, or why there is nothing. */
export type ConfigurationMessage = { readonly value: unknown } | { readonly problem: string }

/** A configuration that imports half a project may take its time, one that hangs must not. */
const LONGEST_RUN_MS = 20_000

/**
 * Runs a configuration that is a program, in a process of its own. To be called for trusted workspaces only. `absolute`
 * is the path of the file, `root` the folder to run it in.
 */
export function runConfiguration(root: string, absolute: string): Promise<ConfigurationText> {
  return new Promise((resolve) => {
    const script = fileURLToPath(new URL('./configuration-child.js', import.meta.url))
    const child = spawn(process.execPath, [script, absolute], {
      cwd: root,
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      // What it prints is no part of any report, and must not be taken for the protocol of an editor.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      windowsHide: true,
      serialization: 'json',
    })
    let answer: ConfigurationText = { problem: 'it ended without an answer' }
    const timer = setTimeout(() => {
      answer = { problem: `it did not end within ${LONGEST_RUN_MS / 1000} seconds` }
      child.kill('SIGKILL')
    }, LONGEST_RUN_MS)
    child.on('message', (message: ConfigurationMessage) => {
      answer = 'problem' in message ? message : { value: message.value, lineOf: () => undefined }
    })
    child.on('error', (error) => {
      answer = { problem: `it could not be started: ${error.message}` }
    })
    child.on('close', () => {
      clearTimeout(timer)
      resolve(answer)
    })
  })
}
