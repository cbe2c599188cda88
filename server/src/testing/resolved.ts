import assert from 'node:assert/strict'
import type { PropertyType, Shape } from '../model/shape.js'
import { createResolver, type Resolver, type ResolverHost } from '../typescript/resolve.js'
import { summarise } from '../typescript/summarise.js'

/** A resolver for files in memory; modules are files beside each other, but for Prisma's client. */
export function resolverOf(files: Readonly<Record<string, string>>): Resolver & { host: ResolverHost } {
  const summaries = new Map(Object.entries(files).map(([file, text]) => [file, summarise(file, text).summary]))
  const host: ResolverHost = {
    summaryOf: (file) => summaries.get(file),
    resolveModule: (_, specifier) => {
      if (specifier === '@prisma/client') return 'client'
      return specifier.startsWith('./') ? `${specifier.slice(2)}.ts` : undefined
    },
  }
  return { ...createResolver(host), host }
}

/** What a declaration of `a.ts` is in the end. */
export function shapeOf(files: Readonly<Record<string, string>>, name: string): Shape {
  const resolver = resolverOf(files)
  const declaration = resolver.host.summaryOf('a.ts')?.declarations.find((found) => found.name === name)
  assert.ok(declaration)
  return resolver.shapeOf('a.ts', declaration)
}

/** The type of the only property of `A` in `a.ts`. */
export function propertyOf(files: Readonly<Record<string, string>>): PropertyType {
  const [property] = shapeOf(files, 'A').properties
  assert.ok(property)
  return property.type
}

/** `id: string; role?: string null =ADMIN,USER from Role open`. */
export function shown(shape: Shape | undefined): string {
  const properties = shape?.properties.map(
    ({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${shownType(type)}`,
  )
  return `${properties?.join('; ')}${shape?.open ? ' open' : ''}`
}

/** `string|number[] null =ADMIN,USER from Role`. */
export function shownType({
  bases,
  known,
  admitsNull,
  admitsUndefined,
  list,
  values,
  valuesFrom,
}: PropertyType): string {
  const base = `${[...bases].join('|')}${known ? '' : bases.size > 0 ? ' ?' : '?'}${list ? '[]' : ''}`
  const nullable = admitsNull === undefined ? ' null?' : admitsNull ? ' null' : ''
  const rest = `${admitsUndefined ? ' undefined' : ''}${list === undefined ? ' list?' : ''}`
  return `${base}${nullable}${rest}${values ? ` =${values.join()}` : ''}${valuesFrom ? ` from ${valuesFrom.name}` : ''}`
}
