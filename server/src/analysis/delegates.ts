import { OPERATIONS } from '../model/operations.js'
import type { Schema } from '../model/schema.js'
import { sameItems } from '../query/equality.js'
import { createNamedFamily, createQuery, type Query } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import type { Texts } from './texts.js'

/** The calls of Prisma's operations, found in the texts without parsing them. */
export interface DelegateCalls {
  /** By file the delegates that it calls, each once: `user` of `prisma.user.findMany(`. */
  all(): ReadonlyMap<FileId, readonly string[]>
  /** The model of a delegate, in whatever schema. */
  modelNamed(delegate: string): string | undefined
}

/** `user.findMany(`, `prisma.user?.create(`: the member before a Prisma operation. */
const CALL = new RegExp(`\\.\\s*(\\w+)\\s*\\??\\.\\s*(?:${[...OPERATIONS].join('|')})\\s*[(<]`, 'g')

export function createDelegateCalls(texts: Texts, schemas: Query<readonly Schema[]>): DelegateCalls {
  const calls = texts.scan(() => ({ anyOf: [...OPERATIONS], ask: delegatesIn }), 'eager')
  const names = createQuery(() => schemas().flatMap(({ models }) => [...models.keys()]), sameItems)
  const models = createQuery(() => new Map(names().map((name) => [delegateOf(name), name])))
  return { all: () => calls(''), modelNamed: createNamedFamily((delegate) => models().get(delegate)) }
}

function delegatesIn(text: string): readonly string[] | undefined {
  const called = new Set([...text.matchAll(CALL)].map(([, delegate = '']) => delegate))
  return called.size > 0 ? [...called] : undefined
}

/** `UserRole` is `prisma.userRole`. */
export function delegateOf(model: string): string {
  return model.charAt(0).toLowerCase() + model.slice(1)
}
