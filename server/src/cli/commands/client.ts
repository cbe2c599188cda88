import type { GeneratedClient } from '../../model/client.js'
import {
  type ClientReport,
  needsGeneration,
  readClientStatus,
  type SchemaClients,
} from '../../project/client-status.js'
import { prismaLine } from '../../project/prisma-command.js'
import { syncClients } from '../../project/sync-clients.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { skewMessage } from '../../rules/client-version-skew.js'
import { rootOf, schemaProblem } from '../open-project.js'
import { complain, tell, tellDuration, write } from '../output.js'
import { clientJson } from '../reporters/client-json.js'
import { clientPretty } from '../reporters/client-pretty.js'

export interface ClientOptions {
  readonly cwd: string
  readonly format: 'pretty' | 'json'
}

/** Runs `client status`; the result is the exit status: 1 where a client is not what it should be. */
export async function clientStatus({ cwd, format }: ClientOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const root = rootOf(cwd)
  if (root === undefined) return complain(`'${cwd}' is not a folder`)
  const report = await readClientStatus(root, { changes: 'none' })
  const problem = schemaProblem(report.workspace)
  if (problem !== undefined) return complain(problem)
  const lost = await write(format === 'json' ? clientJson(report) : clientPretty(report))
  if (lost !== undefined) return complain(lost)
  tellDuration(started)
  return allClients(report).some((client) => needsGeneration(client) || skewMessage(client)) ? 1 : 0
}

/**
 * Runs `client sync`; the result is the exit status: 1 where a client is still not what it should be, 2 where Prisma
 * failed. What Prisma prints goes to stderr.
 */
export async function clientSync({ cwd, format }: ClientOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const root = rootOf(cwd)
  if (root === undefined) return complain(`'${cwd}' is not a folder`)
  const { before, after, runs } = await syncClients({ root, onRun: announce, changes: 'none' })
  const problem = schemaProblem(before.workspace)
  if (problem !== undefined) return complain(problem)
  const lost = await write(format === 'json' ? clientJson(after) : clientPretty(after))
  if (lost !== undefined) return complain(lost)
  tellDuration(started)
  const failures = runs.flatMap((run) => run.problem ?? [])
  if (failures.length > 0) return complain(failures.join('\n'))
  return allClients(after).some(needsGeneration) ? 1 : 0
}

/** Says why Prisma is run, before it is. */
function announce({ schema, clients, setup }: SchemaClients): void {
  const reasons = clients.filter(needsGeneration)
  tell(clientPretty({ schemas: [{ schema, clients: reasons, setup }] }).trimEnd())
  tell(`> ${prismaLine(setup, ['generate'])}`)
}

function allClients({ schemas }: Pick<ClientReport, 'schemas'>): readonly GeneratedClient[] {
  return schemas.flatMap(({ clients }) => clients)
}
