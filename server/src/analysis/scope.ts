import { type FileId, foldersAbove, isWithin } from '../text/file-id.js'
import { memoise } from './memo.js'
import type { PackageFacts, SchemaSource } from './world.js'

/**
 * The schemas that a file's types may describe, by index: that of the nearest enclosing project; for a package without
 * one, that of a package it depends on; else those of its nearest siblings in the repository. More than one answer
 * means that the best overlap decides.
 */
export function createScope(
  schemas: readonly SchemaSource[],
  packages: readonly PackageFacts[],
): (file: FileId) => readonly number[] {
  const byRoot = new Map(packages.map((each) => [each.root, each]))
  const all = schemas.map((_, index) => index)
  const ofPackage = memoise((root: FileId) => schemasOfPackage(root, { schemas, packages, byRoot }))
  if (schemas.length <= 1) return () => all
  return (file) => {
    const root = [...foldersAbove(file)].find((folder) => byRoot.has(folder))
    const found = ofPackage(root ?? '')
    return found.length > 0 ? found : all
  }
}

interface ScopeFacts {
  readonly schemas: readonly SchemaSource[]
  readonly packages: readonly PackageFacts[]
  readonly byRoot: ReadonlyMap<FileId, PackageFacts>
}

function schemasOfPackage(root: FileId, facts: ScopeFacts): readonly number[] {
  const own = indexes(facts, (schema) => schema.root === root)
  if (own.length > 0) return own
  const enclosing = enclosingSchemas(root, facts)
  const below = indexes(facts, (schema) => root !== '' && isWithin(schema.root, root))
  const depended = indexes(facts, (schema) => dependsOn(facts, root, schema.root, new Set()))
  return [below, depended, enclosing, siblings(root, facts)].find((found) => found.length > 0) ?? []
}

function indexes({ schemas }: ScopeFacts, accept: (schema: SchemaSource) => boolean): readonly number[] {
  return schemas.flatMap((schema, index) => (accept(schema) ? [index] : []))
}

function enclosingSchemas(root: FileId, facts: ScopeFacts): readonly number[] {
  const around = [...foldersAbove(root)].find((folder) => facts.schemas.some((schema) => schema.root === folder))
  return around === undefined || root === '' ? [] : indexes(facts, (schema) => schema.root === around)
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
    const found = indexes(facts, (schema) => isWithin(schema.root, folder))
    if (found.length > 0) return found
  }
  return []
}
