import type { ClientSource } from '../analysis/world.js'
import { baseName, type FileId, foldersAbove } from '../text/file-id.js'
import type { ClientLocation, SchemaLocation } from './discover-schemas.js'
import { type InstalledPackages, installedPackages, versionIn } from './installed-packages.js'
import type { OutsideFiles } from './outside-files.js'
import { joinId } from './paths.js'

export type ClientsInput = Pick<SchemaLocation, 'root' | 'files' | 'clients' | 'expectsClients'>

/** The clients that a schema's generators have written, with the copy of the schema that Prisma keeps in each. */
export function readClients(outside: OutsideFiles, schema: ClientsInput): readonly ClientSource[] {
  if (schema.clients.length === 0) return []
  const installed = installedPackages(outside, schema.root)
  return schema.clients.map((client) => {
    const { file, generator, output } = client
    const found = foldersOf(outside, client, installed).map((folder) => readFolder(outside, folder))
    const made = found.find((each) => typeof each !== 'string')
    const { client: loaded, cli } = installed
    const isMissing = schema.expectsClients && loaded && found.length > 0 && !found.includes('unknown')
    const isItself = made !== undefined && schema.files.includes(made.copy.file)
    return {
      file,
      generator,
      place: output === 'default' ? 'default' : 'own',
      copy: made && !isItself ? made.copy : isMissing ? 'missing' : 'unknown',
      versions: { generated: made?.version, client: loaded?.version, cli: cli?.version },
    }
  })
}

/** Where a client is looked for; none where that cannot be told. */
function foldersOf(
  outside: OutsideFiles,
  { output }: ClientLocation,
  { modules, client }: InstalledPackages,
): readonly FileId[] {
  if (output === 'unknown') return []
  if (output !== 'default') return [output]
  // Prisma writes it beside the package itself, which under pnpm is in a store.
  const real = client && outside.realOf(client.folder)
  const beside = real === undefined ? [] : [joinId(real, '../../.prisma/client')]
  return [...new Set([...beside, ...modules.map((folder) => `${folder}/.prisma/client`)])]
}

interface Made {
  readonly copy: { readonly file: FileId; readonly text: string }
  readonly version: string | undefined
}

/** What a folder holds: a client, none, or something that cannot be told. */
function readFolder(outside: OutsideFiles, folder: FileId): Made | 'missing' | 'unknown' {
  const copy = joinId(folder, COPY)
  const plain = outside.textOf(copy)
  if (plain !== undefined) return { copy: { file: copy, text: plain }, version: versionIn(outside, folder) }
  const names = outside.namesIn(folder) ?? []
  for (const file of INLINE_FILES.map((name) => joinId(folder, name))) {
    const made = names.length > 0 ? inlineCopy(file, outside.textOf(file)) : undefined
    if (made) return made
  }
  return names.length === 0 || isPlaceholder(folder) ? 'missing' : 'unknown'
}

const COPY = 'schema.prisma'
const INLINE_FILES = ['internal/class.ts', 'internal/class.mts', 'internal/class.cts', 'client.ts', 'index.js']

function inlineCopy(file: FileId, text: string | undefined): Made | undefined {
  const match = text && /"inlineSchema":\s*("[^"\\]*(?:\\.[^"\\]*)*")/.exec(text)
  if (!match) return undefined
  try {
    const schema: unknown = JSON.parse(match[1] ?? '')
    const version = /"clientVersion":\s*"([^"]+)"/.exec(text)?.[1]
    return typeof schema === 'string' ? { copy: { file, text: schema }, version } : undefined
  } catch {
    return undefined
  }
}

/** Beside `@prisma/client` its installation puts code that only says what is missing. */
function isPlaceholder(folder: FileId): boolean {
  return baseName(folder) === 'client' && [...foldersAbove(folder)].some((above) => baseName(above) === '.prisma')
}
