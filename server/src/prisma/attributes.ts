import type { NativeType } from '../model/schema.js'
import { namesOf, stringOf } from './expression.js'
import type { AttributeSyntax } from './syntax.js'

/** The first attribute of that name. */
export function findAttribute(attributes: readonly AttributeSyntax[], name: string): AttributeSyntax | undefined {
  return attributes.find((attribute) => attribute.name === name)
}

/** The text of an argument, by its name or, where it is the first and has none, by its place. */
export function argumentText(attribute: AttributeSyntax | undefined, name: string): string | undefined {
  const named = attribute?.args.find((argument) => argument.name === name)
  const first = attribute?.args[0]
  return (named ?? (first?.name === undefined ? first : undefined))?.value.text
}

/** The columns that an argument lists. */
export function namesIn(attribute: AttributeSyntax | undefined, name: string): readonly string[] {
  const named = attribute?.args.find((argument) => argument.name === name)
  return named ? namesOf(named.value.text) : []
}

/** The name that `@map` or `@@map` gives. */
export function mappedName(attributes: readonly AttributeSyntax[]): string | undefined {
  return stringOf(argumentText(findAttribute(attributes, 'map'), 'name') ?? '')
}

/** `@db.VarChar(255)`: the attribute whose name begins with a datasource's. */
export function nativeTypeOf(attributes: readonly AttributeSyntax[]): NativeType | undefined {
  const attribute = attributes.find(({ name }) => /^[^.]+\.[^.]+$/.test(name))
  if (!attribute) return undefined
  const name = attribute.name.slice(attribute.name.indexOf('.') + 1)
  return { name, args: attribute.args.map(({ value }) => stringOf(value.text) ?? value.text) }
}
