import { sameData, sameItems } from '../query/equality.js'
import { createNamedFamily, createQuery, type Query } from '../query/query.js'
import { applicationOf, isAside, isPart } from '../text/aside.js'
import { type FileId, folderOf, foldersAbove, isWithin, projectFolderOf } from '../text/file-id.js'
import type { PackageFacts, SchemaSource } from './world.js'

/**
 * The schemas that a file's types may describe, by index: that of the nearest enclosing project; for a package without
 * one, that of a package it depends on; else those of its nearest siblings in the repository and of the packages that
 * depend on it. What is beside the program, as examples and tests are, has siblings in its own application alone. More
 * than one answer means that the best overlap decides.
 */
export function createScope(
  schemas: Query<readonly SchemaSource[]>,
  packages: Query<readonly PackageFacts[]>,
): (file: FileId) => readonly number[] {
  const places = createQuery(() => schemas().map(placeOf), sameData, 'eager')
  const migrated = createQuery(() => schemas().map(({ migrations }) => migrations.length > 0), sameItems, 'eager')
  const facts = createQuery((): ScopeFacts => {
    const byRoot = new Map(packages().map((each) => [each.root, each]))
    const inUse = places().map(({ root }, index) => migrated()[index] === true || isInUse(root, byRoot))
    return { places: places(), inUse: inUse.includes(true) ? inUse : [], packages: packages(), byRoot }
  })
  const ofPackage = createNamedFamily((root) => schemasOfPackage(root, facts()), sameItems)
  return createNamedFamily((file) => {
    const isRoot = (folder: FileId) => facts().byRoot.has(folder) || places().some(({ root }) => root === folder)
    return nearest(file, ofPackage([...foldersAbove(file)].find(isRoot) ?? ''), places())
  }, sameItems)
}

/** Where a schema stands. */
interface Place {
  readonly root: FileId
  /** The folders that it is the schema of, which can be below the root: its own, and those that have its client. */
  readonly folders: readonly FileId[]
  /** Whether it is beside what it is in the same package with. */
  readonly isAside: boolean
}

function placeOf({ root, files, generated }: SchemaSource): Place {
  const file = files[0]?.file ?? root
  const below = root === '' ? file : file.slice(root.length + 1)
  return { root, folders: [projectFolderOf(file), ...generated.map(userOf)], isAside: isAside(folderOf(below)) }
}

/** The folder of the application that an output of a generator is for: `apps/web` for `apps/web/src/generated`. */
function userOf(output: FileId): FileId {
  return output.replace(/(^|\/)(?:src|lib|prisma|generated|node_modules|\.prisma|db)(?:\/.*)?$/, '')
}

/** Of the schemas of one package, the one that stands deepest above the file, if any stands below the package's root. */
function nearest(file: FileId, found: readonly number[], places: readonly Place[]): readonly number[] {
  const depthOf = (index: number) => {
    const { root = '', folders = [] } = places[index] ?? {}
    const above = folders.filter((folder) => folder !== root && isWithin(file, folder))
    return Math.max(0, ...above.map((folder) => folder.length))
  }
  const deepest = Math.max(...found.map(depthOf))
  return deepest > 0 ? found.filter((index) => depthOf(index) === deepest) : found
}

interface ScopeFacts {
  readonly places: readonly Place[]
  /** Which of the schemas someone works with; empty where all count. */
  readonly inUse: readonly boolean[]
  readonly packages: readonly PackageFacts[]
  readonly byRoot: ReadonlyMap<FileId, PackageFacts>
}

function schemasOfPackage(root: FileId, facts: ScopeFacts): readonly number[] {
  const own = indexes(facts, (schema) => schema === root)
  if (own.length > 0) return own
  const depended = indexes(facts, (schema, { folders }) => {
    return (root !== '' && folders.includes(root)) || dependsOn(facts, root, schema, new Set())
  })
  const within = (folder: FileId) => indexes(facts, (schema, place) => isWithin(schema, folder) && isNear(root, place))
  const below = root === '' ? [] : within(root)
  const enclosing = enclosingSchemas(root, facts)
  const nearby = related(root, siblings(root, within), facts)
  const served = root === '' ? [] : indexes(facts, (schema) => dependsOn(facts, schema, root, new Set()))
  const around = [...new Set([...nearby, ...served])].toSorted((a, b) => a - b)
  return [below, depended, enclosing, around].find((found) => found.length > 0) ?? []
}

/** Whether a schema can be about the types of another package that does not say that it uses it. */
function isNear(root: FileId, { root: schema, isAside }: Place): boolean {
  return !isAside && applicationOf(schema) === applicationOf(root)
}

/** The indexes of the schemas in use whose root is accepted. */
function indexes({ places, inUse }: ScopeFacts, accept: (root: FileId, place: Place) => boolean): readonly number[] {
  return places.flatMap((place, index) => (inUse[index] !== false && accept(place.root, place) ? [index] : []))
}

/** A schema in a package that no more than holds it, such as a draft in `docs`, is not what the others work with. */
function isInUse(root: FileId, byRoot: ScopeFacts['byRoot']): boolean {
  const around = [...foldersAbove(root), root].flatMap((folder) => byRoot.get(folder) ?? [])
  return around.length === 0 || around.some(({ dependencies }) => CLIENTS.some((name) => dependencies.has(name)))
}

const CLIENTS = ['prisma', '@prisma/client']

function enclosingSchemas(root: FileId, facts: ScopeFacts): readonly number[] {
  if (root === '') return []
  const near = (folder: FileId) => indexes(facts, (schema, place) => schema === folder && isNear(root, place))
  return firstOf([...foldersAbove(root)], near)
}

function dependsOn(facts: ScopeFacts, from: FileId, target: FileId, seen: Set<FileId>): boolean {
  if (seen.has(from)) return false
  seen.add(from)
  const { dependencies } = facts.byRoot.get(from) ?? { dependencies: new Set<string>() }
  return facts.packages.some(
    ({ name, root }) =>
      name !== '' && dependencies.has(name) && (root === target || dependsOn(facts, root, target, seen)),
  )
}

/** The schemas below the nearest folder above that holds any. */
function siblings(root: FileId, within: (folder: FileId) => readonly number[]): readonly number[] {
  return firstOf(root === '' ? [''] : [...foldersAbove(root)], within)
}

/** Many projects side by side, each with a schema of its own, serve the front ends, and what they themselves depend on. */
function related(root: FileId, found: readonly number[], facts: ScopeFacts): readonly number[] {
  const rootOf = (index: number) => facts.places[index]?.root ?? ''
  if (root === '' || isPart(root) || new Set(found.map(rootOf)).size < MANY) return found
  return found.filter((index) => dependsOn(facts, rootOf(index), root, new Set()))
}

const MANY = 3

function firstOf(folders: readonly FileId[], find: (folder: FileId) => readonly number[]): readonly number[] {
  for (const folder of folders) {
    const found = find(folder)
    if (found.length > 0) return found
  }
  return []
}
