import type { Pair } from '../matching/pair.js'
import { isRead } from '../model/role.js'
import type { Shape } from '../model/shape.js'
import type { SimilarShape } from '../rules/corroboration.js'
import { baseName } from '../text/file-id.js'
import { memoise } from './memo.js'
import type { ServerUsage } from './server-usage.js'
import type { Sources } from './sources.js'

/** Shapes of the server beside a type. */
export interface SimilarShapes {
  /** Those with at least 70 % of the columns that the type has, and nothing hidden behind a spread. */
  of(pair: Pair): readonly SimilarShape[]
  /** The one that has most of the type's fields and the fewest others. */
  closest(pair: Pair): SimilarShape | undefined
}

interface Measured extends SimilarShape {
  readonly share: number
  readonly size: number
  readonly isType: boolean
}

const SIMILAR = 0.7

export function createSimilarShapes(
  usageOf: (pair: Pair) => ServerUsage,
  serverPairsOf: (pair: Pair) => readonly Pair[],
  sources: Sources,
): SimilarShapes {
  const measured = memoise((pair: Pair): readonly Measured[] => {
    const names = pair.fields.map(({ property }) => property.name)
    const shapes = [
      ...typesBeside(pair, names, serverPairsOf(pair)),
      ...literalsBeside(pair, names, usageOf(pair), sources),
    ]
    return shapes.filter(({ share }) => share >= SIMILAR)
  })
  return {
    of: measured,
    closest: memoise(
      (pair) =>
        measured(pair).toSorted(
          (a, b) => b.share - a.share || Number(b.isType) - Number(a.isType) || a.size - b.size,
        )[0],
    ),
  }
}

function typesBeside(pair: Pair, names: readonly string[], serverPairs: readonly Pair[]): readonly Measured[] {
  const types = serverPairs.filter(
    ({ shape, role, inline }) => !isMadeFrom(shape, pair.shape) && isRead(role) && !shape.open && !inline,
  )
  return types.map(({ shape }) => {
    const keys = new Set(shape.properties.map(({ name }) => name))
    return {
      name: shape.name,
      at: shape.ref,
      has: (name) => keys.has(name),
      share: shareOf(names, keys),
      size: keys.size,
      isType: true,
    }
  })
}

/** Literals and selects of files that touch the model; those that build rows to insert lack the key. */
function literalsBeside(
  pair: Pair,
  names: readonly string[],
  usage: ServerUsage,
  sources: Sources,
): readonly Measured[] {
  const key = names.includes('id') ? 'id' : undefined
  return usage.filesTouching(pair.model).flatMap((file) =>
    (sources.usageOf(file)?.literals ?? []).flatMap((literal) => {
      if (literal.spread || literal.keys.length < 3 || (key && !literal.keys.includes(key))) return []
      const keys = new Set(literal.keys)
      const what = literal.select ? 'the select' : 'the object'
      return [
        {
          name: `${what} in ${baseName(file)}`,
          at: undefined,
          has: (name: string) => keys.has(name),
          share: shareOf(names, keys),
          size: keys.size,
          isType: false,
        },
      ]
    }),
  )
}

function shareOf(names: readonly string[], keys: ReadonlySet<string>): number {
  return names.length === 0 ? 0 : names.filter((name) => keys.has(name)).length / names.length
}

/** A type that is, extends or merges the other one says nothing that the other does not. */
export function isMadeFrom(shape: Shape, other: Shape): boolean {
  return (
    shape === other ||
    shape.properties.some(({ declaredIn }) => declaredIn.file === other.file && declaredIn.name === other.name)
  )
}
