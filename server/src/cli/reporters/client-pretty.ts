import type { ClientDifference, GeneratedClient } from '../../model/client.js'
import type { ClientReport, SchemaClients } from '../../project/client-status.js'
import { prismaLine } from '../../project/prisma-command.js'
import { skewMessage } from '../../rules/client-version-skew.js'
import { colours as pc } from '../colours.js'
import { stateOf } from './client-json.js'

/** What `client status` says, for people: a line for each client, and one for each thing that differs. */
export function clientPretty({ schemas }: Pick<ClientReport, 'schemas'>): string {
  const lines = schemas.flatMap((schema) => schema.clients.flatMap((client) => linesOf(client, schema)))
  return lines.length === 0 ? 'No schema has a generator of a Prisma Client.\n' : `${lines.join('\n')}\n`
}

function linesOf(client: GeneratedClient, { schema, setup }: SchemaClients): readonly string[] {
  const state = stateOf(client)
  const name = `${pc.bold(schema)} ${client.at.id}`
  const skew = skewMessage(client)
  const where = setup.folder === '' ? '' : ` in ${setup.folder}`
  const command = `'${prismaLine(setup, ['generate'])}'${where}`
  return [
    `${name}: ${STATES[state](command)}`,
    ...client.differences.slice(0, MOST_LINES).map(differenceLine),
    ...(client.differences.length > MOST_LINES ? [`  … and ${client.differences.length - MOST_LINES} more`] : []),
    ...(skew === undefined ? [] : [`  ${pc.yellow(skew)}`]),
  ]
}

const MOST_LINES = 50

const STATES: Readonly<Record<ReturnType<typeof stateOf>, (command: string) => string>> = {
  fresh: () => pc.green('the client is up to date'),
  stale: (command) => `${pc.yellow('the client is of another state of the schema')}; ${command} makes it anew`,
  missing: (command) => `${pc.yellow('no client is generated')}; ${command} makes it`,
  unknown: () => pc.dim('it cannot be told what the client was made from'),
}

function differenceLine({ kind, name }: ClientDifference): string {
  return `  ${MARKS[kind]} ${name}`
}

const MARKS: Readonly<Record<ClientDifference['kind'], string>> = {
  new: pc.green('+'),
  changed: pc.yellow('~'),
  gone: pc.red('-'),
}
