import type { Property, TypeNode } from '../model/declaration.js'
import { indexedTypes } from './indexed.js'
import type { Declared } from './lookup.js'
import { literalsOf } from './parts.js'
import { at, bodyOf, enter, type Located, nested, type Scope, targetOf, type Walk } from './resolution.js'

/** A property of a resolved type, its own type not yet resolved. */
export interface Member {
  readonly property: Property
  readonly optional: boolean
  readonly type: Located
  /** The declaration in whose text it stands. */
  readonly declared: Declared
}

/** The properties of a type in the end. */
export interface Members {
  readonly list: readonly Member[]
  /** There may be more. */
  readonly open: boolean
  readonly fromClient: boolean
}

const NONE: Members = { list: [], open: false, fromClient: false }
const UNKNOWN: Members = { list: [], open: true, fromClient: false }
const CLIENT: Members = { list: [], open: true, fromClient: true }

/** The properties that values of a type have; of a union, those that some alternative has. */
export function membersOf(walk: Walk, located: Located): Members {
  return nested(walk, UNKNOWN, () => membersOfType(walk, located))
}

function membersOfType(walk: Walk, located: Located): Members {
  const { type } = located
  switch (type.kind) {
    case 'object':
      return {
        list: type.properties.map((property) => memberOf(located, property)),
        open: type.open,
        fromClient: false,
      }
    case 'intersection':
      return combine(type.members.map((member) => membersOf(walk, at(located, member))))
    case 'union':
      return membersOfUnion(walk, located, type.members)
    case 'reference':
      return membersOfReference(walk, located, type)
    case 'indexed': {
      const [only, ...others] = indexedTypes(walk, located, type) ?? []
      return only && others.length === 0 ? membersOf(walk, only) : UNKNOWN
    }
    default:
      return UNKNOWN
  }
}

/** The properties of a declaration: those of what it extends, then its own, which win. */
export function membersOfDeclaration(walk: Walk, scope: Scope): Members {
  const { declaration } = scope
  return enter(walk, declaration, UNKNOWN, () => {
    const body = bodyOf(scope)
    const inherited = declaration.heritage.map((type) => membersOf(walk, at(body, type)))
    return combine([...inherited, membersOf(walk, body)])
  })
}

/** Literals in the property's own type are listed by nothing but the property. */
function memberOf({ scope }: Located, property: Property): Member {
  const { file, declaration } = scope
  const name = nameOf(scope, property)
  const type: Located = { type: property.type, scope, source: undefined, property: { id: property.id, name } }
  return { property, optional: property.optional, type, declared: { file, declaration } }
}

/** `User.owner.name`, whatever number the id holds. */
function nameOf({ declaration }: Scope, { id }: Property): string {
  return `${declaration.name}${id.slice(declaration.id.length).replace(/#\d+(?=\.|$)/g, '')}`
}

/** Later members of a name win, at the place of the first. */
function combine(parts: readonly Members[]): Members {
  const [only] = parts
  if (parts.length === 1 && only) return only
  const byName = new Map<string, Member>()
  for (const { list } of parts) for (const member of list) byName.set(member.property.name, member)
  return {
    list: [...byName.values()],
    open: parts.some(({ open }) => open),
    fromClient: parts.some(({ fromClient }) => fromClient),
  }
}

function membersOfUnion(walk: Walk, located: Located, types: readonly TypeNode[]): Members {
  const objects = types.filter((type) => !isNothing(type)).map((type) => membersOf(walk, at(located, type)))
  const [only] = objects
  if (objects.length < 2) return only ?? NONE
  const combined = combine(objects)
  const isEverywhere = (name: string): boolean =>
    objects.every(({ list }) => list.some(({ property }) => property.name === name))
  const list = combined.list.map((member) =>
    isEverywhere(member.property.name) ? member : { ...member, optional: true },
  )
  return { ...combined, list, open: true }
}

function isNothing(type: TypeNode): boolean {
  return type.kind === 'primitive' && (type.name === 'null' || type.name === 'undefined')
}

function membersOfReference(walk: Walk, located: Located, type: TypeNode & { kind: 'reference' }): Members {
  const target = targetOf(walk, located, type)
  if (target.kind === 'type') return membersOf(walk, target.located)
  if (target.kind === 'declaration') return membersOfDeclaration(walk, target.scope)
  if (target.kind === 'client') return CLIENT
  return target.kind === 'utility' ? (UTILITIES.get(target.name)?.(walk, target.args, located) ?? UNKNOWN) : UNKNOWN
}

type Utility = (walk: Walk, args: readonly Located[], located: Located) => Members

const UTILITIES: ReadonlyMap<string, Utility> = new Map<string, Utility>([
  ['Partial', (walk, args) => adjusted(walk, args, { optional: true })],
  ['Required', (walk, args) => adjusted(walk, args, { optional: false })],
  ['Readonly', first],
  ['NonNullable', first],
  ['NoInfer', first],
  ['InstanceType', first],
  ['Same', first],
  ['Pick', pick],
  ['Omit', omit],
  ['Record', record],
  ['Intersection', (walk, args) => combine(args.map((argument) => membersOf(walk, argument)))],
])

function first(walk: Walk, [argument]: readonly Located[]): Members {
  return argument ? membersOf(walk, argument) : UNKNOWN
}

/** With a second argument only the properties named there change. */
function adjusted(walk: Walk, [type, keys]: readonly Located[], change: { readonly optional: boolean }): Members {
  const members = type ? membersOf(walk, type) : UNKNOWN
  const names = keys && literalsOf(walk, keys)
  const list = members.list.map((member) => {
    return names && !names.includes(member.property.name) ? member : { ...member, ...change }
  })
  return { ...members, list }
}

function pick(walk: Walk, [type, keys]: readonly Located[]): Members {
  const members = type ? membersOf(walk, type) : UNKNOWN
  const names = keys && literalsOf(walk, keys)
  if (!names) return { ...members, list: [], open: true }
  return { ...members, list: members.list.filter(({ property }) => names.includes(property.name)) }
}

function omit(walk: Walk, [type, keys]: readonly Located[]): Members {
  const members = type ? membersOf(walk, type) : UNKNOWN
  const names = keys && literalsOf(walk, keys)
  if (!names) return { ...members, list: [], open: true }
  return { ...members, list: members.list.filter(({ property }) => !names.includes(property.name)) }
}

function record(walk: Walk, [keys, value]: readonly Located[], located: Located): Members {
  const names = keys && literalsOf(walk, keys)
  if (!names || !value) return UNKNOWN
  const owner = located.property?.id ?? located.scope.declaration.id
  const { file, declaration } = located.scope
  const list = names.map((name): Member => {
    const id = `${owner}.${name}`
    const property = { id, name, optional: false, type: value.type, decorators: [], computed: false }
    return { property, optional: false, type: value, declared: { file, declaration } }
  })
  return { list, open: false, fromClient: false }
}
