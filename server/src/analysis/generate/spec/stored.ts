import type { Argument, StoredColumn } from '../../../generators/spec/tested-method.js'
import { isSecret } from '../../../matching/secrets.js'
import type { Column, Model } from '../../../model/schema.js'
import type { Given } from '../../../model/service.js'

/** The columns whose values follow from what a method is given, as far as its code says so. */
export function storedBy(data: Given, model: Model, args: readonly Argument[]): readonly StoredColumn[] {
  return model.columns.flatMap((column) => {
    const from = isCompared(column) ? sourceOf(column, data, args) : undefined
    return from ? [{ column, from }] : []
  })
}

/** Times lose their day, JSON its order; lists of what has several forms are not looked into. */
function isCompared({ kind, type, list, nativeType }: Column): boolean {
  if (kind === 'enum') return true
  if (list && ['Decimal', 'BigInt', 'DateTime'].includes(type)) return false
  return kind === 'scalar' && type !== 'Json' && type !== 'Bytes' && !/^(time|timetz)$/i.test(nativeType?.name ?? '')
}

function sourceOf(column: Column, data: Given, args: readonly Argument[]): StoredColumn['from'] | undefined {
  const { name } = column
  const value = data.properties.get(name)
  if (value?.kind === 'literal') return value.text === 'null' ? undefined : { text: value.text }
  if (value?.kind === 'parameter') return isGiven(args[value.index], value.property) ? value : undefined
  if (value) return undefined
  const spread = data.spreads.find(({ index, without }) => !without.includes(name) && isGiven(args[index], name))
  if (spread) return { index: spread.index, property: name }
  if (!data.open || isSecret(name)) return connected(column, data, args)
  const index = args.findIndex((argument) => isGiven(argument, name) && argument.kind === 'input')
  return index < 0 ? undefined : { index, property: name }
}

function isGiven(argument: Argument | undefined, property: string | undefined): boolean {
  if (argument?.kind !== 'input') return argument !== undefined && property === undefined
  return argument.maker.fields.some(({ name }) => name === property)
}

/** `author: { connect: { id: authorId } }`. */
function connected({ foreignKeyOf }: Column, data: Given, args: readonly Argument[]): StoredColumn['from'] | undefined {
  for (const relation of foreignKeyOf) {
    const value = data.properties.get(relation)
    const connect = value?.kind === 'object' ? value.given.properties.get('connect') : undefined
    const [key] = connect?.kind === 'object' ? [...connect.given.properties.values()] : []
    if (key?.kind === 'parameter' && isGiven(args[key.index], key.property)) return key
  }
  return undefined
}
