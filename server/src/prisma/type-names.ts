import type { ColumnKind } from '../model/schema.js'
import type { BlockSyntax, TypeSyntax } from './syntax.js'

/** What the names of a schema stand for. */
export type TypeNames = ReadonlyMap<string, ColumnKind>

/** Prisma's scalar types. */
export const SCALARS = ['String', 'Boolean', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Json', 'Bytes'] as const

/** The names that a schema's blocks declare, and the scalars. Of two equal names the first counts. */
export function typeNamesOf(blocks: readonly BlockSyntax[]): TypeNames {
  const names = new Map<string, ColumnKind>(SCALARS.map((name) => [name, 'scalar']))
  for (const { kind, name } of blocks) {
    const columnKind = DECLARES[kind]
    if (name && columnKind && !names.has(name.text)) names.set(name.text, columnKind)
  }
  return names
}

/** What a column of the type is. */
export function kindOf(type: TypeSyntax | undefined, names: TypeNames): ColumnKind {
  if (type?.unsupported) return 'unsupported'
  return (type && names.get(type.name)) ?? 'unknown'
}

const DECLARES: Readonly<Partial<Record<BlockSyntax['kind'], ColumnKind>>> = {
  model: 'relation',
  view: 'relation',
  type: 'composite',
  enum: 'enum',
}
