import type { Server } from './server.js'

/** Shows in the client, if it can, that something is under way until `work` is over. */
export async function withProgress<Result>(server: Server, title: string, work: Promise<Result>): Promise<Result> {
  if (!server.client.showsProgress) return work
  const progress = await server.connection.window.createWorkDoneProgress()
  progress.begin('Prisma Drift', undefined, title)
  return work.finally(() => progress.done())
}
