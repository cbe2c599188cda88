import type { SchemaSource } from '../../analysis/world.js'
import { lowerSchema } from '../../prisma/lower.js'
import { scanSchema } from '../../prisma/scan.js'
import { folderOf } from '../../text/file-id.js'
import type { ServerAddress } from '../engine/messages.js'
import { joinId } from '../paths.js'
import { readText } from '../read-files.js'
import { findVariable } from './environment.js'

/** Where a schema's database is. Only `server` holds secrets, and is given to nobody but the connection. */
export interface DatabaseAddress {
  readonly kind: 'address'
  /** The variable that tells. */
  readonly variable: string
  /** Where it is set. */
  readonly origin: string
  /** For people: `shop on db.example.com:5432`. */
  readonly label: string
  /** Such as `connection_limit`, which say how the client connects. */
  readonly parameters: ReadonlyMap<string, string>
  readonly server: ServerAddress
}

/** Why there is no address; tells nothing of what is wrong in it but its form. */
export interface AddressProblem {
  readonly kind: 'absent' | 'malformed'
  readonly variable: string
  readonly message: string
}

/** The address of the database of a schema for PostgreSQL. */
export function databaseAddress(
  root: string,
  schema: Pick<SchemaSource, 'root' | 'files'>,
  name = variableOf(root, schema),
): DatabaseAddress | AddressProblem {
  const from = folderOf(schema.files[0]?.file ?? '')
  const variable = findVariable(root, from, name)
  if (variable === undefined || variable.value === '') {
    const where = `neither in the environment nor in an .env file of ${from || 'this folder'} or above`
    return { kind: 'absent', variable: name, message: `${name} is not set, ${where}` }
  }
  const read = readAddress(variable.value)
  if ('problem' in read) {
    return { kind: 'malformed', variable: name, message: `${name} (from ${variable.origin}) ${read.problem}` }
  }
  return { kind: 'address', variable: name, origin: variable.origin, ...read }
}

/** The variable that the datasource names, in the schema or in Prisma's configuration; `DATABASE_URL` if in neither. */
export function variableOf(root: string, { root: folder, files }: Pick<SchemaSource, 'root' | 'files'>): string {
  const scanned = files.map(({ file, text }) => ({ file, syntax: scanSchema(text) }))
  const named = lowerSchema({ root: folder, files: scanned }).datasource?.urlVariable
  if (named !== undefined) return named
  for (const name of ['prisma.config.ts', 'prisma.config.mts', 'prisma.config.js', 'prisma.config.mjs']) {
    const read = readText(root, joinId(folder, name))
    const match = 'text' in read ? URL_OF_CONFIG.exec(read.text) : null
    if (match) return match[1] ?? match[2] ?? 'DATABASE_URL'
  }
  return 'DATABASE_URL'
}

const URL_OF_CONFIG = /\burl\s*:\s*(?:env(?:<[^>]*>)?\(\s*['"`](\w+)|process\.env(?:\.|\[\s*['"`])(\w+))/

type Read = Pick<DatabaseAddress, 'label' | 'parameters' | 'server'> | { readonly problem: string }

/** Reads `postgresql://user:password@host:port/database?parameters`. */
export function readAddress(text: string): Read {
  const [, protocol] = /^\s*([a-z][a-z+.-]*):/i.exec(text) ?? []
  if (protocol?.startsWith('prisma'))
    return { problem: `is an address of Prisma's own service (${protocol}:), not of a server` }
  if (protocol !== 'postgresql' && protocol !== 'postgres') {
    return {
      problem: `does not begin with 'postgresql://'${/^["']/.test(text.trim()) ? '; it begins with a quote' : ''}`,
    }
  }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url) return { problem: `is no URL; a password with characters such as '#', '/' or '@' must have them encoded` }
  const database = decoded(url.pathname.slice(1))
  if (url.hostname === '' && !url.searchParams.has('host')) return { problem: 'names no host' }
  if (database === '') return { problem: 'names no database' }
  if (url.hash !== '') return { problem: `has a '#' that is not encoded (%23)` }
  const parameters = new Map([...url.searchParams].map(([name, value]) => [name, value]))
  const host = parameters.get('host') ?? url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || 5432)
  const server: ServerAddress = {
    ...{ host, port, database, user: decoded(url.username), password: decoded(url.password) },
    schema: parameters.get('schema') ?? 'public',
    encryption: encryptionOf(parameters),
  }
  return { label: `${database} on ${host}:${port}`, parameters, server }
}

function encryptionOf(parameters: ReadonlyMap<string, string>): ServerAddress['encryption'] {
  const mode = parameters.get('sslmode') ?? 'prefer'
  if (mode === 'disable') return 'none'
  if (mode.startsWith('verify')) return 'verified'
  return mode === 'require' ? 'required' : 'preferred'
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
