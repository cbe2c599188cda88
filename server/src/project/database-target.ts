import { parseEnv } from 'node:util'
import { type FileId, folderOf } from '../text/file-id.js'
import type { SchemaLocation } from './discover-schemas.js'
import type { OutsideFiles } from './outside-files.js'
import { joinId } from './paths.js'
import { writtenAddress } from './written-address.js'

/**
 * The database of a schema in words for a person: its name and host, never a user or a password. Undefined where it
 * cannot be told. `environment` is that of the process that would be started.
 */
export function databaseTarget(
  outside: OutsideFiles,
  location: SchemaLocation,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  // Migrations go to `directUrl` where there is one.
  const url = ['directUrl', 'url'].map((name) => databaseAddressOf(name, outside, location, environment)).find(Boolean)
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
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const written = writtenAddress(property, {
    schemas: location.files.map((file) => outside.textOf(file) ?? ''),
    textOf: (name) => outside.textOf(joinId(location.project ?? location.root, name)),
  })
  if (written === undefined || 'url' in written) return written?.url
  return valueOfVariable(written.variable, outside, location, environment)
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

/** As Prisma looks for it: the environment first, then the files `.env` beside what it reads. */
function valueOfVariable(
  variable: string,
  outside: OutsideFiles,
  { project, root, files }: SchemaLocation,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const own = project ?? root
  const folders: readonly FileId[] = [own, folderOf(files[0] ?? ''), joinId(own, 'prisma')]
  const read = folders.map((folder): Readonly<Record<string, string | undefined>> => {
    return parseEnv(outside.textOf(joinId(folder, '.env')) ?? '')
  })
  return [environment, ...read].map((variables) => variables[variable]).find((value) => value !== undefined)
}
