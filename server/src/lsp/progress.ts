import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { Cancelled } from '../project/follow-uses-aside.js'
import type { Server } from './server.js'

/** Shows in the client, if it can, that something is under way until `work` is over. Never waits for the client. */
export function withProgress<Result>(server: Server, title: string, work: Promise<Result>): Promise<Result> {
  if (!server.client.showsProgress) return work
  const shown = server.connection.window.createWorkDoneProgress().then((progress) => {
    progress.begin('Prisma Drift', undefined, title)
    return progress
  })
  const end = () => shown.then((progress) => progress.done()).catch(() => {})
  return work.finally(() => void end())
}

/**
 * The same for long work that a person may end: by the request that waits for it, or where the client shows it. `work`
 * asks now and then whether it still has to go on, and throws `Cancelled` where it has not.
 */
export async function withCancellableProgress<Result>(
  server: Server,
  title: string,
  token: CancellationToken,
  work: (isCancelled: () => boolean) => Promise<Result>,
): Promise<Result> {
  let isCancelled = () => token.isCancellationRequested
  const shown = server.client.showsProgress
    ? server.connection.window.createWorkDoneProgress().then((progress) => {
        progress.begin('Prisma Drift', undefined, title, true)
        isCancelled = () => token.isCancellationRequested || progress.token.isCancellationRequested
        return progress
      })
    : undefined
  try {
    return await work(() => isCancelled())
  } catch (error) {
    if (error instanceof Cancelled) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
    throw error
  } finally {
    void shown?.then((progress) => progress.done()).catch(() => {})
  }
}
