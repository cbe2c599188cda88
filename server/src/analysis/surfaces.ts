import type { SurfaceLookup } from '../configuration/surfaces.js'
import { sameData } from '../query/equality.js'
import { createNamedFamily, createQuery, type Query } from '../query/query.js'
import { type FileId, folderOf, foldersAbove, isWithin } from '../text/file-id.js'
import type { PackageFacts, SchemaSource } from './world.js'

/** Whether a file's code runs in the server or in a browser or another client. */
export type Surface = 'server' | 'client'

const CLIENT_PACKAGES =
  /^(react|react-dom|react-native|expo|vue|nuxt|svelte|@sveltejs\/kit|next|@angular\/core|solid-js|preact|astro|@remix-run\/.*|react-router)$/
const SERVER_PACKAGES =
  /^(@prisma\/client|prisma|@nestjs\/core|express|fastify|koa|hono|@hapi\/hapi|@trpc\/server|apollo-server|@adonisjs\/core)$/
const SERVER_PATH =
  /(^|\/)(server|api|backend|actions|controllers?|services?|repositor(y|ies)|resolvers?|trpc|routers?|prisma|db|database|modules|dto|entities)(\/|$)|\.(server|service|controller|repository|resolver|dto|entity)\.[cm]?tsx?$/

/** The directive at the top of a file, comments aside. */
const USE_CLIENT = /^(?:\s|\/\/[^\n]*\n|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*['"]use client['"]/

export interface Surfaces {
  /** By the package's dependencies and, in full-stack packages, by the path. */
  of(file: FileId): Surface
  /** The file's package holds nothing but client code. */
  isClientOnly(file: FileId): boolean
  /** The root of the nearest package above the file; the workspace's root where there is none. */
  packageOf(file: FileId): FileId
}

export interface SurfacesInput {
  readonly packages: Query<readonly PackageFacts[]>
  readonly schemas: Query<readonly SchemaSource[]>
  readonly textOf: (file: FileId) => string | undefined
  /** What is configured counts before what is told by packages and paths. */
  readonly configured: Query<SurfaceLookup>
}

/** Tells the surfaces of a workspace's files. */
export function createSurfaces({ packages, schemas, textOf, configured }: SurfacesInput): Surfaces {
  const byRoot = createQuery(() => new Map(packages().map((each) => [each.root, each])))
  const places = createQuery(
    () => schemas().map(({ root, files }) => [root, ...files.map(({ file }) => file)]),
    sameData,
    'eager',
  )
  const kindOf = createNamedFamily((root) => packageKind(byRoot().get(root), places()))
  const rootOf = createNamedFamily((folder) => [folder, ...foldersAbove(folder)].find((each) => byRoot().has(each)))
  const kindOfFile = (file: FileId) => {
    const root = rootOf(folderOf(file))
    return root === undefined ? 'mixed' : kindOf(root)
  }
  return {
    packageOf: (file) => rootOf(folderOf(file)) ?? '',
    isClientOnly: (file) => (configured().sideOf(file) ?? kindOfFile(file)) === 'client',
    of: createNamedFamily(
      (file) => {
        const said = configured().sideOf(file)
        if (said) return said
        const kind = kindOfFile(file)
        if (kind !== 'mixed') return kind
        if (USE_CLIENT.test(textOf(file)?.slice(0, 200) ?? '')) return 'client'
        const root = rootOf(folderOf(file)) ?? ''
        return SERVER_PATH.test(file.slice(root.length)) ? 'server' : 'client'
      },
      Object.is,
      'eager',
    ),
  }
}

/** `schemas`: of each its root and its files. */
function packageKind(facts: PackageFacts | undefined, schemas: readonly (readonly FileId[])[]): Surface | 'mixed' {
  if (!facts) return 'mixed'
  if (facts.runs) return facts.runs
  const dependencies = [...facts.dependencies]
  const hasSchema = schemas.some(
    ([root, ...files]) => root === facts.root || files.some((file) => facts.root !== '' && isWithin(file, facts.root)),
  )
  const client = dependencies.some((name) => CLIENT_PACKAGES.test(name))
  const server = hasSchema || dependencies.some((name) => SERVER_PACKAGES.test(name))
  if (client && server) return 'mixed'
  return client ? 'client' : server ? 'server' : 'mixed'
}
