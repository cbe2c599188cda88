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
