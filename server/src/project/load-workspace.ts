import type { ClientSource, SchemaSource, SourceText, World } from '../analysis/world.js'
import { NO_BASELINE } from '../configuration/baseline.js'
import { createFileFilter } from '../configuration/globs.js'
import type { Settings } from '../configuration/settings.js'
import { createPrismaEngine } from '../prisma/engine.js'
import { type FileId, folderOf, isWithin } from '../text/file-id.js'
import { findClientFolders } from './client-folders.js'
import { discoverSchemas, type SchemaLocation } from './discover-schemas.js'
import { readClients } from './generated-client.js'
import { type Base, readBase } from './git.js'
import { type Listing, listWorkspace } from './list-files.js'
import { loadBaseline } from './load-baseline.js'
import { loadPrismaWasm } from './load-prisma-wasm.js'
import type { LookedAt } from './looked-at.js'
import { listMigrations } from './migrations.js'
import { moduleKeyOf } from './module-key.js'
import { readNxProjects } from './nx-projects.js'
import type { OpenDocuments } from './open-documents.js'
import { createOutsideFiles, type OutsideFiles } from './outside-files.js'
import { type Packages, readPackages } from './packages.js'
import type { FileProblem } from './problem.js'
import { createTextReader, readText as readFile, readTexts } from './read-files.js'
import { createModuleResolver, type ModuleResolverInput } from './resolve-module.js'
import { isSideFile } from './side-files.js'
import type { TextCache } from './text-cache.js'

export interface LoadOptions {
  /** The folder to read, absolute. */
  readonly root: string
  /** What git knows the earlier schema under. */
  readonly base: string
  readonly settings: Settings
  /** In an untrusted workspace nothing is started. */
  readonly trust: 'trusted' | 'untrusted'
  /** Their texts count instead of those on disk, for files that are there. */
  readonly documents?: OpenDocuments
  /** What earlier loads read: files that are the same by their time and size are not read again. */
  readonly cache?: TextCache
  /** Notes all that is looked at, instead of a cache. */
  readonly looked?: LookedAt
  /** Called once it is known how many files are read for types. */
  readonly onListed?: (files: number) => void
  /** `skipped`: no TypeScript is read, and there are schemas alone. */
  readonly sources?: 'skipped'
}

export interface Workspace {
  readonly world: World
  readonly packages: Packages
  readonly problems: readonly FileProblem[]
  /** The files of schemas that could not be read; they are among the problems as well. */
  readonly unreadSchemas: readonly FileProblem[]
  /** What is wrong with the file that lists known findings; then none is known. */
  readonly baselineProblems: readonly string[]
  /** What the earlier schema was compared with, or why it was not. */
  readonly base: Base
  /** Where schemas were looked for, if none was found. */
  readonly lookedIn: readonly string[]
  /** The number of TypeScript files that were read. */
  readonly fileCount: number
  /** All files that some part of the program reads. */
  readonly files: ReadonlySet<FileId>
  /** Those of them whose texts are or, if they can be read, would be in the world. */
  readonly sources: ReadonlySet<FileId>
  /** The files of TypeScript, Vue and Svelte that people write: tests and what the settings leave out among them. */
  readonly written: ReadonlySet<FileId>
  /** What beside the files decides where imports lead. */
  readonly modules: Pick<ModuleResolverInput, 'links' | 'clientOutputs'>
  /** Equal for workspaces in which every import leads to the same file. */
  readonly moduleKey: () => string
  /** What was looked at besides: generated clients and installed packages. See {@link OutsideFiles}. */
  readonly outside: OutsideFiles['seen']
  /** Where the schemas are, in the order of the world's. */
  readonly locations: readonly SchemaLocation[]
}

/**
 * Reads a workspace from disk. Never throws for what it finds there. Schemas have only the errors that our scanner sees;
 * {@link withSchemaErrors} asks Prisma's own code.
 */
export async function loadWorkspace(options: LoadOptions): Promise<Workspace> {
  const { root, documents, looked, cache = looked } = options
  const reading = { ...(documents && { documents }), ...(cache && { cache }) }
  const listing = await listWorkspace(root, looked && { looked })
  const readText = createTextReader(root, reading)
  const packages = readPackages({ files: listing.files.map(({ id }) => id), readText })
  const { schemas: locations, lookedIn } = await discoverSchemas({ files: listing.files, readText, packages })
  const base = readBase({ ...options, ref: options.base, ...baseFiles(locations) })
  const clients = findClientFolders(
    listing.files.map(({ id }) => id),
    packages,
  )
  const written = options.sources === 'skipped' ? [] : writtenFiles(listing, locations, clients)
  const wanted = written.filter((id) => !isSideFile(id)).filter(createFileFilter(options.settings))
  options.onListed?.(wanted.length)
  const sources = await readTexts(root, wanted, reading)
  const outside = createOutsideFiles(root, cache)
  const schemas = readSchemas({ options, locations, listing, readText, outside, base: await base })
  const modules = moduleInput({ listing, readText, packages, locations, clients })
  const baseline = loadBaseline(root, looked)
  const world: World = {
    texts: sources.texts,
    schemas,
    packages: [...packages.all, ...readNxProjects({ files: modules.files, readText })],
    resolveModule: createModuleResolver(modules),
    settings: options.settings,
    baseline: baseline.kind === 'loaded' ? baseline.baseline : NO_BASELINE,
  }
  const unreadSchemas = unreadOf(root, locations, readText)
  const problems = [...listing.problems, ...unreadSchemas, ...sources.problems]
  return {
    world,
    packages,
    problems,
    unreadSchemas,
    baselineProblems: baseline.kind === 'broken' ? baseline.problems : [],
    base: await base,
    lookedIn,
    fileCount: sources.texts.size,
    files: modules.files,
    sources: new Set(wanted),
    written: new Set(written),
    modules: { links: modules.links, clientOutputs: modules.clientOutputs },
    moduleKey: () => moduleKeyOf(modules),
    outside: outside.seen,
    locations: locations.filter(({ files }) => textsOf(files, readText).length > 0),
  }
}

/** The same workspace with the errors that Prisma's own code sees in its schemas. */
export async function withSchemaErrors(workspace: Workspace): Promise<Workspace> {
  const { world } = workspace
  if (world.schemas.length === 0) return workspace
  const engine = createPrismaEngine(await loadPrismaWasm())
  const schemas = world.schemas.map((schema) => ({ ...schema, errors: engine.lint(schema.files) ?? [] }))
  return { ...workspace, world: { ...world, schemas } }
}

/** What people write: no output of generators or of the compiler. */
function writtenFiles(
  { files }: Listing,
  locations: readonly SchemaLocation[],
  clients: readonly FileId[],
): readonly FileId[] {
  const outputs = [...clients, ...locations.flatMap(({ generatedOutputs }) => generatedOutputs)]
  const known = new Set(files.map(({ id }) => id))
  return files
    .filter(({ kind, generated }) => (kind === 'typescript' || kind === 'component') && !generated)
    .map(({ id }) => id)
    .filter((id) => !isEmitted(id, known) && !outputs.some((output) => isWithin(id, output)))
}

/** A declaration file beside the source that it was made from. */
function isEmitted(id: FileId, known: ReadonlySet<FileId>): boolean {
  if (!id.endsWith('.d.ts')) return false
  const stem = id.slice(0, -'.d.ts'.length)
  return known.has(`${stem}.ts`) || known.has(`${stem}.tsx`)
}

function unreadOf(
  root: string,
  locations: readonly SchemaLocation[],
  readText: (file: FileId) => string | undefined,
): readonly FileProblem[] {
  const unread = locations.flatMap(({ files }) => files).filter((file) => readText(file) === undefined)
  return unread.flatMap((file) => {
    const read = readFile(root, file)
    return 'text' in read ? [] : [read]
  })
}

/** The schemas' files, and the folders of those that are made of several, where files may be gone by now. */
function baseFiles(locations: readonly SchemaLocation[]): { files: readonly FileId[]; folders: readonly FileId[] } {
  const folders = locations.filter(({ files }) => files.length > 1).flatMap(({ files }) => files.map(folderOf))
  return { files: locations.flatMap(({ files }) => files), folders: [...new Set(folders)] }
}

interface ReadSchemasInput {
  readonly options: LoadOptions
  readonly locations: readonly SchemaLocation[]
  readonly listing: Listing
  readonly readText: (file: FileId) => string | undefined
  readonly outside: OutsideFiles
  readonly base: Base
}

function readSchemas(input: ReadSchemasInput): readonly SchemaSource[] {
  const { locations, listing, readText, outside } = input
  const ids = listing.files.map(({ id }) => id)
  return locations.flatMap((location) => {
    const files = textsOf(location.files, readText)
    if (files.length === 0) return []
    const migrations = location.migrations === undefined ? [] : listMigrations(ids, location.migrations)
    const clients = readClients(outside, location)
    const schema: SchemaSource = {
      root: location.root,
      files,
      joined: location.joined,
      twins: textsOf(location.twins, readText),
      generated: location.generatedOutputs,
      base: baseOf(location, clients, input),
      clients,
      migrations: migrations.map(({ name, file }) => ({ name, file, text: readText(file) })),
      errors: [],
    }
    return [schema]
  })
}

/** The earlier schema: git's, else the copy in the generated client. */
function baseOf(
  location: SchemaLocation,
  clients: readonly ClientSource[],
  { base, options }: ReadSchemasInput,
): SchemaSource['base'] {
  if (base.kind === 'found') {
    const folders = location.files.length > 1 ? location.files.map(folderOf) : []
    const files = [...base.texts].filter(
      ([file]) => location.files.includes(file) || folders.some((folder) => isWithin(file, folder)),
    )
    if (files.length > 0) return { label: `git ${options.base}`, files: files.map(([file, text]) => ({ file, text })) }
  }
  const copies = clients.flatMap(({ copy }) => (typeof copy === 'string' ? [] : [copy]))
  return copies[0] && { label: 'the generated client', files: [copies[0]] }
}

function textsOf(files: readonly FileId[], readText: (file: FileId) => string | undefined): readonly SourceText[] {
  return files.flatMap((file) => {
    const text = readText(file)
    return text === undefined ? [] : [{ file, text }]
  })
}

interface ResolverParts {
  readonly listing: Listing
  readonly readText: (file: FileId) => string | undefined
  readonly packages: Packages
  readonly locations: readonly SchemaLocation[]
  readonly clients: readonly FileId[]
}

function moduleInput({ listing, readText, packages, locations, clients }: ResolverParts) {
  return {
    files: new Set(listing.files.map(({ id }) => id)),
    links: listing.links,
    clientOutputs: [...clients, ...locations.flatMap(({ generatedClientOutputs }) => generatedClientOutputs)],
    readText,
    packages,
  }
}
