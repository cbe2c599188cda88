import type { Pair } from '../matching/pair.js'
import { type ElementRef, refKey } from '../model/element.js'
import { isRead } from '../model/role.js'
import type { Model } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { sameItems } from '../query/equality.js'
import { createGroups } from '../query/groups.js'
import { createFamily, createNamedFamily, createQuery, type Query } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import { createServersTypes } from './servers-types.js'
import type { Sources } from './sources.js'
import type { Surfaces } from './surfaces.js'
import type { Texts } from './texts.js'
import { createUsedTypes } from './used-types.js'

export interface PairIndexInput {
  readonly texts: Texts
  readonly sources: Sources
  readonly surfaces: Pick<Surfaces, 'of'>
  readonly pairs: Query<readonly Pair[]>
  /** Whether a file can run. */
  readonly isWired: (file: FileId) => boolean
}

/** The pairs that are sure enough to be spoken of, by what is asked of them. */
export interface PairIndex {
  all(): readonly Pair[]
  /** Those of types with a name. */
  named(): readonly Pair[]
  namedIn(file: FileId): readonly Pair[]
  /** That of a declaration, the last one where it has several. */
  at(ref: ElementRef): Pair | undefined
  of(model: Model): readonly Pair[]
  isServer(shape: Shape): boolean
  /** Those of the server's types that its code works with. */
  usedOf(model: Model): readonly Pair[]
  /** Those of the types of packages in between that the server works with. */
  sharedOf(model: Model): readonly Pair[]
  /** Those of the types that clients read. */
  clientReadsOf(model: Model): readonly Pair[]
  /** Whether the server works with the very type. */
  isServers(shape: Shape): boolean
}

export function createPairIndex({ texts, sources, surfaces, pairs, isWired }: PairIndexInput): PairIndex {
  const isServerFile = (file: FileId) => surfaces.of(file) === 'server'
  const isServer = (shape: Shape) => isServerFile(shape.file)
  const all = createQuery(() => pairs().filter(({ confidence }) => confidence !== 'possible'), sameItems)
  const named = createQuery(() => all().filter(({ inline }) => !inline), sameItems)
  const of = createGroups(all, ({ model }) => model)
  const allIn = createGroups(all, ({ shape }) => shape.file)
  const namedIn = createGroups(named, ({ shape }) => shape.file)
  const namedAt = createGroups(named, ({ shape }) => refKey(shape.ref))
  const declaredIn = createNamedFamily((file) => allIn(file).map(({ shape }) => shape.name), sameItems)
  const isUsed = createUsedTypes({ texts, isWired, isServer: isServerFile, declaredIn })
  const isServers = createServersTypes({ texts, sources, isServer: isServerFile })
  const chosen = (accept: (pair: Pair) => boolean) =>
    createFamily((model: Model) => of(model).filter(accept), sameItems)
  return {
    all,
    named,
    namedIn,
    at: (ref) => namedAt(refKey(ref)).at(-1),
    of,
    isServer,
    isServers,
    usedOf: chosen(({ shape }) => isServer(shape) && isUsed(shape)),
    sharedOf: chosen(({ shape, inline }) => !inline && !isServer(shape) && isServers(shape)),
    clientReadsOf: chosen(({ shape, role, inline }) => isRead(role) && !inline && !isServer(shape)),
  }
}
