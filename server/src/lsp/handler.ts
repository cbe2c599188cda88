import {
  type CancellationToken,
  type ClientCapabilities,
  ErrorCodes,
  type NotificationType,
  type RequestType,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver'
import type { Server } from './server.js'

/** One method of the protocol. */
export interface Handler {
  /** What the server says that it can do by this. */
  readonly capabilities: (client: ClientCapabilities) => ServerCapabilities
  listen(server: Server): void
}

type Capabilities = Handler['capabilities']
const NONE: Capabilities = () => ({})

/** A request and what answers it. What it throws is logged and becomes an error of that request alone. */
export function onRequest<Params, Result, Failure>(
  { method }: RequestType<Params, Result, Failure>,
  answer: (server: Server, params: Params, token: CancellationToken) => Result | Promise<Result>,
  capabilities: Capabilities = NONE,
): Handler {
  return {
    capabilities,
    listen(server) {
      // A request without parameters comes with the token alone.
      server.connection.onRequest(method, async (...received: unknown[]) => {
        const token = received.at(-1) as CancellationToken
        const params = (received.length > 1 ? received[0] : undefined) as Params
        refuseOutOfTurn(server)
        try {
          return await answer(server, params, token)
        } catch (error) {
          if (error instanceof ResponseError) throw error
          server.log(`${method} failed: ${stackOf(error)}`)
          throw new ResponseError(ErrorCodes.InternalError, `${method} failed: ${String(error)}`)
        }
      })
    },
  }
}

/** A notification and what it leads to. What it throws is logged. */
export function onNotification<Params>(
  { method }: NotificationType<Params>,
  receive: (server: Server, params: Params) => void | Promise<void>,
  capabilities: Capabilities = NONE,
): Handler {
  return {
    capabilities,
    listen(server) {
      server.connection.onNotification(method, async (params: Params) => {
        if (server.phase !== 'running') return
        try {
          await receive(server, params)
        } catch (error) {
          server.log(`${method} failed: ${stackOf(error)}`)
        }
      })
    },
  }
}

/** For the log: what was thrown and where. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function refuseOutOfTurn({ phase }: Server): void {
  if (phase === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'initialize comes first')
  if (phase === 'shut down') throw new ResponseError(ErrorCodes.InvalidRequest, 'the server is shut down')
}
