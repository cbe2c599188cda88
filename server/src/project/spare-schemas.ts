import { isAside } from '../text/aside.js'
import { baseName, type FileId, folderOf, isWithin } from '../text/file-id.js'
import { isRecord, type Packages } from './packages.js'
import { isClientGenerator } from './schema-facts.js'
import type { SchemaGroup } from './schema-group.js'

/**
 * Leaves out the schemas that Prisma finds nowhere, no script names and nothing else speaks for, unless there is nothing
 * else: those of tests, examples and documentation, and samples in the program's own folders.
 */
export function withoutSpares(
  groups: readonly SchemaGroup[],
  ids: readonly FileId[],
  packages: Packages,
): readonly SchemaGroup[] {
  const used = groups.filter((group) => {
    const isSpare = isAside(folderOf(group.place)) || isSample(group, ids)
    return group.project !== undefined || !isSpare || isNamed(group.place, packages)
  })
  return used.length > 0 ? used : groups
}

/** Neither called as schemas are, nor with migrations or a client of its own: what the program reads, not what it uses. */
function isSample({ via, place, files }: SchemaGroup, ids: readonly FileId[]): boolean {
  if (via !== 'found' || baseName(place) === 'schema.prisma') return false
  if (!SOURCE.test(place) || USUAL.test(folderOf(place))) return false
  const isMigrated = ids.some((id) => id.endsWith('.sql') && isWithin(id, folderOf(place)))
  return (
    !isMigrated && !files.some(({ generators }) => generators.some((each) => isClientGenerator(each) && each.hasOutput))
  )
}

const SOURCE = /(?:^|\/)src\//
const USUAL = /(?:^|\/)(?:prisma|db|database|schemas?)(?:\/|$)/

function isNamed(place: FileId, { all }: Packages): boolean {
  return all.some(({ root, manifest: { scripts } }) => {
    if (!isRecord(scripts) || (root !== '' && !place.startsWith(`${root}/`))) return false
    const path = root === '' ? place : place.slice(root.length + 1)
    return Object.values(scripts).some((script) => typeof script === 'string' && script.includes(path))
  })
}
