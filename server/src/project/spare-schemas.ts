import { isAside } from '../text/aside.js'
import { type FileId, folderOf } from '../text/file-id.js'
import { isRecord, type Packages } from './packages.js'
import type { SchemaGroup } from './schema-group.js'

/**
 * Leaves out the schemas of tests, examples and documentation that Prisma finds nowhere and no script names, unless
 * there is nothing else.
 */
export function withoutSpares(groups: readonly SchemaGroup[], packages: Packages): readonly SchemaGroup[] {
  const used = groups.filter((group) => !isSpare(group, packages))
  return used.length > 0 ? used : groups
}

function isSpare({ project, place }: SchemaGroup, packages: Packages): boolean {
  return project === undefined && isAside(folderOf(place)) && !isNamed(place, packages)
}

function isNamed(place: FileId, { all }: Packages): boolean {
  return all.some(({ root, manifest: { scripts } }) => {
    if (!isRecord(scripts) || (root !== '' && !place.startsWith(`${root}/`))) return false
    const path = root === '' ? place : place.slice(root.length + 1)
    return Object.values(scripts).some((script) => typeof script === 'string' && script.includes(path))
  })
}
