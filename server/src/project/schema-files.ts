import { baseName, type FileId, folderOf, isWithin } from '../text/file-id.js'
import type { Packages } from './packages.js'
import { readSchemaFacts, type SchemaFacts } from './schema-facts.js'

/**
 * The facts of all `.prisma` files that a person wrote: no copies beside a generated client, no files of Prisma Next,
 * and no fixtures of tests unless there is nothing else and they are whole.
 */
export function readSchemaFiles(
  ids: readonly FileId[],
  readText: (file: FileId) => string | undefined,
  packages: Packages,
): ReadonlyMap<FileId, SchemaFacts> {
  const read = ids.filter((id) => id.endsWith('.prisma')).map((id) => readSchemaFacts(id, readText(id) ?? ''))
  const written = withoutCopies(read.filter(({ next }) => !next)).filter(isNotContract(read, packages))
  const real = written.filter(({ file }) => !FIXTURE.test(file))
  return new Map(
    (real.length > 0 ? real : written.filter(({ hasDatasource }) => hasDatasource)).map((facts) => [facts.file, facts]),
  )
}

const FIXTURE = /(?:^|\/)(?:_*fixtures?_*|__tests__|__mocks__|testdata|test-data)\//

/** Prisma Next calls its files `contract.prisma`; of Prisma's own, such a part stands in one package with its schema. */
function isNotContract(all: readonly SchemaFacts[], packages: Packages): (facts: SchemaFacts) => boolean {
  const homes = new Set(all.filter(({ hasDatasource }) => hasDatasource).map(({ file }) => packages.packageOf(file)))
  return ({ file }) => baseName(file) !== 'contract.prisma' || homes.has(packages.packageOf(file))
}

/** A generator writes a copy of the schema beside its client; never one that the schema itself stands in. */
function withoutCopies(facts: readonly SchemaFacts[]): readonly SchemaFacts[] {
  const outputs = facts.flatMap(({ file, generators }) =>
    generators.flatMap(({ output }) => (output === undefined || isWithin(folderOf(file), output) ? [] : [output])),
  )
  return facts.filter(({ file }) => !outputs.some((output) => isWithin(file, output)))
}
