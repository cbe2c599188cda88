import type { ElementRef } from '../model/element.js'
import type { Confidence, Role } from '../model/role.js'
import type { Column, EnumType, Model, Schema } from '../model/schema.js'
import type { Shape, ShapeProperty } from '../model/shape.js'

/** How a type's name led to its model, strongest first. */
export const NAMINGS = ['tag', 'exact', 'affix', 'counterpart', 'words', 'tail', 'usage', 'word', 'fields'] as const
export type Naming = (typeof NAMINGS)[number]

/** A type and the model it describes. */
export interface Pair {
  readonly shape: Shape
  readonly schema: Schema
  readonly model: Model
  readonly role: Role
  readonly confidence: Confidence
  /** Why they are paired and why in this role, strongest first. */
  readonly evidence: readonly string[]
  readonly naming: Naming
  /** Whether the role was asked for in a tag. */
  readonly roleAskedFor: boolean
  /** Columns and the properties that stand for them, in the order of the properties. */
  readonly fields: readonly FieldPair[]
  /** Properties that are no column. */
  readonly extras: readonly ShapeProperty[]
  /** Scalar and enum columns that the type lacks. */
  readonly missing: readonly Column[]
  /** The share of the model's scalar and enum columns that the type has, those added later aside: 0 to 1. */
  readonly coverage: number
  /** Where the pair is an inline object in a type: that type's name and the way to the object, such as `owner`. */
  readonly inline: { readonly type: string; readonly path: string } | undefined
}

export interface FieldPair {
  readonly column: Column
  readonly property: ShapeProperty
}

/** A list of literals in TypeScript and the Prisma enum it copies. */
export interface EnumPair {
  /** The declaration that lists the values, or the property of an inline union. */
  readonly at: ElementRef
  /** The declaration's name, or `Type.property`. */
  readonly name: string
  readonly values: readonly string[]
  readonly schema: Schema
  readonly enum: EnumType
  readonly confidence: Confidence
  readonly evidence: readonly string[]
  /** The pairs whose properties use it for a column of this enum. */
  readonly usedBy: readonly EnumUse[]
  /** Set for a union written at a property: the type that holds it. */
  readonly inlineIn: { readonly type: string; readonly field: string } | undefined
}

export interface EnumUse {
  readonly pair: Pair
  readonly field: FieldPair
}
