import { refKey } from '../model/element.js'
import type { Related } from '../model/finding.js'
import type { Role } from '../model/role.js'
import type { ShapeProperty } from '../model/shape.js'
import { baseName } from '../text/file-id.js'
import type { HandedWhole } from './corroboration.js'
import type { PairContext } from './rule.js'

/** What Prisma is handed and has no column for. */
export interface Refusal {
  /** Whether nothing takes the property out, here or elsewhere, and the type means to have it. */
  readonly certain: boolean
  readonly evidence: readonly string[]
  readonly related: readonly Related[]
}

/**
 * Whether Prisma gets a property that is no column of the model: it then refuses the whole call, `Unknown argument`.
 * TypeScript says nothing, as it looks for names that are too many in literals alone.
 */
export function refusalOf(context: PairContext, property: ShapeProperty): Refusal | undefined {
  const { pair, ask } = context
  const argument = ARGUMENT.get(pair.role)
  if (!argument || isOfPrisma(property, argument) || property.type.bases.has('function')) return undefined
  const handed = ask.handedWhole(pair, argument)
  const getting = handed.filter((each) => arrives(property.name, each))
  if (getting.length === 0 || ask.isDeleted(pair, property.name)) return undefined
  if (isUnvalidated(property) && pair.shape.declaration.kind === 'class' && ask.dropsUnvalidated()) return undefined
  return {
    certain: getting.length === handed.length && isOwn(context, property),
    evidence: [...new Set(getting.map(evidenceOf))],
    related: placesOf(getting),
  }
}

const ARGUMENT: ReadonlyMap<Role, HandedWhole['operation']['argument']> = new Map([
  ['create', 'data'],
  ['update', 'data'],
  ['query', 'where'],
])

/** Declared by the type itself or by another input of the model: what else it is made from may be meant for other things. */
function isOwn({ pair, ask }: PairContext, { inherited, declaredIn }: ShapeProperty): boolean {
  return (
    !inherited ||
    ask
      .basesOf(pair)
      .some(({ shape, role }) => ARGUMENT.has(role) && shape.name === declaredIn.name && shape.file === declaredIn.file)
  )
}

/** `AND` and its like, and `userId_teamId`, which names a key of several columns. */
function isOfPrisma({ name }: ShapeProperty, argument: string): boolean {
  return argument === 'where' && (['AND', 'OR', 'NOT'].includes(name) || name.includes('_'))
}

function arrives(name: string, { without, only }: HandedWhole): boolean {
  return !without.includes(name) && (only?.includes(name) ?? true)
}

/** The beginnings of the names of class-validator's decorators: where a pipe keeps only what they stand at, the others do not count. */
const VALIDATOR = /^(Is|Min|Max|Length|Matches|Contains|Equals|Array|Validate|Allow|Not)/

function isUnvalidated({ decorators }: ShapeProperty): boolean {
  return !decorators.some(({ name }) => VALIDATOR.test(name))
}

/** Several ways may lead to one place. */
function placesOf(handed: readonly HandedWhole[]): readonly Related[] {
  const places = new Map(handed.map(({ at, operation }) => [refKey(at), { at, operation }]))
  return [...places.values()].map(({ at, operation: { delegate, operation } }) => ({
    at,
    message: `Handed whole to '${delegate}.${operation}' here`,
  }))
}

function evidenceOf({ at, operation: { delegate, operation } }: HandedWhole): string {
  return `${baseName(at.file)} hands it whole to '${delegate}.${operation}', which refuses it`
}
