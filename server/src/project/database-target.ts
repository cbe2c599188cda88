import type { SchemaLocation } from './discover-schemas.js'
import { type Environment, findVariable } from './environment.js'
import type { OutsideFiles } from './outside-files.js'
import { joinId } from './paths.js'
import { writtenAddress } from './written-address.js'

/**
 * The database of a schema in words for a person: its name and host, never a user or a password. Undefined where it
 * cannot be told. `variables` are those of the process that would be started.
 */
export function databaseTarget(
  outside: OutsideFiles,
  location: SchemaLocation,
  variables: Environment['variables'],
): string | undefined {
  // Migrations go to `directUrl` where there is one.
  const url = ['directUrl', 'url'].map((name) => databaseAddressOf(name, outside, location, variables)).find(Boolean)
  return url === undefined ? undefined : describeAddress(url)
}

/**
 * The address that a schema's `datasource` or Prisma's configuration gives under a name such as `url`: it may hold a
 * password. Undefined where there is none, or where it cannot be told.
 */
export function databaseAddressOf(
  property: string,
  outside: OutsideFiles,
  location: SchemaLocation,
  variables: Environment['variables'],
): string | undefined {
  const { files } = location
  const root = location.project ?? location.root
  const written = writtenAddress(property, {
    schemas: files.map((file) => outside.textOf(file) ?? ''),
    textOf: (name) => outside.textOf(joinId(root, name)),
  })
  if (written === undefined || 'url' in written) return written?.url
  return findVariable({ variables, root, files, textOf: outside.textOf }, written.variable)?.value
}

/** What an address says of host and database; undefined for one of an unknown form. */
export function describeAddress(url: string): string | undefined {
  const file = /^file:(?:\/\/)?([^?]+)/.exec(url)?.[1]
  if (file !== undefined) return `the file ${file}`
  const [, scheme = '', rest = ''] = /^([a-z+]+):\/\/(.*)$/is.exec(url) ?? []
  if (scheme === 'sqlserver') return describeSqlServer(rest)
  // A user and a password end with the last @, whatever they hold.
  const [, host, database] = /^([\w.,:[\]-]+)(?:\/([^?#]*))?/.exec(rest.slice(rest.lastIndexOf('@') + 1)) ?? []
  if (scheme === '' || host === undefined) return undefined
  return database ? `database '${decoded(database)}' on ${host}` : `the database on ${host}`
}

function describeSqlServer(rest: string): string | undefined {
  const [host = '', ...settings] = rest.split(';')
  if (!/^[\w.,:\\-]+$/.test(host)) return undefined
  const named = settings.find((setting) => /^(?:database|initial catalog)=/i.test(setting))
  const database = named?.slice(named.indexOf('=') + 1)
  return database ? `database '${database}' on ${host}` : `the database on ${host}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
