import type { SchemaSource } from '../../analysis/world.js'
import { engineSchema } from '../../prisma/engine-schema.js'
import { type Engine, EngineFailure } from '../engine/engine.js'
import type { ServerFacts } from '../engine/messages.js'
import { firstLine } from '../migrated-schema.js'
import { type AddressProblem, addressIn, type DatabaseAddress, databaseAddress } from './address.js'
import { installedVersion } from './installed-version.js'

/** One thing that was looked at. `unknown` where it cannot be. */
export interface Check {
  readonly state: 'good' | 'doubtful' | 'bad' | 'unknown'
  readonly about: string
  readonly message: string
}

export interface DoctorInput {
  /** The workspace, absolute. */
  readonly root: string
  readonly schema: SchemaSource
  readonly engine: Engine
  /** The simplest query may take this long. */
  readonly latencyMs: number
  /** The variable with the address for migrations; none where they use the same. */
  readonly migrationVariable?: string | undefined
}

/** Looks at what a schema's database and its clients need, a line each. Nothing is changed, no secret is told. */
export async function examineProject(input: DoctorInput): Promise<readonly Check[]> {
  const { root, schema } = input
  const { provider } = engineSchema(schema.files)
  const versions = clientVersions(root, schema)
  if (provider !== 'postgresql') {
    const message = `a database of ${provider ?? 'an unknown kind'} cannot be examined; only PostgreSQL can`
    return [versions, { state: 'unknown', about: 'connection', message }]
  }
  const address = databaseAddress(root, schema)
  const runtime = await examineAddress(address, input)
  const named = input.migrationVariable
  const written = named === undefined ? addressIn(root, schema, 'directUrl') : { variable: named }
  const direct = written && databaseAddress(root, schema, written)
  const migrations = direct ? await examineAddress(direct, input) : undefined
  const [facts, migrator] = [runtime.facts, migrations ?? runtime]
  return [
    versions,
    ...runtime.checks,
    ...(migrations?.checks ?? []),
    ...(facts && address.kind === 'address' ? [...rights(facts, address), ...pooling(facts, address, direct)] : []),
    ...(migrator.facts && migrator.address ? migrationRights(migrator.facts, migrator.address) : []),
  ]
}

function clientVersions(root: string, { root: folder }: SchemaSource): Check {
  const [cli, client] = ['prisma', '@prisma/client'].map((name) => installedVersion(root, folder, name))
  const about = 'versions'
  if (client === undefined) return { state: 'doubtful', about, message: '@prisma/client is not installed' }
  if (cli === undefined)
    return { state: 'doubtful', about, message: `@prisma/client is ${client}, prisma is not installed` }
  if (cli !== client)
    return { state: 'bad', about, message: `prisma is ${cli}, @prisma/client is ${client}: they must be the same` }
  return { state: 'good', about, message: `prisma and @prisma/client are ${client}` }
}

interface Examined {
  readonly checks: readonly Check[]
  readonly address: DatabaseAddress | undefined
  readonly facts: ServerFacts | undefined
}

async function examineAddress(address: DatabaseAddress | AddressProblem, input: DoctorInput): Promise<Examined> {
  const { variable } = address
  if (address.kind !== 'address') {
    return {
      checks: [{ state: 'bad', about: variable, message: address.message }],
      address: undefined,
      facts: undefined,
    }
  }
  const set: Check = {
    state: 'good',
    about: variable,
    message: `is well formed, from ${address.origin}: ${address.label}`,
  }
  const failed = (message: string) => ({
    checks: [set, { state: 'bad', about: 'connection', message } as const],
    ...{ address, facts: undefined },
  })
  try {
    const answer = await input.engine.examine(address.server)
    if (answer.kind === 'failed') return failed(answer.problem.message)
    return { checks: [set, ...serverChecks(answer, address, input.latencyMs)], address, facts: answer }
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error
    return failed(firstLine(error.message))
  }
}

function serverChecks(facts: ServerFacts, { server }: DatabaseAddress, bound: number): readonly Check[] {
  const { version, connectMs, queryMs, hasSchema, connections, maxConnections } = facts
  const major = Number.parseInt(version, 10)
  const free = maxConnections - connections
  const query = `a simple query takes ${queryMs.toFixed(1)} ms, ${bound} ms are allowed`
  return [
    { state: 'good', about: 'connection', message: `as '${server.user}', in ${Math.round(connectMs)} ms` },
    major >= 10
      ? { state: 'good', about: 'server', message: `PostgreSQL ${version}` }
      : { state: 'bad', about: 'server', message: `PostgreSQL ${version} is older than what Prisma supports` },
    { state: queryMs <= bound ? 'good' : 'bad', about: 'latency', message: query },
    free > maxConnections / 10
      ? { state: 'good', about: 'connections', message: `${connections} of ${maxConnections} are in use` }
      : {
          state: 'doubtful',
          about: 'connections',
          message: `${connections} of ${maxConnections} are in use: few are left`,
        },
    ...(hasSchema
      ? []
      : [{ state: 'bad' as const, about: 'schema', message: `there is no schema '${server.schema}'` }]),
  ]
}

/** What the program may do that runs on the database. */
function rights({ forbidden }: ServerFacts, { server: { user } }: DatabaseAddress): readonly Check[] {
  const about = 'rights at run time'
  if (forbidden.length === 0) return [{ state: 'good', about, message: `'${user}' may read and write every table` }]
  const shown = forbidden.slice(0, 3).join(', ')
  const rest = forbidden.length > 3 ? ` and ${forbidden.length - 3} more` : ''
  return [{ state: 'bad', about, message: `'${user}' may not read and write ${shown}${rest}` }]
}

/** What `prisma migrate` may do. */
function migrationRights(facts: ServerFacts, { server: { user, schema } }: DatabaseAddress): readonly Check[] {
  const about = 'rights of migrations'
  if (!facts.mayCreateTables) return [{ state: 'bad', about, message: `'${user}' may not make tables in '${schema}'` }]
  if (facts.mayCreateDatabases) return [{ state: 'good', about, message: `'${user}' may make tables and databases` }]
  const message = `'${user}' may make tables, but no databases: migrate deploy works, migrate dev needs a shadow database`
  return [{ state: 'doubtful', about, message }]
}

function pooling(
  { maxConnections }: ServerFacts,
  { server, parameters }: DatabaseAddress,
  direct: DatabaseAddress | AddressProblem | undefined,
): readonly Check[] {
  const about = 'pooling'
  const wrong = ['connection_limit', 'pool_timeout', 'connect_timeout'].find(
    (name) => !/^\d*$/.test(parameters.get(name) ?? ''),
  )
  if (wrong !== undefined) return [{ state: 'bad', about, message: `${wrong} is not a number` }]
  const limit = Number(parameters.get('connection_limit') ?? 0)
  if (limit > maxConnections) {
    return [
      { state: 'bad', about, message: `connection_limit is ${limit}, the server allows ${maxConnections} in all` },
    ]
  }
  const isPooler = /pooler|pgbouncer/i.test(server.host) || server.port === 6543 || server.port === 6432
  if (isPooler && parameters.get('pgbouncer') !== 'true') {
    return [
      {
        state: 'doubtful',
        about,
        message: `${server.host}:${server.port} looks like a pooler: it needs pgbouncer=true`,
      },
    ]
  }
  if (parameters.get('pgbouncer') === 'true' && direct === undefined) {
    return [{ state: 'doubtful', about, message: 'migrations cannot go through a pooler, and no directUrl is given' }]
  }
  return [
    {
      state: 'good',
      about,
      message: limit > 0 ? `at most ${limit} connections` : 'as many connections as Prisma takes',
    },
  ]
}
