import { camelCase, pascalCase, sentenceCase } from 'change-case'
import type { Column, Model, Schema } from '../model/schema.js'
import { maxLengthOf } from './decorators.js'
import { mayBeLeftOut } from './members.js'
import { pluralOf } from './name-pattern.js'
import { delegateOf } from './server-key.js'
import { type Block, quotedIn } from './source-text.js'
import type { TextStyle } from './style.js'

export interface SeedOptions {
  readonly schema: Schema
  readonly style: TextStyle
  readonly clientModule: string
}

/** The function that makes a model's first records. */
export function seedName(model: string): string {
  return `seed${pascalCase(pluralOf(model))}`
}

/**
 * A function that makes records of a model in a table that is empty, with a value in every column that needs one. Records
 * that they refer to have to be there.
 */
export function generateSeed(model: Model, { schema, style, clientModule }: SeedOptions): Block {
  const { indent, semicolon } = style
  const table = `prisma.${delegateOf(model.name)}`
  const owners = ownersOf(model)
  const lines = [
    `if ((await ${table}.count()) > 0) return`,
    ...owners.map(({ name, target }) => `const ${name} = await prisma.${delegateOf(target)}.findFirstOrThrow()`),
    ...Array.from({ length: owners.some(({ isOnly }) => isOnly) ? 1 : 2 }, (_, index) => {
      const entries = model.columns.filter(isNeeded).map((column) => {
        const owner = owners.find(({ keys }) => keys.has(column.name))
        const value = owner
          ? `${owner.name}.${owner.keys.get(column.name)}`
          : valueText(column, index + 1, { schema, style })
        return `${indent.repeat(3)}${column.name}: ${value}`
      })
      if (entries.length === 0) return `await ${table}.create({ data: {} })`
      const body = `${entries.join(',\n')}${style.trailingComma}\n${indent.repeat(2)}`
      return `await ${table}.create({\n${indent.repeat(2)}data: {\n${body}}${style.trailingComma}\n${indent}})`
    }),
  ]
  const head = `export async function ${seedName(model.name)}(prisma: PrismaClient): Promise<void> {`
  return {
    imports: [{ name: 'PrismaClient', module: clientModule, kind: 'type' }],
    text: `${head}\n${lines.map((line) => `${indent}${line}${semicolon}\n`).join('')}}`,
  }
}

function isNeeded(column: Column): boolean {
  const isStored = column.kind === 'scalar' || column.kind === 'enum' || column.kind === 'composite'
  return isStored && !mayBeLeftOut(column)
}

/** A record that a new one must refer to. */
interface Owner {
  readonly name: string
  readonly target: string
  /** By foreign key the column that it holds. */
  readonly keys: ReadonlyMap<string, string>
  /** Whether it can have but one such record. */
  readonly isOnly: boolean
}

function ownersOf(model: Model): readonly Owner[] {
  return model.columns.flatMap(({ name, relation }): Owner[] => {
    if (!relation || relation.fields.length === 0) return []
    const columns = relation.fields.flatMap((field) => model.columns.filter((column) => column.name === field))
    if (!columns.every(isNeeded)) return []
    const keys = new Map(relation.fields.map((field, at) => [field, relation.references[at] ?? 'id']))
    const isKey = model.primaryKey.length > 0 && model.primaryKey.every((key) => keys.has(key))
    const local = camelCase(name) === 'prisma' ? `${name}Record` : name
    return [{ name: local, target: relation.target, keys, isOnly: isKey || columns.some(({ isUnique }) => isUnique) }]
  })
}

type ValueContext = Pick<SeedOptions, 'schema' | 'style'>

function valueText(column: Column, index: number, context: ValueContext): string {
  const { schema, style } = context
  if (column.kind === 'enum') {
    const values = schema.enums.get(column.type)?.values ?? []
    return quotedIn(values[(index - 1) % values.length]?.name ?? '', style)
  }
  if (column.kind === 'composite') {
    const parts = schema.models.get(column.type)?.columns.filter(isNeeded) ?? []
    return `{ ${parts.map((part) => `${part.name}: ${valueText(part, index, context)}`).join(', ')} }`
  }
  const write = SCALARS[column.type]
  return write ? write(index, style) : quotedIn(textValue(column, index), style)
}

const SCALARS: Readonly<Record<string, (index: number, style: TextStyle) => string>> = {
  Int: (index) => String(index),
  Float: (index) => `${index}.5`,
  Decimal: (index, style) => quotedIn(`${index}.50`, style),
  BigInt: (index) => `BigInt(${index})`,
  Boolean: (index) => String(index % 2 === 1),
  DateTime: (index, style) => `new Date(${quotedIn(`2025-01-0${index}T12:00:00.000Z`, style)})`,
  Json: () => '{}',
  Bytes: (index) => `Uint8Array.from([${index}])`,
}

function textValue({ name, owner, nativeType }: Column, index: number): string {
  if (/^uuid$|^uniqueidentifier$/i.test(nativeType?.name ?? '')) return `00000000-0000-4000-8000-00000000000${index}`
  if (/^objectid$/i.test(nativeType?.name ?? '')) return `00000000000000000000000${index}`
  const limit = Number(maxLengthOf(nativeType) ?? Number.POSITIVE_INFINITY)
  const text = /e?mail$/i.test(name)
    ? `${camelCase(owner)}${index}@example.com`
    : /url$|link$|website$/i.test(name)
      ? `https://example.com/${index}`
      : `${sentenceCase(name)} ${index}`
  return text.length <= limit ? text : `${text.slice(0, Math.max(limit - 1, 0))}${index}`
}
