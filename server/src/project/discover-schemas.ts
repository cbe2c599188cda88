import { compareText } from '../text/compare-text.js'
import { type FileId, folderOf, isWithin, projectFolderOf } from '../text/file-id.js'
import { findClientFolders, isClientPackage } from './client-folders.js'
import { joinComponents } from './component-schemas.js'
import { groupRest } from './group-schemas.js'
import { locateSchemas, type Project, projectsOf } from './locate-schemas.js'
import { type Packages, readPackages } from './packages.js'
import { type GeneratorFacts, isClientGenerator, type SchemaFacts } from './schema-facts.js'
import { readSchemaFiles } from './schema-files.js'
import type { FoundVia, SchemaGroup } from './schema-group.js'
import { withoutSpares } from './spare-schemas.js'

/** One schema of the workspace, of one file or many. */
export interface SchemaLocation {
  /** The folder of the nearest package, else the one that holds `prisma/`. */
  readonly root: FileId
  /** Sorted, but that the file with the datasource is the first. */
  readonly files: readonly FileId[]
  readonly via: FoundVia
  /** The folder in which Prisma finds it without being told where; undefined where it would not. */
  readonly project: FileId | undefined
  /** The file or folder that Prisma is to be told, where it has to be. */
  readonly place: FileId
  /** Those of the files that Prisma does not read unless a build joins them to the others. */
  readonly joined: readonly FileId[]
  /** Whole schemas that stand in for this one elsewhere, as in production or in tests. */
  readonly twins: readonly FileId[]
  /** Those of its generators that write a Prisma Client. */
  readonly clients: readonly ClientLocation[]
  /** Whether the package that it belongs to asks for Prisma, which finds it by itself: then a client should be there. */
  readonly expectsClients: boolean
  /** Where the Prisma Client is written, if that is not `node_modules/.prisma/client`. */
  readonly generatedClientOutputs: readonly FileId[]
  /** Files and folders that any of its generators writes, the client's included. */
  readonly generatedOutputs: readonly FileId[]
  /** The folder of its migrations, if the workspace holds one. */
  readonly migrations: FileId | undefined
}

/** A generator of a Prisma Client. */
export interface ClientLocation {
  readonly file: FileId
  readonly generator: string
  /** The folder that it writes; `default` is Prisma's own place, `unknown` one that is computed. */
  readonly output: FileId | 'default' | 'unknown'
}

export interface SchemaDiscovery {
  /** Sorted by their first file. */
  readonly schemas: readonly SchemaLocation[]
  /** For a person, where nothing was found: what was looked for. */
  readonly lookedIn: readonly string[]
}

export interface DiscoveryInput {
  /** All files of the workspace, as `listFiles` gives them. */
  readonly files: readonly { readonly id: FileId }[]
  /** The text of a file; asked only for schemas, packages and configurations of Prisma. */
  readonly readText: (file: FileId) => string | undefined
  readonly packages?: Packages
}

/**
 * Finds every Prisma schema of a workspace. First where Prisma looks, project by project; then whole schemas in any
 * other place; then the parts that are joined to them.
 */
export async function discoverSchemas(input: DiscoveryInput): Promise<SchemaDiscovery> {
  const ids = input.files.map(({ id }) => id)
  const packages = input.packages ?? readPackages({ files: ids, readText: input.readText })
  const clients = findClientFolders(ids, packages)
  const facts = readSchemaFiles(
    ids.filter((id) => !clients.some((folder) => isWithin(id, folder))),
    input.readText,
    packages,
  )
  const projects = await projectsOf(ids, packages, input.readText)
  const located = locateSchemas(projects, facts)
  const groups = withoutSpares(joinComponents(groupRest(located, facts, packages), facts, packages), ids, packages)
  const schemas = groups.map((group) => describe(group, ids, packages))
  schemas.sort((a, b) => compareText(a.files[0] ?? '', b.files[0] ?? ''))
  return { schemas, lookedIn: schemas.length === 0 ? placesOf(projects) : [] }
}

function describe(group: SchemaGroup, ids: readonly FileId[], packages: Packages): SchemaLocation {
  const files = group.files.toSorted(
    (a, b) => Number(b.hasDatasource) - Number(a.hasDatasource) || compareText(a.file, b.file),
  )
  const main = files[0]?.file ?? ''
  const outputs = files.flatMap(({ generators }) => generators).filter(isApart(files, packages))
  const known = (each: typeof outputs) => [...new Set(each.flatMap(({ output }) => output ?? []))].sort()
  const home = packages.packageOf(main)
  return {
    root: home?.root ?? projectFolderOf(main),
    files: files.map(({ file }) => file),
    via: group.via,
    project: group.project,
    place: group.place,
    clients: files.flatMap(clientsOf),
    expectsClients:
      group.project !== undefined && [home?.root, group.project].some((root) => usesPrisma(root, packages)),
    joined: group.joined.map(({ file }) => file),
    twins: group.twins.map(({ file }) => file).sort(),
    generatedClientOutputs: known(outputs.filter(isClientGenerator)),
    generatedOutputs: known(outputs),
    migrations: migrationsOf(group, main, ids),
  }
}

function usesPrisma(root: FileId | undefined, { all }: Packages): boolean {
  const dependencies = all.find((each) => each.root === root)?.dependencies
  return dependencies?.has('prisma') === true || dependencies?.has('@prisma/client') === true
}

function clientsOf({ file, generators }: SchemaFacts): readonly ClientLocation[] {
  return generators.filter(isClientGenerator).map((generator) => {
    const { name, provider, hasOutput, output } = generator
    const usual = hasOutput || provider !== 'prisma-client-js' ? 'unknown' : 'default'
    return { file, generator: name, output: output === undefined ? usual : output }
  })
}

/** An output that holds the schema itself, or a whole package, says nothing of what is in it. */
function isApart(files: readonly SchemaFacts[], packages: Packages): (generator: GeneratorFacts) => boolean {
  const others = packages.all.filter((each) => !isClientPackage(each))
  const taken = [...files.map(({ file }) => file), ...others.map(({ root }) => root)]
  return ({ output }) => output !== undefined && !taken.some((file) => isWithin(file, output))
}

function migrationsOf(group: SchemaGroup, main: FileId, ids: readonly FileId[]): FileId | undefined {
  const folder = folderOf(main)
  const beside = [folder, folderOf(folder)].map((each) => (each === '' ? 'migrations' : `${each}/migrations`))
  const candidates = group.migrations === undefined ? beside : [group.migrations]
  return candidates.find((candidate) => ids.some((id) => id.endsWith('.sql') && isWithin(id, candidate)))
}

function placesOf(projects: readonly Project[]): readonly string[] {
  return projects.flatMap(({ root }) => {
    const at = root === '' ? '' : `${root}/`
    return [
      'prisma.config.ts',
      'package.json#prisma.schema',
      'schema.prisma',
      'prisma/schema.prisma',
      'prisma/schema/',
    ].map((place) => at + place)
  })
}
