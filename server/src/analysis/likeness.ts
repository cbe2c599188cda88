import type { Pair } from '../matching/pair.js'
import type { Shape, ShapeProperty } from '../model/shape.js'
import type { ObjectLiteral } from '../model/usage.js'

/** What has this much of a type's properties is like it. */
export const SIMILAR = 0.7

/** Files that show records. */
export const COMPONENT = /\.([jt]sx|vue|svelte)$|\.(component|page)\.ts$/

/** A type by its name and the file that declares it. */
export type TypeName = Pick<Shape, 'name' | 'file'>

/** How many of several names are there, from 0 to 1. */
export function shareOf(names: readonly string[], keys: { has(name: string): boolean }): number {
  return names.length === 0 ? 0 : names.filter((name) => keys.has(name)).length / names.length
}

/** At least 70 % of all the type's properties. */
export function looksLike({ keys }: ObjectLiteral, { shape }: Pair): boolean {
  const names = shape.properties.map(({ name }) => name)
  return keys.length >= 3 && shareOf(names, new Set(keys)) >= SIMILAR
}

/** What looks like the type; without the key that all of its records have it is what the form of a component collects. */
export function isRecord(literal: ObjectLiteral, pair: Pair): boolean {
  const { shape, fields } = pair
  const keys = fields.filter(({ column, property }) => column.isId && !property.optional)
  const isForm = COMPONENT.test(shape.file) && keys.some(({ property }) => !literal.keys.includes(property.name))
  return looksLike(literal, pair) && !isForm
}

/** Whether an object has the name with a value: a client that sets it to null has none to put there. */
export function fills({ keys, empty }: ObjectLiteral, name: string): boolean {
  return keys.includes(name) && !empty.includes(name)
}

/** The type itself, and the one that the property is inherited from. */
export function typesOf({ shape }: Pair, { declaredIn }: ShapeProperty): readonly TypeName[] {
  return shape.name === declaredIn.name && shape.file === declaredIn.file ? [shape] : [shape, declaredIn]
}

/** A type that is, extends or merges the other one says nothing that the other does not. */
export function isMadeFrom(shape: Shape, other: Shape): boolean {
  return (
    shape === other ||
    shape.properties.some(({ declaredIn }) => declaredIn.file === other.file && declaredIn.name === other.name)
  )
}
