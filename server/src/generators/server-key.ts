import type { Column, Model } from '../model/schema.js'

/** A column that a record is addressed by, as the server has its values. */
export interface ServerKey {
  readonly name: string
  readonly type: string
  /** The enum or namespace of the generated client that the type is made of. */
  readonly fromClient: string | undefined
  /** The pipe that a controller reads it with, and what it makes of the text of a path. */
  readonly pipe: string | undefined
  readonly fromText: (text: string) => string
  /** The type of a controller's parameter. */
  readonly parameter: string
}

/** The columns of a model's key; none for a view. */
export function serverKeysOf({ primaryKey, columns }: Model): readonly ServerKey[] {
  return primaryKey.flatMap((name) => columns.filter((column) => column.name === name).map(keyOf))
}

function keyOf({ name, kind, type }: Column): ServerKey {
  const plain = { name, fromClient: undefined, pipe: undefined, fromText: (text: string) => text }
  if (kind === 'enum') return { ...plain, type, parameter: type, fromClient: type }
  if (type === 'Int') return { ...plain, type: 'number', parameter: 'number', pipe: 'ParseIntPipe' }
  if (type === 'Float') return { ...plain, type: 'number', parameter: 'string', fromText: (text) => `Number(${text})` }
  if (type === 'BigInt') return { ...plain, type: 'bigint', parameter: 'string', fromText: (text) => `BigInt(${text})` }
  if (type === 'DateTime')
    return { ...plain, type: 'Date', parameter: 'string', fromText: (text) => `new Date(${text})` }
  if (type === 'Boolean')
    return { ...plain, type: 'boolean', parameter: 'string', fromText: (text) => `${text} === 'true'` }
  if (type === 'Bytes')
    return {
      ...plain,
      type: 'Uint8Array',
      parameter: 'string',
      fromText: (text) => `Uint8Array.from(atob(${text}), (c) => c.charCodeAt(0))`,
    }
  return { ...plain, type: 'string', parameter: 'string' }
}

/** What tells the client which record is meant, of parameters that are called like the columns. */
export function whereText({ primaryKey, primaryKeyName }: Model): string {
  const names = `{ ${primaryKey.join(', ')} }`
  return primaryKey.length > 1 ? `{ ${primaryKeyName}: ${names} }` : names
}

/** `prisma.orderItem` for `OrderItem`. */
export function delegateOf(model: string): string {
  return model.charAt(0).toLowerCase() + model.slice(1)
}
