import { compareText } from '../text/compare-text.js'
import { type FileId, folderOf, isWithin } from '../text/file-id.js'
import type { Packages } from './packages.js'
import { joinId } from './paths.js'
import { CONFIG_PATHS, type PrismaConfig, readPrismaConfig } from './prisma-config.js'
import type { SchemaFacts } from './schema-facts.js'
import type { FoundVia, SchemaGroup } from './schema-group.js'

/** A folder in which someone may run Prisma. */
export interface Project {
  readonly root: FileId
  readonly config: PrismaConfig | undefined
  /** `prisma.schema` of its `package.json`. */
  readonly declared: FileId | undefined
}

/** The folders with a package or a configuration of Prisma, and the root of the workspace; sorted. */
export async function projectsOf(
  ids: readonly FileId[],
  packages: Packages,
  readText: (file: FileId) => string | undefined,
): Promise<readonly Project[]> {
  const configs = configFiles(ids)
  const roots = new Set(['', ...packages.all.map(({ root }) => root), ...configs.keys()])
  const projects = [...roots].sort(compareText).map(async (root): Promise<Project> => {
    const file = configs.get(root)
    const text = file === undefined ? undefined : readText(file)
    const config = file === undefined || text === undefined ? undefined : await readPrismaConfig(file, text)
    return { root, config, declared: declaredSchema(packages, root) }
  })
  return Promise.all(projects)
}

/** The schemas that Prisma itself would find in each project. A file belongs to the first project that claims it. */
export function locateSchemas(
  projects: readonly Project[],
  facts: ReadonlyMap<FileId, SchemaFacts>,
): readonly SchemaGroup[] {
  const groups: SchemaGroup[] = []
  const claimed = new Set<FileId>()
  for (const project of projects) {
    const group = locateOne(project, facts)
    if (group === undefined || group.files.some(({ file }) => claimed.has(file))) continue
    for (const { file } of group.files) claimed.add(file)
    groups.push(group)
  }
  return groups
}

function configFiles(ids: readonly FileId[]): ReadonlyMap<FileId, FileId> {
  const best = new Map<FileId, { file: FileId; rank: number }>()
  for (const file of ids.filter((id) => id.includes('prisma'))) {
    const rank = CONFIG_PATHS.findIndex((path) => file === path || file.endsWith(`/${path}`))
    if (rank < 0) continue
    const root = joinId(file.slice(0, file.length - (CONFIG_PATHS[rank] ?? '').length))
    if (rank < (best.get(root)?.rank ?? CONFIG_PATHS.length)) best.set(root, { file, rank })
  }
  return new Map([...best].map(([root, { file }]) => [root, file]))
}

function declaredSchema(packages: Packages, root: FileId): FileId | undefined {
  const manifest = packages.all.find((each) => each.root === root)?.manifest
  const prisma = manifest?.prisma
  if (typeof prisma !== 'object' || prisma === null || !('schema' in prisma)) return undefined
  return typeof prisma.schema === 'string' ? joinId(root, prisma.schema) : undefined
}

function locateOne(project: Project, facts: ReadonlyMap<FileId, SchemaFacts>): SchemaGroup | undefined {
  for (const [place, via] of placesOf(project)) {
    const files = filesAt(place, facts)
    if (files.length > 0)
      return { via, project: project.root, place, files, joined: [], twins: [], migrations: project.config?.migrations }
  }
  return undefined
}

function placesOf({ root, config, declared }: Project): readonly (readonly [FileId, FoundVia])[] {
  const places: [FileId | undefined, FoundVia][] = [
    [config?.schema, 'config'],
    [declared, 'package.json'],
    [joinId(root, 'schema.prisma'), 'default'],
    [joinId(root, 'prisma/schema.prisma'), 'default'],
    [joinId(root, 'prisma/schema'), 'folder'],
  ]
  return places.flatMap(([place, via]) => (place === undefined ? [] : [[place, via] as const]))
}

/** The file itself, or all schema files of the folder's tree if one of them says what database they are for. */
function filesAt(place: FileId, facts: ReadonlyMap<FileId, SchemaFacts>): readonly SchemaFacts[] {
  const single = facts.get(place)
  if (single !== undefined) return [single]
  const within = [...facts.values()].filter(({ file }) => isWithin(folderOf(file), place))
  return within.some(({ hasDatasource }) => hasDatasource) ? within : []
}
