import { type ChildProcess, fork } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { EngineMethods, Reply } from './messages.js'

/**
 * Prisma's schema engine and embedded databases, in a process of their own that gives its memory back when it ends.
 * Both need none of the user's code, programs or databases.
 */
export interface Engine extends EngineMethods {
  /** Another for every other build of the engine. */
  readonly version: string
  /** Ends the process, if one runs. The next question starts another. */
  stop(): void
}

export interface EngineOptions {
  /** The bundle that runs in the process. */
  readonly program?: string
  /** How long the process waits for further questions. */
  readonly idleMs?: number
}

/** What the engine's process could not do; the message is for a person. */
export class EngineFailure extends Error {}

/** More than the longest history of migrations takes. */
const TIMEOUT_MS = 120_000

/** Starts nothing until it is asked something. Answers are given one after the other. */
export function createEngine({ program = ENGINE_PROGRAM, idleMs = 30_000 }: EngineOptions = {}): Engine {
  let child: ChildProcess | undefined
  let last: Promise<unknown> = Promise.resolve()
  let count = 0
  const running = () => {
    child = child?.connected ? child : start(program, idleMs)
    return child
  }
  const ask = (method: keyof EngineMethods, request: unknown) => {
    const asked = last.then(() => call(running(), { id: ++count, method, request }))
    last = asked.catch(() => undefined)
    return asked
  }
  return {
    get version() {
      const stat = statSync(program, { throwIfNoEntry: false })
      return stat ? `${stat.size} ${stat.mtimeMs}` : ''
    },
    snapshot: (request) => ask('snapshot', request) as ReturnType<EngineMethods['snapshot']>,
    diff: (request) => ask('diff', request) as ReturnType<EngineMethods['diff']>,
    readSql: (request) => ask('readSql', request) as ReturnType<EngineMethods['readSql']>,
    readDatabase: (request) => ask('readDatabase', request) as ReturnType<EngineMethods['readDatabase']>,
    examine: (request) => ask('examine', request) as ReturnType<EngineMethods['examine']>,
    stop() {
      child?.kill('SIGKILL')
      child = undefined
    },
  }
}

const ENGINE_PROGRAM = fileURLToPath(new URL('engine/main.js', import.meta.url))

function start(program: string, idleMs: number): ChildProcess {
  const child = fork(program, [String(idleMs)], {
    env: environment(),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.unref()
  return child
}

/** What a process needs to run at all, and nothing of what the user's environment may hold beside it. */
function environment(): NodeJS.ProcessEnv {
  const names = ['ELECTRON_RUN_AS_NODE', 'PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP']
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
}

function call(child: ChildProcess, message: { id: number; method: string; request: unknown }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS)
    const end = () => {
      clearTimeout(timer)
      child.off('message', receive).off('exit', gone).off('error', gone)
      child.channel?.unref()
    }
    const receive = (reply: Reply) => {
      if (reply.id !== message.id) return
      end()
      if ('failure' in reply) reject(new EngineFailure(reply.failure))
      else resolve(reply.answer)
    }
    const gone = () => {
      end()
      reject(new EngineFailure("the schema engine's process ended before it answered"))
    }
    child.channel?.ref()
    child.on('message', receive).on('exit', gone).on('error', gone)
    child.send(message, (error) => error && gone())
  })
}
