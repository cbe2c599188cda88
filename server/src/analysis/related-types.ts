import type { Pair } from '../matching/pair.js'
import { isInput, isRead } from '../model/role.js'
import type { Shape, ShapeProperty } from '../model/shape.js'
import { sameItems } from '../query/equality.js'
import { createFlatMap } from '../query/flat-map.js'
import { createGroups } from '../query/groups.js'
import { createFamily } from '../query/query.js'
import type { Corroboration } from '../rules/corroboration.js'
import { isMostlyElse } from '../rules/loose-pair.js'
import { isMadeFrom } from './likeness.js'
import { twinOf } from './operation-twin.js'
import type { PairIndex } from './pair-index.js'
import type { Sources } from './sources.js'
import type { Surfaces } from './surfaces.js'

export interface RelatedTypesInput {
  readonly index: PairIndex
  readonly sources: Pick<Sources, 'shapeNamed'>
  readonly surfaces: Pick<Surfaces, 'isClientOnly' | 'packageOf'>
}

/** What other types of the same model say of one: the server's own, those of the same name, and those it extends. */
export type RelatedTypes = Pick<
  Corroboration,
  | 'basesOf'
  | 'isForOthers'
  | 'isSentAsAnother'
  | 'isServer'
  | 'isTaken'
  | 'namesakes'
  | 'operationTwin'
  | 'pairAt'
  | 'pairNamed'
  | 'serverInputs'
  | 'serverReadTypes'
>

export function createRelatedTypes({ index, sources, surfaces }: RelatedTypesInput): RelatedTypes {
  const { isServer } = index
  /** Each app of a repository shows a part of its own; what is no app is for all. */
  const isOfAnotherApp = ({ file }: Shape, { file: own }: Shape) =>
    surfaces.isClientOnly(own) && surfaces.packageOf(file) !== surfaces.packageOf(own)
  const isNamesake = (shape: Shape, own: Shape) =>
    shape.name === own.name && !isOfAnotherApp(shape, own) && !isMadeFrom(shape, own)
  const inheritedOf = createFamily(
    (pair: Pair) =>
      pair.fields.flatMap(({ property }) => (property.inherited ? [`${originOf(property)}\t${pair.model.name}`] : [])),
    sameItems,
  )
  const heirsOf = createGroups(createFlatMap(index.named, inheritedOf), (heir) => heir.slice(0, heir.indexOf('\t')))
  return {
    isServer,
    pairAt: index.at,
    pairNamed: (from, name) => {
      const shape = sources.shapeNamed(from.file, name)
      return shape && index.at(shape.ref)
    },
    isSentAsAnother: (pair, sent) => {
      const likeness = ({ shape: { properties } }: Pair) => {
        const shared = properties.filter(({ name }) => sent.has(name)).length
        return shared - (properties.length - shared) / 2
      }
      const own = likeness(pair)
      const others = sent.at === undefined ? index.clientReadsOf(pair.model) : []
      return others.some((other) => isApart(other, pair) && likeness(other) > own)
    },
    serverReadTypes: ({ shape: own, model }) =>
      isServer(own)
        ? []
        : index
            .usedOf(model)
            .filter(({ role, shape, inline }) => isRead(role) && !shape.open && !inline && !isMadeFrom(shape, own)),
    namesakes: ({ shape: own, model }) =>
      isServer(own)
        ? []
        : index.clientReadsOf(model).filter((other) => !isMostlyElse(other) && isNamesake(other.shape, own)),
    serverInputs: ({ model }) => index.usedOf(model).filter(({ role, inline }) => isInput(role) && !inline),
    operationTwin: (pair) => {
      if (isServer(pair.shape)) return undefined
      const isElsewhere = ({ shape }: Pair) => surfaces.packageOf(shape.file) !== surfaces.packageOf(pair.shape.file)
      const twin = twinOf(pair, index.usedOf(pair.model).filter(isElsewhere))
      return twin ?? twinOf(pair, index.sharedOf(pair.model).filter(isElsewhere))
    },
    isTaken: (pair, name) =>
      index.of(pair.model).some(({ shape, role, inline }) => {
        const holds = shape === pair.shape || shape.properties.some((property) => property.name === name)
        return role === pair.role && !inline && holds && !isServer(shape) && index.isServers(shape)
      }),
    basesOf: ({ shape, model }) => {
      const inherited = shape.properties.filter((property) => property.inherited)
      const bases = new Set(inherited.map(({ declaredIn }) => `${declaredIn.file}\n${declaredIn.name}`))
      return index.of(model).filter(({ shape: base }) => base !== shape && bases.has(`${base.file}\n${base.name}`))
    },
    isForOthers: ({ model }, property) => {
      const origin = originOf(property)
      return property.inherited && heirsOf(origin).some((heir) => heir !== `${origin}\t${model.name}`)
    },
  }
}

/** The declaration that a property comes from, and its name. */
function originOf({ declaredIn, name }: ShapeProperty): string {
  return [declaredIn.file, declaredIn.name, name].join('\n')
}

/** Of another name, and not made from the other one's type. */
function isApart({ shape }: Pair, { shape: other }: Pair): boolean {
  return shape.name !== other.name && !isMadeFrom(shape, other) && !isMadeFrom(other, shape)
}
