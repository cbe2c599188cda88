import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, type Pseudoterminal } from 'vscode'
import { withoutEditorVariables } from './environment.js'

export interface ProgramOptions {
  /** A module that Node runs. */
  readonly module: string
  readonly args: readonly string[]
  readonly cwd: string
}

/**
 * Runs a module in a terminal, by the Node that runs this extension: on a desktop that is the editor's own executable,
 * which writes to pipes on every system, but not to every console.
 */
export function createProgramTerminal({ module, args, cwd }: ProgramOptions): Pseudoterminal {
  const written = new EventEmitter<string>()
  const closed = new EventEmitter<number>()
  let child: ChildProcess | undefined
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open() {
      written.fire(`> prisma-drift ${args.join(' ')}\r\n\r\n`)
      const own = { ELECTRON_RUN_AS_NODE: '1', FORCE_COLOR: '1' }
      const env = { ...process.env, ...withoutEditorVariables(process.env), ...own }
      child = spawn(process.execPath, [module, ...args], {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      })
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => written.fire(text.replaceAll(/\r?\n/g, '\r\n')))
      }
      child.on('error', (error) => {
        written.fire(`${error.message}\r\n`)
        closed.fire(2)
      })
      child.on('close', (status) => closed.fire(status ?? 2))
    },
    close: () => void child?.kill(),
  }
}
