import { isAside } from '../text/aside.js'
import { type FileId, folderOf, foldersAbove, isWithin } from '../text/file-id.js'
import { isBelow, namesOf } from './group-schemas.js'
import type { Packages } from './packages.js'
import type { SchemaFacts } from './schema-facts.js'
import type { SchemaGroup } from './schema-group.js'

/**
 * Joins files of only models and enums to the schema they are a part of: one in whose folder tree they stand, else
 * the one of their package, else the nearest above, else the only one. A part that declares what the schema already
 * has is a copy, and is left out, as is an example beside a schema. Parts without a schema make one together, package
 * by package.
 */
export function joinComponents(
  groups: readonly SchemaGroup[],
  facts: ReadonlyMap<FileId, SchemaFacts>,
  packages: Packages,
): readonly SchemaGroup[] {
  const claimed = new Set(groups.flatMap(({ files, twins }) => [...files, ...twins]))
  const joined = [...groups]
  for (const part of facts.values()) {
    if (claimed.has(part) || part.hasDatasource) continue
    const index = ownerOf(part, joined, packages)
    const owner = joined[index]
    if (groups.length > 0 && isAside(folderOf(part.file)) && !(owner && isBelow(part, owner))) continue
    if (owner === undefined)
      joined.push({
        via: 'component',
        project: undefined,
        place: part.file,
        files: [part],
        joined: [],
        twins: [],
        migrations: undefined,
      })
    else if (!repeats(owner, part))
      joined[index] = { ...owner, files: [...owner.files, part], joined: [...owner.joined, part] }
  }
  return joined
}

function ownerOf(part: SchemaFacts, groups: readonly SchemaGroup[], packages: Packages): number {
  const below = groups.findIndex((group) => isBelow(part, group))
  if (below >= 0) return below
  const home = packages.packageOf(part.file)
  const same = groups.findIndex(({ files }) => files[0] !== undefined && packages.packageOf(files[0].file) === home)
  if (same >= 0) return same
  const whole = nearestAbove(
    part,
    groups.filter(({ via }) => via !== 'component'),
  )
  return whole === undefined ? -1 : groups.indexOf(whole)
}

function nearestAbove(part: SchemaFacts, groups: readonly SchemaGroup[]): SchemaGroup | undefined {
  if (groups.length === 1) return groups[0]
  for (const folder of foldersAbove(part.file)) {
    const within = groups.filter(({ files }) => files[0] !== undefined && isWithin(files[0].file, folder))
    if (within.length > 0) return within.length > 1 ? undefined : within[0]
  }
  return undefined
}

function repeats(owner: SchemaGroup, part: SchemaFacts): boolean {
  const names = namesOf(owner.files)
  return [...part.names].some((name) => names.has(name))
}
