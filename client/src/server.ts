import { type Disposable, type Event, EventEmitter, type LogOutputChannel, Uri, workspace } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { createRestartPolicy } from './restart-policy.js'
import { readEditorSettings } from './settings.js'

/** `failed`: it went away so often that it is not started again by itself. */
export type ServerState = 'stopped' | 'starting' | 'running' | 'failed'

/** The language server: one process for all folders of the window, started again when it goes away. */
export interface Server extends Disposable {
  readonly state: ServerState
  readonly onDidChangeState: Event<ServerState>
  /** Starts it, or starts it anew; does not throw. */
  restart(): Promise<void>
  stop(): Promise<void>
  /** Sends a request when it runs. Throws where it does not come to run, or refuses. */
  request<Result>(method: string, params?: unknown): Promise<Result>
  /** Called with what it notifies of, whichever process it is. */
  onNotification<Params>(method: string, handler: (params: Params) => void): void
}

/** A server that does not answer for so long is ended by force. */
const LONGEST_START_MS = 2_000

/** `extensionUri` is the folder of the extension. */
export function createServer(extensionUri: Uri, log: LogOutputChannel): Server {
  const policy = createRestartPolicy()
  const changed = new EventEmitter<ServerState>()
  const handlers: { readonly method: string; readonly handler: (params: unknown) => void }[] = []
  let state: ServerState = 'stopped'
  let client: LanguageClient | undefined
  /** Whether that has started; never rejects. */
  let started: Promise<void> = Promise.resolve()
  /** Until all earlier processes have been told to end; never rejects. */
  let left: Promise<void> = Promise.resolve()
  /** Each start has a number of its own: what an earlier process still has to say counts no more. */
  let run = 0

  return {
    get state() {
      return state
    },
    onDidChangeState: changed.event,
    async restart() {
      policy.reset()
      await stop()
      // Another restart may have been asked for meanwhile, and have come first.
      if (state === 'stopped') await start()
    },
    stop,
    async request(method, params) {
      await settled()
      if (!client || state !== 'running') throw new Error('The language server is not running.')
      return client.sendRequest(method, params)
    },
    onNotification(method, handler) {
      handlers.push({ method, handler: handler as (params: unknown) => void })
    },
    dispose() {
      void stop()
      changed.dispose()
    },
  }

  async function start(): Promise<void> {
    const own = ++run
    become('starting')
    try {
      // A bundle of its own, which is loaded only here: activation does not wait for it.
      const { createLanguageClient } = await import('./language-client.js')
      if (own !== run) return
      const next = createLanguageClient({
        module: Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath,
        folder: extensionUri.fsPath,
        log,
        initializationOptions: { trusted: workspace.isTrusted, settings: readEditorSettings() },
        onClosed: () => ended(own, 'The server went away.'),
      })
      client = next
      for (const method of new Set(handlers.map((each) => each.method))) {
        next.onNotification(method, (params: unknown) => {
          if (own === run) notify(method, params)
        })
      }
      const starting = next.start()
      started = starting.catch(() => undefined)
      await starting
      if (own === run) become('running')
    } catch (error) {
      ended(own, `The server did not start: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  function notify(method: string, params: unknown): void {
    for (const each of handlers) if (each.method === method) each.handler(params)
  }

  function ended(own: number, reason: string): void {
    if (own !== run) return
    run++
    void discard()
    const delay = policy.crashed(Date.now())
    log.error(delay === undefined ? `${reason} It is not started again by itself.` : `${reason} It is started again.`)
    become(delay === undefined ? 'failed' : 'starting')
    const next = run
    if (delay !== undefined) setTimeout(() => next === run && void start(), delay)
  }

  async function stop(): Promise<void> {
    run++
    become('stopped')
    await discard()
  }

  function discard(): Promise<void> {
    const old = client
    const ready = started
    client = undefined
    if (old) left = left.then(() => leave(old, ready))
    return left
  }

  /** A client that is starting cannot be ended: its process would stay, and tell the same beside the next one. */
  async function leave(old: LanguageClient, ready: Promise<void>): Promise<void> {
    await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, LONGEST_START_MS))])
    await old.dispose().catch((error: unknown) => log.debug(`Leaving the server: ${String(error)}`))
  }

  function become(next: ServerState): void {
    if (next === state) return
    state = next
    changed.fire(state)
  }

  /** Waits until it has started or has failed to. */
  function settled(): Promise<void> {
    if (state !== 'starting') return Promise.resolve()
    return new Promise((resolve) => {
      const listener = changed.event((next) => {
        if (next === 'starting') return
        listener.dispose()
        resolve()
      })
    })
  }
}
