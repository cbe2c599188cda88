import { databaseAddressOf, describeAddress } from './database-target.js'
import type { SchemaLocation } from './discover-schemas.js'
import { type Unknown, unknown } from './migrated-schema.js'
import type { OutsideFiles } from './outside-files.js'

/** A database that Prisma may empty and fill, as the project names it. */
export interface ShadowDatabase {
  readonly kind: 'shadow'
  /** It may hold a password: it must reach nobody but Prisma. */
  readonly url: string
  /** For people: `database 'shadow' on db.example.org`. */
  readonly label: string
}

/** The shadow database of a schema. One that might be the database itself is none: Prisma empties it. */
export function shadowDatabaseOf(
  outside: OutsideFiles,
  location: SchemaLocation,
  environment: NodeJS.ProcessEnv = process.env,
): ShadowDatabase | Unknown {
  const addressOf = (property: string) => databaseAddressOf(property, outside, location, environment)
  const url = addressOf('shadowDatabaseUrl')
  if (url === undefined || url === '') return unknown("'shadowDatabaseUrl' names none that Prisma may empty for that")
  const label = describeAddress(url)
  if (label === undefined) return unknown("'shadowDatabaseUrl' is no address of a database")
  const others = ['url', 'directUrl'].flatMap((property) => addressOf(property) ?? [])
  if (others.some((other) => comparable(other) === comparable(url)))
    return unknown(`'shadowDatabaseUrl' names ${label} itself, which Prisma would empty`)
  return { kind: 'shadow', url, label }
}

/** The same for two addresses of one database, as far as that can be told from how they are written. */
function comparable(url: string): string {
  const place = (describeAddress(url) ?? url).toLowerCase()
  return place.replace(/ on (?:localhost|127\.0\.0\.1|\[::1\])/, ' on localhost').replace(/:(?:3306|1433|26257)$/, '')
}
