import { ts } from '@ts-morph/common'
import type { HandedType } from '../model/handover.js'
import { dottedName, memberName } from './lowering.js'

/** What is written about a value's type: names of types, and of an inline object its members. */
export interface WrittenAs {
  readonly types: readonly HandedType[]
  readonly members: ReadonlyMap<string, WrittenAs>
}

/** Of that nothing is known. */
export const UNWRITTEN: WrittenAs = { types: [], members: new Map() }

/** A type or a schema by its name. */
export function named(name: string): WrittenAs {
  return { types: [{ name, without: [], only: undefined, path: [] }], members: new Map() }
}

/** An object of which one member is known. */
export function holding(names: readonly string[], written: WrittenAs): WrittenAs {
  return { types: [], members: new Map(names.map((name) => [name, written])) }
}

/** What is known of a property of a value. */
export function memberOf({ types, members }: WrittenAs, name: string): WrittenAs {
  return (
    members.get(name) ?? { types: types.map((type) => ({ ...type, path: [...type.path, name] })), members: new Map() }
  )
}

/** Reads what stands behind a colon; of lists and promises what they hold. */
export function readWritten(node: ts.TypeNode | undefined): WrittenAs {
  if (!node) return UNWRITTEN
  if (ts.isParenthesizedTypeNode(node)) return readWritten(node.type)
  if (ts.isArrayTypeNode(node)) return readWritten(node.elementType)
  if (ts.isTypeOperatorNode(node)) return readWritten(node.type)
  if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) return joined(node.types.map(readWritten))
  if (ts.isTypeQueryNode(node)) return namedBy(node.exprName)
  if (ts.isTypeLiteralNode(node)) return { types: [], members: new Map(node.members.flatMap(readMember)) }
  return ts.isTypeReferenceNode(node) ? readReference(node) : UNWRITTEN
}

function readMember(member: ts.TypeElement): readonly (readonly [string, WrittenAs])[] {
  const name = ts.isPropertySignature(member) ? memberName(member.name) : undefined
  return name === undefined ? [] : [[name, readWritten((member as ts.PropertySignature).type)]]
}

function joined(parts: readonly WrittenAs[]): WrittenAs {
  return { types: parts.flatMap(({ types }) => types), members: new Map(parts.flatMap(({ members }) => [...members])) }
}

function namedBy(name: ts.EntityName): WrittenAs {
  const text = dottedName(name)
  return text === undefined ? UNWRITTEN : named(text)
}

/** Types that have all properties of their argument, or hold such values. */
const SAME =
  /^(Partial|Required|Readonly|NonNullable|Array|ReadonlyArray|Promise|Awaited|(z|zod)\.\w+|\w*[iI]nfer\w*|TypeOf)$/

function readReference({ typeName, typeArguments }: ts.TypeReferenceNode): WrittenAs {
  const name = dottedName(typeName) ?? ''
  const [inner, keys] = typeArguments ?? []
  if (!inner) return namedBy(typeName)
  if (SAME.test(name)) return readWritten(inner)
  // Express: parameters of the path, the answer, the body.
  if (name === 'Request') return holding(['body'], readWritten(typeArguments?.[2]))
  if (name !== 'Omit' && name !== 'Pick') return UNWRITTEN
  const listed = keys && literalsOf(keys)
  if (!listed) return UNWRITTEN
  const { types } = readWritten(inner)
  const left = types.map((type) =>
    name === 'Omit' ? { ...type, without: [...type.without, ...listed] } : { ...type, only: listed },
  )
  return { types: left, members: new Map() }
}

function literalsOf(node: ts.TypeNode): readonly string[] | undefined {
  const parts = ts.isUnionTypeNode(node) ? node.types : [node]
  const texts = parts.flatMap((part) =>
    ts.isLiteralTypeNode(part) && ts.isStringLiteralLike(part.literal) ? [part.literal.text] : [],
  )
  return texts.length === parts.length ? texts : undefined
}
