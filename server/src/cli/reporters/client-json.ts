import type { GeneratedClient } from '../../model/client.js'
import type { ClientReport, SchemaClients } from '../../project/client-status.js'
import { prismaLine } from '../../project/prisma-command.js'
import { skewMessage } from '../../rules/client-version-skew.js'
import { VERSION } from '../version.js'

/** What `client status` says, for other programs. */
export function clientJson({ schemas }: Pick<ClientReport, 'schemas'>): string {
  const tool = { name: 'prisma-drift', version: VERSION }
  const clients = schemas.flatMap((schema) => schema.clients.map((client) => clientOf(client, schema)))
  return `${JSON.stringify({ version: 1, tool, clients }, null, 2)}\n`
}

function clientOf(client: GeneratedClient, { schema, setup }: SchemaClients) {
  const { generated, client: loaded, cli } = client.versions
  return {
    schema,
    generator: client.generator,
    state: stateOf(client),
    differences: client.differences.map(({ kind, name }) => ({ kind, name })),
    versions: { generated: generated ?? null, client: loaded ?? null, cli: cli ?? null },
    skew: skewMessage(client) ?? null,
    folder: setup.folder,
    command: prismaLine(setup, ['generate']),
  }
}

/** In one word, what a client is compared with its schema. */
export function stateOf({ state, differences }: GeneratedClient): 'fresh' | 'stale' | 'missing' | 'unknown' {
  if (state !== 'generated') return state
  return differences.length > 0 ? 'stale' : 'fresh'
}
