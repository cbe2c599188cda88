import { needsGeneration, readClientStatus } from '../../project/client-status.js'
import { prismaLine } from '../../project/prisma-command.js'
import { syncClients } from '../../project/sync-clients.js'
import type { FileId } from '../../text/file-id.js'
import { tell } from '../output.js'

/** A generated client that is not what its schema says. */
export interface ClientOutcome {
  readonly schema: FileId
  /** What brings it up to date, as a person would type it. */
  readonly command: string
  readonly state: 'stale' | 'regenerated' | 'failed'
  /** Why there is no new client. */
  readonly problem: string | undefined
}

/** The clients that would be regenerated; starts nothing. */
export async function staleClients(root: string): Promise<readonly ClientOutcome[]> {
  const { schemas } = await readClientStatus(root)
  const stale = schemas.filter(({ clients }) => clients.some(needsGeneration))
  return stale.map(({ schema, setup }) => {
    return { schema, command: prismaLine(setup, ['generate']), state: 'stale', problem: undefined }
  })
}

/** Regenerates the clients that are not what their schemas say. */
export async function regenerateClients(root: string): Promise<readonly ClientOutcome[]> {
  const { runs } = await syncClients({ root, onRun: ({ setup }) => tell(`> ${prismaLine(setup, ['generate'])}`) })
  return runs.map(({ schema: { schema, setup }, problem }) => {
    const state = problem === undefined ? 'regenerated' : 'failed'
    return { schema, command: prismaLine(setup, ['generate']), state, problem }
  })
}
