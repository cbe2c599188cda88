import { compareText } from '../text/compare-text.js'
import { baseName, type FileId, folderOf, isWithin } from '../text/file-id.js'
import type { Packages } from './packages.js'
import { isClientGenerator, type SchemaFacts } from './schema-facts.js'
import type { SchemaGroup } from './schema-group.js'

/**
 * Adds the whole schemas that Prisma would not find by itself: a file with a datasource, and the parts in its folder
 * tree. One that shares most of its models with a schema of the same package is a twin of that instead.
 */
export function groupRest(
  located: readonly SchemaGroup[],
  facts: ReadonlyMap<FileId, SchemaFacts>,
  packages: Packages,
): readonly SchemaGroup[] {
  const groups = located.map(separateTwins)
  const claimed = new Set(groups.flatMap(({ files, twins }) => [...files, ...twins]))
  const whole = [...facts.values()].filter((each) => each.hasDatasource && !claimed.has(each)).sort(byRank)
  for (const each of whole) {
    const index = groups.findIndex((group) => isTwin(group, each, packages))
    const group = groups[index]
    if (group !== undefined) groups[index] = { ...group, twins: [...group.twins, each] }
    else
      groups.push({
        via: 'found',
        project: undefined,
        place: each.file,
        files: [each],
        joined: [],
        twins: [],
        migrations: undefined,
      })
  }
  return groups
}

/** The names that two schemas share, as a part of the smaller one's; 0 where one has none. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size)
  if (smaller === 0) return 0
  return [...a].filter((name) => b.has(name)).length / smaller
}

/** All names that a schema declares. */
export function namesOf(files: readonly SchemaFacts[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ names }) => [...names]))
}

const MOST = 0.5

/** A folder can hold alternatives as well as parts: each further file with a datasource of its own is one. */
function separateTwins(group: SchemaGroup): SchemaGroup {
  const [main, ...others] = group.files.filter(({ hasDatasource }) => hasDatasource).toSorted(byRank)
  if (main === undefined || others.length === 0) return group
  const files = group.files.filter((each) => !others.includes(each))
  return { ...group, files, twins: [...group.twins, ...others] }
}

function isTwin(group: SchemaGroup, other: SchemaFacts, packages: Packages): boolean {
  const main = group.files[0]
  if (main === undefined || packages.packageOf(main.file) !== packages.packageOf(other.file)) return false
  return overlap(namesOf(group.files), other.names) > MOST || wouldOverwrite(main, other)
}

/** In one folder, both writing the client to the same place: only one of the two can be in use. */
function wouldOverwrite(main: SchemaFacts, other: SchemaFacts): boolean {
  const outputs = [main, other].map(({ generators }) => generators.find(isClientGenerator)?.output)
  return folderOf(main.file) === folderOf(other.file) && outputs[0] === outputs[1]
}

/** `schema.prisma` before `schema.production.prisma`, then shallow before deep, then by name. */
function byRank(a: SchemaFacts, b: SchemaFacts): number {
  const rank = ({ file }: SchemaFacts) => (baseName(file) === 'schema.prisma' ? 0 : 1)
  const depth = ({ file }: SchemaFacts) => file.split('/').length
  return rank(a) - rank(b) || depth(a) - depth(b) || compareText(a.file, b.file)
}

/** Whether a part stands in the folder tree of a schema. */
export function isBelow(part: SchemaFacts, group: SchemaGroup): boolean {
  return group.files.some(({ file }) => isWithin(folderOf(part.file), folderOf(file)))
}
