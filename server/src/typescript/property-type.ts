import type { TypeNode } from '../model/declaration.js'
import type { ElementRef } from '../model/element.js'
import type { Base, LiteralValue, PropertyType, Shape, ShapeProperty } from '../model/shape.js'
import { sameData } from '../query/equality.js'
import { createQuery, type Query } from '../query/query.js'
import type { ResolverHost } from './exports.js'
import { baseOfPart, type Part, partsOf } from './parts.js'
import { renderType } from './render-type.js'
import {
  at,
  bodyOf,
  type Located,
  nested,
  type Scope,
  startWalk,
  targetOf,
  type ValueSource,
  type Walk,
} from './resolution.js'

export type ObjectPart = Part & { readonly kind: 'object' }

/** Makes the shape of an object found in a type. */
export type ShapeOfPart = (part: ObjectPart) => Shape

/**
 * What is known of a type that is written for a property, each half looked up when it is first asked for: most types of
 * a workspace are asked for a name only.
 */
export function propertyTypeOf(host: ResolverHost, located: Located, shapeOf: ShapeOfPart): PropertyType {
  return new WrittenType(host, located, shapeOf)
}

/** A class, as there are tens of thousands of them: a getter of its own for each would take more room than the rest. */
class WrittenType implements PropertyType {
  readonly located: Located
  private readonly host: ResolverHost
  private readonly shapeOf: ShapeOfPart
  private content: Query<Values> | undefined
  private naming: Query<Named> | undefined
  private object: Query<Shape | undefined> | undefined

  constructor(host: ResolverHost, located: Located, shapeOf: ShapeOfPart) {
    this.host = host
    this.located = located
    this.shapeOf = shapeOf
  }

  get bases() {
    return this.contents().bases
  }

  get known() {
    return this.contents().known
  }

  get admitsNull() {
    return this.contents().admitsNull
  }

  get admitsUndefined() {
    return this.contents().admitsUndefined
  }

  get list() {
    return this.contents().list
  }

  get values() {
    return this.contents().values
  }

  get valuesFrom() {
    return this.contents().valuesFrom
  }

  get added() {
    return this.contents().added
  }

  get name() {
    return this.named().name
  }

  get target() {
    return this.named().target
  }

  get text() {
    return renderType(this.located.type)
  }

  shape(): Shape | undefined {
    this.object ??= createQuery(() => {
      const { object } = this.contents()
      return object && this.shapeOf(object)
    }, sameShape)
    return this.object()
  }

  private contents(): Values {
    this.content ??= createQuery(() => valuesAt(startWalk(this.host), this.located), sameValues)
    return this.content()
  }

  private named(): Named {
    this.naming ??= createQuery(() => namedBy(startWalk(this.host), this.located), sameData)
    return this.naming()
  }
}

/** A type read from the same place answers the same. */
function sameType(a: PropertyType, b: PropertyType): boolean {
  return a instanceof WrittenType && b instanceof WrittenType && sameLocated(a.located, b.located)
}

function sameLocated(a: Located, b: Located): boolean {
  if (a === b) return true
  const { scope, type } = a
  return (
    type === b.type &&
    scope.declaration === b.scope.declaration &&
    scope.bindings.size === b.scope.bindings.size &&
    [...scope.bindings].every(([name, bound]) => sameBinding(bound, b.scope.bindings.get(name))) &&
    sameData(a.source, b.source) &&
    sameData(a.property, b.property)
  )
}

function sameBinding(a: Located, b: Located | undefined): boolean {
  return b !== undefined && sameLocated(a, b)
}

/** Whether two shapes hold the same; what their properties' types lead to is looked up each time anyway. */
export function sameShape(a: Shape | undefined, b: Shape | undefined): boolean {
  if (a === b || !a || !b) return a === b
  return (
    sameDeclaration(a, b) &&
    a.open === b.open &&
    a.fromClient === b.fromClient &&
    sameData(a.values, b.values) &&
    sameData(a.aliasOf, b.aliasOf) &&
    a.properties.length === b.properties.length &&
    a.properties.every((property, index) => sameProperty(property, b.properties[index]))
  )
}

/** That of an inline object is made anew each time. */
function sameDeclaration(a: Shape, b: Shape): boolean {
  return a.declaration === b.declaration || (a.declaration.type === b.declaration.type && sameData(a.ref, b.ref))
}

function sameProperty({ type, ...rest }: ShapeProperty, other: ShapeProperty | undefined): boolean {
  if (!other) return false
  const { type: otherType, ...others } = other
  return sameType(type, otherType) && sameData(rest, others)
}

/** The half of a property's type that is about its values; `object` where they are all of one object type. */
interface Values
  extends Pick<
    PropertyType,
    'bases' | 'known' | 'admitsNull' | 'admitsUndefined' | 'list' | 'values' | 'valuesFrom' | 'added'
  > {
  readonly object: ObjectPart | undefined
}

function valuesAt(walk: Walk, located: Located): Values {
  const outer = partsOf(walk, located)
  const parts = withElements(walk, outer)
  const [only, ...others] = parts.filter((part): part is ObjectPart => part.kind === 'object')
  const values = valuesOf(parts)
  return {
    bases: new Set(parts.map(baseOfPart).filter((base): base is Base => base !== undefined)),
    known: parts.length > 0 && parts.every(({ kind }) => kind !== 'unknown' && kind !== 'list'),
    admitsNull: admitsNull(outer),
    admitsUndefined: outer.some(({ kind }) => kind === 'undefined'),
    list: isList(outer),
    values,
    valuesFrom: values && commonSource(parts),
    added: values ? addedTo(parts) : [],
    object: others.length === 0 ? only : undefined,
  }
}

/** The parts that are values, those of lists replaced by their elements' (lists in lists stay). */
function withElements(walk: Walk, parts: readonly Part[]): readonly Part[] {
  const values = parts.flatMap((part) => {
    return part.kind === 'list' ? part.elements.flatMap((element) => partsOf(walk, element)) : [part]
  })
  return values.filter(({ kind }) => kind !== 'null' && kind !== 'undefined')
}

function admitsNull(parts: readonly Part[]): boolean | undefined {
  if (parts.some(({ kind }) => kind === 'null')) return true
  return parts.some((part) => part.kind === 'unknown' && !part.present) ? undefined : false
}

function isList(parts: readonly Part[]): boolean | undefined {
  const values = parts.filter(({ kind }) => kind !== 'null' && kind !== 'undefined')
  if (values.some((part) => part.kind === 'unknown' && !part.present)) return undefined
  const lists = values.filter(({ kind }) => kind === 'list')
  if (lists.length === 0) return false
  return lists.length === values.length ? true : undefined
}

/** The values of a type made of nothing but literals. `true | false` is no list of values. */
export function valuesOf(parts: readonly Part[]): readonly LiteralValue[] | undefined {
  const values = parts.flatMap((part) => (part.kind === 'literal' ? [part.value] : []))
  if (values.length === 0 || values.length < parts.length) return undefined
  return values.includes(true) && values.includes(false) ? undefined : [...new Set(values)]
}

function commonSource(parts: readonly Part[]): ValueSource | undefined {
  const sources = parts.flatMap((part) => (part.kind === 'literal' ? [part.source] : []))
  const [first] = sources
  const isSame = sources.every((source) => source?.ref.id === first?.ref.id && source?.ref.file === first?.ref.file)
  return isSame ? first : undefined
}

/** The literals that have no source, where others have one. */
function addedTo(parts: readonly Part[]): readonly LiteralValue[] {
  const literals = parts.flatMap((part) => (part.kind === 'literal' ? [part] : []))
  const own = literals.filter(({ source }) => source === undefined)
  return own.length < literals.length ? own.map(({ value }) => value) : []
}

function sameValues({ object, ...rest }: Values, { object: other, ...others }: Values): boolean {
  return sameData(rest, others) && sameObject(object, other)
}

function sameObject(a: ObjectPart | undefined, b: ObjectPart | undefined): boolean {
  if (!a || !b) return a === b
  return sameLocated(a.located, b.located) && a.declared?.declaration === b.declared?.declaration
}

interface Named {
  readonly name: string | undefined
  readonly target: ElementRef | undefined
}

const NAMELESS: Named = { name: undefined, target: undefined }

/** The single name that is written, looking through null, lists and wrappers such as `Nullable<T>`. */
function namedBy(walk: Walk, located: Located): Named {
  return nested(walk, NAMELESS, () => nameOfType(walk, located))
}

function nameOfType(walk: Walk, located: Located): Named {
  const { type } = located
  if (type.kind === 'array') return namedBy(walk, at(located, type.element))
  if (type.kind === 'union') {
    const [only, ...others] = type.members.filter((member) => !isNothing(member))
    return only && others.length === 0 ? namedBy(walk, at(located, only)) : NAMELESS
  }
  return type.kind === 'reference' ? nameOfReference(walk, located, type) : NAMELESS
}

function isNothing(type: TypeNode): boolean {
  return type.kind === 'primitive' && (type.name === 'null' || type.name === 'undefined')
}

const TRANSPARENT = new Set(['Array', 'ReadonlyArray', 'Readonly', 'NonNullable', 'NoInfer', 'Same', 'InstanceType'])

function nameOfReference(walk: Walk, located: Located, type: TypeNode & { kind: 'reference' }): Named {
  const target = targetOf(walk, located, type)
  if (target.kind === 'type') return namedBy(walk, target.located)
  if (target.kind === 'utility') {
    const [argument] = target.args
    return argument && TRANSPARENT.has(target.name) ? namedBy(walk, argument) : NAMELESS
  }
  if (target.kind === 'client') return { name: target.name, target: undefined }
  if (target.kind !== 'declaration') return { name: type.name, target: undefined }
  if (isWrapper(target.scope)) return namedBy(walk, bodyOf(target.scope))
  return { name: type.name, target: { file: target.file, id: target.declaration.id } }
}

/** `type Nullable<T> = T | null`, `type List<T> = T[]`. */
function isWrapper({ declaration: { kind, type, typeParameters } }: Scope): boolean {
  return kind === 'alias' && typeParameters.length > 0 && (type.kind === 'union' || type.kind === 'array')
}
