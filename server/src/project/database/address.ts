import type { SchemaSource } from '../../analysis/world.js'
import { type FileId, folderOf } from '../../text/file-id.js'
import type { ServerAddress } from '../engine/messages.js'
import { findVariable, type Variable } from '../environment.js'
import { joinId } from '../paths.js'
import { readText } from '../read-files.js'
import { type WrittenAddress, writtenAddress } from '../written-address.js'

/** Where a schema's database is. Only `server` holds secrets, and is given to nobody but the connection. */
export interface DatabaseAddress {
  readonly kind: 'address'
  /** The variable that tells, or `datasource`. */
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

type Source = Pick<SchemaSource, 'root' | 'files'>

/** The address of the database of a schema for PostgreSQL; `written` is where that is told. */
export function databaseAddress(
  root: string,
  schema: Source,
  written: WrittenAddress = addressIn(root, schema, 'url') ?? { variable: 'DATABASE_URL' },
): DatabaseAddress | AddressProblem {
  const variable = 'url' in written ? 'datasource' : written.variable
  const found = 'url' in written ? { value: written.url, origin: 'the schema' } : variableOf(root, schema, variable)
  if (found === undefined || found.value === '') {
    const where = `neither in the environment nor in an .env file of ${folderIn(schema) || 'this folder'} or above`
    return { kind: 'absent', variable, message: `${variable} is not set, ${where}` }
  }
  const { origin, value } = found
  const read = readAddress(value)
  if ('problem' in read) return { kind: 'malformed', variable, message: `${variable} (from ${origin}) ${read.problem}` }
  return { kind: 'address', variable, origin, ...read }
}

/** What a schema or Prisma's configuration says of an address, such as `directUrl`. */
export function addressIn(root: string, schema: Source, property: string): WrittenAddress | undefined {
  return writtenAddress(property, {
    schemas: schema.files.map(({ text }) => text),
    textOf: (name) => textOf(root, joinId(schema.root, name)),
  })
}

function variableOf(root: string, schema: Source, name: string): Variable | undefined {
  const files = schema.files.map(({ file }) => file)
  return findVariable({ variables: process.env, root: schema.root, files, textOf: (file) => textOf(root, file) }, name)
}

function textOf(root: string, file: FileId): string | undefined {
  const read = readText(root, file)
  return 'text' in read ? read.text : undefined
}

function folderIn({ files: [first] }: Source): FileId {
  return folderOf(first?.file ?? '')
}

type Read = Pick<DatabaseAddress, 'label' | 'parameters' | 'server'> | { readonly problem: string }

/** Reads `postgresql://user:password@host:port/database?parameters`. */
function readAddress(text: string): Read {
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
