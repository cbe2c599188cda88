import { parseEnv } from 'node:util'
import { scanSchema } from '../prisma/scan.js'
import { type FileId, folderOf } from '../text/file-id.js'
import type { SchemaLocation } from './discover-schemas.js'
import type { OutsideFiles } from './outside-files.js'
import { joinId } from './paths.js'

/**
 * The database of a schema in words for a person: its name and host, never a user or a password. Undefined where it
 * cannot be told. `environment` is that of the process that would be started.
 */
export function databaseTarget(
  outside: OutsideFiles,
  location: SchemaLocation,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const written =
    location.files.flatMap((file) => addressIn(outside.textOf(file) ?? ''))[0] ?? inConfig(outside, location)
  if (written === undefined) return undefined
  const url = 'url' in written ? written.url : valueOfVariable(written.variable, outside, location, environment)
  return url === undefined ? undefined : describeAddress(url)
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

type Address = { readonly url: string } | { readonly variable: string }

/** Migrations go to `directUrl` where there is one. */
function addressIn(text: string): readonly Address[] {
  const properties = scanSchema(text).blocks.flatMap((block) => (block.kind === 'datasource' ? block.properties : []))
  const named = ['directUrl', 'url'].flatMap(
    (name) => properties.find((each) => each.name.text === name)?.value?.text ?? [],
  )
  return named.flatMap((value): readonly Address[] => {
    const variable = /^env\(\s*"([^"]+)"\s*\)$/.exec(value)?.[1]
    if (variable !== undefined) return [{ variable }]
    return value.startsWith('"') ? [{ url: value.slice(1, -1) }] : []
  })
}

/** Prisma 7 has the address in its configuration. */
function inConfig(outside: OutsideFiles, { project, root }: SchemaLocation): Address | undefined {
  const text = outside.textOf(joinId(project ?? root, 'prisma.config.ts')) ?? ''
  const [, called, dotted, quoted] = CONFIGURED.exec(text) ?? []
  const variable = called ?? dotted ?? quoted
  return variable === undefined ? undefined : { variable }
}

const CONFIGURED =
  /\bdatasource\s*:\s*\{[^}]*?\burl\s*:\s*(?:env\(\s*['"](\w+)['"]|process\.env\.(\w+)|process\.env\[\s*['"](\w+)['"])/

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
