import type { EnumMember, TypeNode } from '../model/declaration.js'
import { membersOf } from './members.js'
import { literalsOf, type Part, partsOf } from './parts.js'
import { at, bodyOf, type Located, type Scope, targetOf, type Walk } from './resolution.js'

/** What `T[K]` may be: members of an enum or const object, elements of a list, types of properties. */
export function indexedTypes(
  walk: Walk,
  located: Located,
  { object, index }: TypeNode & { kind: 'indexed' },
): readonly Located[] | undefined {
  const owner = at(located, object)
  const names = literalsOf(walk, at(located, index))
  const constant = enumOf(walk, owner)
  if (constant) return [chosenMembers(constant, names)]
  if (index.kind === 'primitive' && index.name === 'number') return elementsOf(walk, owner)
  return names && namedTypes(walk, owner, names)
}

/** The literals of `keyof T`; undefined where not all keys are known. */
export function keysOf(walk: Walk, owner: Located): readonly Part[] | undefined {
  const constant = enumOf(walk, owner)
  if (constant) {
    const { source } = bodyOf(constant)
    return enumMembers(constant).map(({ name }) => ({ kind: 'literal', value: name, source }))
  }
  const { list, open } = membersOf(walk, owner)
  if (open) return undefined
  return list.map(({ property }) => ({ kind: 'literal', value: property.name, source: owner.source }))
}

/** The enum or const object that a type names, as in `typeof Role`. */
export function enumOf(walk: Walk, located: Located): Scope | undefined {
  if (located.type.kind !== 'reference') return undefined
  const target = targetOf(walk, located, located.type)
  if (target.kind === 'type') return enumOf(walk, target.located)
  return target.kind === 'declaration' && target.declaration.type.kind === 'enum' ? target.scope : undefined
}

function enumMembers({ declaration }: Scope): readonly EnumMember[] {
  return declaration.type.kind === 'enum' ? declaration.type.members : []
}

/** Without names all members: the index is `number` or something that is not read. */
function chosenMembers(constant: Scope, names: readonly string[] | undefined): Located {
  const members = enumMembers(constant).filter(({ name }) => !names || names.includes(name))
  return at(bodyOf(constant), { kind: 'enum', members })
}

function elementsOf(walk: Walk, owner: Located): readonly Located[] | undefined {
  const parts = partsOf(walk, owner)
  const lists = parts.flatMap((part) => (part.kind === 'list' ? part.elements : []))
  return parts.every(({ kind }) => kind === 'list') ? lists : undefined
}

/** Literals found so are listed by the property that they were taken from. */
function namedTypes(walk: Walk, owner: Located, names: readonly string[]): readonly Located[] | undefined {
  const { list } = membersOf(walk, owner)
  const found = list.filter(({ property }) => names.includes(property.name))
  if (found.length < names.length) return undefined
  return found.map(({ type, property, declared }) => {
    const ref = { file: declared.file, id: property.id }
    return { ...type, source: { ref, name: type.property?.name ?? property.name } }
  })
}
