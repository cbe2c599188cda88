import type { Declaration, TypeNode } from '../model/declaration.js'
import type { ElementRef } from '../model/element.js'
import type { LiteralValue, Shape, ShapeProperty } from '../model/shape.js'
import { createQuery, type Query } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import type { ResolverHost } from './exports.js'
import { enumOf } from './indexed.js'
import { type Declared, type Found, lookUp } from './lookup.js'
import { type Member, type Members, membersOf, membersOfDeclaration } from './members.js'
import { partsOf } from './parts.js'
import { type ObjectPart, propertyTypeOf, type ShapeOfPart, sameShape, valuesOf } from './property-type.js'
import { at, bodyOf, type Located, nested, type Scope, startWalk, targetOf, type Walk } from './resolution.js'

/** Answers questions about declarations of many files. Its answers depend on nothing but the summaries. */
export interface Resolver {
  /** The declaration as it is in the end, whatever it is made of. The same object for as long as it says the same. */
  shapeOf(file: FileId, declaration: Declaration): Shape
  /** What a type's name means in a file: `User`, `Prisma.User`, `types.User`. */
  find(file: FileId, name: string): Found
}

/** Makes a resolver. Its answers follow the summaries that the host has at the time. */
export function createResolver(host: ResolverHost): Resolver {
  const shapes = new WeakMap<Declaration, Query<Shape>>()
  const shapeOf = (file: FileId, declaration: Declaration): Shape => {
    let shape = shapes.get(declaration)
    if (!shape) {
      shape = createQuery(() => shapeOfScope(context, { file, declaration, bindings: new Map() }), sameShape)
      shapes.set(declaration, shape)
    }
    return shape()
  }
  const context: Context = { host, shapeOf, shapeOfPart: (part) => shapeOfPart(context, part) }
  return { shapeOf, find: (file, name) => lookUp(host, file, '', { text: name, value: false }) }
}

interface Context {
  readonly host: ResolverHost
  readonly shapeOf: (file: FileId, declaration: Declaration) => Shape
  readonly shapeOfPart: ShapeOfPart
}

function shapeOfScope(context: Context, scope: Scope): Shape {
  const walk = startWalk(context.host)
  const members = membersOfDeclaration(walk, scope)
  const values = listedValues(walk, scope)
  const shape = shapeFrom(context, scope, members)
  const alias = aliasOf(walk, scope)
  return { ...shape, values, open: values === undefined && members.open, ...(alias && { aliasOf: alias }) }
}

function shapeFrom(context: Context, { file, declaration }: Declared, members: Members, owner = declaration): Shape {
  return {
    ref: { file, id: declaration.id },
    file,
    name: declaration.name,
    declaration,
    properties: members.list.map((member) => propertyOf(context, owner, member)),
    open: members.open,
    fromClient: members.fromClient,
    values: undefined,
  }
}

function propertyOf(
  context: Context,
  owner: Declaration,
  { property, optional, type, declared }: Member,
): ShapeProperty {
  const { file, declaration } = declared
  return {
    name: property.name,
    ref: { file, id: property.id },
    declaredIn: { file, name: declaration.name },
    inherited: declaration !== owner,
    optional,
    type: propertyTypeOf(context.host, type, context.shapeOfPart),
    decorators: property.decorators,
    computed: property.computed,
  }
}

/** Of a named object the declaration's shape, of one with arguments its own, of an inline one the property's. */
function shapeOfPart(context: Context, { declared, located }: ObjectPart): Shape {
  if (!declared) return shapeOfInline(context, located)
  const isPlain = declared.declaration.typeParameters.length === 0
  return isPlain ? context.shapeOf(declared.file, declared.declaration) : shapeOfScope(context, declared)
}

function shapeOfInline(context: Context, located: Located): Shape {
  const { scope, type } = located
  const { id, name } = located.property ?? scope.declaration
  const declaration: Declaration = { ...NAMELESS, id, name, type }
  const members = membersOf(startWalk(context.host), located)
  return shapeFrom(context, { file: scope.file, declaration }, members, scope.declaration)
}

const NAMELESS: Omit<Declaration, 'id' | 'name' | 'type'> = {
  kind: 'alias',
  exportedAs: [],
  typeParameters: [],
  heritage: [],
  implements: [],
  decorators: [],
  tag: undefined,
}

function listedValues(walk: Walk, scope: Scope): readonly LiteralValue[] | undefined {
  const { kind } = scope.declaration
  return kind === 'interface' || kind === 'class' ? undefined : valuesOf(partsOf(walk, bodyOf(scope)))
}

/** The declaration that an alias is another name for, through any number of aliases. */
function aliasOf(walk: Walk, scope: Scope): ElementRef | undefined {
  const target = aliased(walk, bodyOf(scope))
  if (!target || target.declaration === scope.declaration) return undefined
  const ref = { file: target.file, id: target.declaration.id }
  return nested(walk, undefined, () => aliasOf(walk, target)) ?? ref
}

function aliased(walk: Walk, located: Located): Scope | undefined {
  const { type, scope } = located
  if (scope.declaration.kind !== 'alias' && scope.declaration.kind !== 'zod') return undefined
  if (type.kind === 'indexed') return isEveryMember(type) ? enumOf(walk, at(located, type.object)) : undefined
  if (type.kind !== 'reference') return undefined
  const target = targetOf(walk, located, type)
  if (target.kind === 'utility' && target.name === 'Same' && target.args[0]) return aliased(walk, target.args[0])
  return target.kind === 'declaration' ? target.scope : undefined
}

/** `T[keyof T]` or `T[number]`. */
function isEveryMember({ index }: TypeNode & { kind: 'indexed' }): boolean {
  return index.kind === 'keyof' || (index.kind === 'primitive' && index.name === 'number')
}

export type { ResolverHost } from './exports.js'
export type { Declared, Found } from './lookup.js'
