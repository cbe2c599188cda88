import type { SurfaceLookup } from '../configuration/surfaces.js'
import type { Pair } from '../matching/pair.js'
import { isRead } from '../model/role.js'
import type { Base, Shape } from '../model/shape.js'
import { sameData, sameMap } from '../query/equality.js'
import { createFlatMap } from '../query/flat-map.js'
import { createFamily, createNamedFamily, createQuery, type Query } from '../query/query.js'
import type { Wire } from '../rules/corroboration.js'
import { comparedBases, possibleBases } from '../rules/wire.js'
import type { FileId } from '../text/file-id.js'

const CONVERTED = new Set(['DateTime', 'Decimal', 'BigInt', 'Bytes'])

/**
 * The wire format of each surface: what the configuration says, else what most of the surface's own read types do. Of
 * 35 measured projects 28 type all their dates one way.
 */
export function createWires({
  pairs,
  surfaceKeyOf,
  surfaceSettings,
}: WiresInput): (shape: Pick<Shape, 'file'>) => Wire {
  const basesOf = createFamily((pair: Pair) => basesIn(pair, surfaceKeyOf(pair.shape.file)))
  const bases = createFlatMap(pairs, basesOf, sameData)
  const counts = createQuery(() => countBases(bases()))
  const usualIn = createNamedFamily((surface) => usualBases(counts().get(surface) ?? new Map()), sameMap)
  return ({ file }) => {
    const format = surfaceSettings().wireOf(file)
    if (format) return { format, configured: true, usual: new Map() }
    const usual = usualIn(surfaceKeyOf(file))
    return { format: usual.get('DateTime') === 'Date' ? 'native' : 'json', configured: false, usual }
  }
}

export interface WiresInput {
  readonly pairs: Query<readonly Pair[]>
  readonly surfaceKeyOf: (file: FileId) => string
  readonly surfaceSettings: Query<SurfaceLookup>
}

type Counts = Map<string, Map<Base, number>>

/** That a surface types a scalar in one way, once. */
interface TypedScalar {
  readonly surface: string
  readonly scalar: string
  readonly base: Base
}

/** The converted scalars of a read type, each with the base that its property has, if that can hold them. */
function basesIn({ fields, role, confidence }: Pair, surface: string): readonly TypedScalar[] {
  if (!isRead(role) || confidence === 'possible') return []
  return fields.flatMap(({ column, property }) => {
    const [base, other] = (CONVERTED.has(column.type) && comparedBases(property.type)) || []
    return base && !other && possibleBases(column)?.includes(base) ? [{ surface, scalar: column.type, base }] : []
  })
}

function countBases(typed: readonly TypedScalar[]): ReadonlyMap<string, Counts> {
  const surfaces = new Map<string, Counts>()
  for (const { surface, scalar, base } of typed) {
    const counts = getOrAdd(surfaces, surface, () => new Map())
    const bases = getOrAdd(counts, scalar, () => new Map())
    bases.set(base, (bases.get(base) ?? 0) + 1)
  }
  return surfaces
}

function usualBases(counts: Counts): ReadonlyMap<string, Base> {
  const usual = new Map<string, Base>()
  for (const scalar of CONVERTED) {
    const base = majority(counts.get(scalar) ?? new Map())
    if (base) usual.set(scalar, base)
  }
  return usual
}

/** The base of at least three quarters of four or more properties. */
function majority(bases: ReadonlyMap<Base, number>): Base | undefined {
  const total = [...bases.values()].reduce((sum, count) => sum + count, 0)
  return [...bases].find(([, count]) => total >= 4 && count / total >= 0.75)?.[0]
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}
