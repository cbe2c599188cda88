import { sameItems } from '../query/equality.js'
import { createNamedFamily, createQuery, type Query } from '../query/query.js'
import { type FileId, foldersAbove, isWithin } from '../text/file-id.js'
import type { PackageFacts, SchemaSource } from './world.js'

/**
 * The schemas that a file's types may describe, by index: that of the nearest enclosing project; for a package without
 * one, that of a package it depends on; else those of its nearest siblings in the repository. More than one answer
 * means that the best overlap decides.
 */
export function createScope(
  schemas: Query<readonly SchemaSource[]>,
  packages: Query<readonly PackageFacts[]>,
): (file: FileId) => readonly number[] {
  const roots = createQuery(() => schemas().map(({ root }) => root), sameItems, 'eager')
  const migrated = createQuery(() => schemas().map(({ migrations }) => migrations.length > 0), sameItems, 'eager')
  const facts = createQuery((): ScopeFacts => {
    const byRoot = new Map(packages().map((each) => [each.root, each]))
    const inUse = roots().map((root, index) => migrated()[index] === true || isInUse(root, byRoot))
    return { roots: roots(), inUse: inUse.includes(true) ? inUse : [], packages: packages(), byRoot }
  })
  const all = createQuery(() => indexes(facts(), () => true))
  const ofPackage = createNamedFamily((root) => schemasOfPackage(root, facts()), sameItems)
  return createNamedFamily((file) => {
    if (roots().length <= 1) return all()
    const root = [...foldersAbove(file)].find((folder) => facts().byRoot.has(folder))
    const found = ofPackage(root ?? '')
    return found.length > 0 ? found : all()
  }, sameItems)
}

interface ScopeFacts {
  readonly roots: readonly FileId[]
  /** Which of the schemas someone works with; empty where all count. */
  readonly inUse: readonly boolean[]
  readonly packages: readonly PackageFacts[]
  readonly byRoot: ReadonlyMap<FileId, PackageFacts>
}

function schemasOfPackage(root: FileId, facts: ScopeFacts): readonly number[] {
  const own = indexes(facts, (schema) => schema === root)
  if (own.length > 0) return own
  const enclosing = enclosingSchemas(root, facts)
  const below = indexes(facts, (schema) => root !== '' && isWithin(schema, root))
  const depended = indexes(facts, (schema) => dependsOn(facts, root, schema, new Set()))
  return [below, depended, enclosing, siblings(root, facts)].find((found) => found.length > 0) ?? []
}

/** The indexes of the schemas in use whose root is accepted. */
function indexes({ roots, inUse }: ScopeFacts, accept: (root: FileId) => boolean): readonly number[] {
  return roots.flatMap((schema, index) => (inUse[index] !== false && accept(schema) ? [index] : []))
}

/** A schema in a package that no more than holds it, such as a draft in `docs`, is not what the others work with. */
function isInUse(root: FileId, byRoot: ScopeFacts['byRoot']): boolean {
  const around = [...foldersAbove(root), root].flatMap((folder) => byRoot.get(folder) ?? [])
  return around.length === 0 || around.some(({ dependencies }) => CLIENTS.some((name) => dependencies.has(name)))
}

const CLIENTS = ['prisma', '@prisma/client']

function enclosingSchemas(root: FileId, facts: ScopeFacts): readonly number[] {
  const around = [...foldersAbove(root)].find((folder) => indexes(facts, (schema) => schema === folder).length > 0)
  return around === undefined || root === '' ? [] : indexes(facts, (schema) => schema === around)
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
function siblings(root: FileId, facts: ScopeFacts): readonly number[] {
  for (const folder of foldersAbove(root)) {
    const found = indexes(facts, (schema) => isWithin(schema, folder))
    if (found.length > 0) return found
  }
  return []
}
