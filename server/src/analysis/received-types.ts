import { refKey } from '../model/element.js'
import { sameMap } from '../query/equality.js'
import { createQuery, type Query } from '../query/query.js'
import type { Sources } from './sources.js'
import type { Texts } from './texts.js'

type Kind = 'body' | 'query'

/** The types of what requests bring, by the keys of their declarations. */
export function createReceivedTypes(texts: Texts, sources: Sources): Query<ReadonlyMap<string, Kind>> {
  const controllers = texts.scan(
    () => ({
      anyOf: ['Body', 'Query'],
      ask: (text) => text.includes('@Body(') || text.includes('@Query(') || undefined,
    }),
    'eager',
  )
  const handlers = texts.scan(() => ({ anyOf: ['req', 'request'], ask: bodiesIn }), 'eager')
  return createQuery(() => {
    const received = new Map<string, Kind>()
    const add = (file: string, type: string, kind: Kind) => {
      const shape = sources.shapeNamed(file, type)
      if (shape) received.set(refKey(shape.ref), kind)
    }
    for (const [file, types] of handlers('')) for (const type of types) add(file, type, 'body')
    for (const file of controllers('').keys()) {
      for (const { type, kind } of sources.usageOf(file)?.bodies ?? []) add(file, type, kind)
    }
    return received
  }, sameMap)
}

const BODY = String.raw`(?:await\s+)?\b(?:req|request)\.(?:body\b(?![.[])|json\(\))`

/** `const dto: CreateUser = req.body`, `(await request.json()) as CreateUser`, `Request<Params, unknown, CreateUser>`. */
const BODIES = [
  new RegExp(String.raw`[\w}]\s*:\s*(\w+)\s*=\s*${BODY}`, 'g'),
  new RegExp(String.raw`${BODY}\s*\)?\s*as\s+(\w+)\b(?![.<[])`, 'g'),
  /\bRequest<\s*[^,<>]*(?:<[^<>]*>)?\s*,\s*[^,<>]*(?:<[^<>]*>)?\s*,\s*(\w+)\s*[,>]/g,
]

function bodiesIn(text: string): readonly string[] | undefined {
  if (!/\breq(uest)?\.(body|json)|\bRequest</.test(text)) return undefined
  const types = BODIES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, type = '']) => type))
  return types.length > 0 ? types : undefined
}
