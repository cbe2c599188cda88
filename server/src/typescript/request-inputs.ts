/** A type of which a handler takes a whole value from a request. */
export interface RequestInput {
  readonly type: string
  readonly kind: 'body' | 'query'
}

/**
 * The types of whole request bodies and queries that a file's handlers take: `@Body() dto: CreateUser`, and the body of
 * Express and of Next. Reads by patterns, as controllers are many and nothing else of them is of interest.
 */
export function requestInputsIn(text: string): readonly RequestInput[] {
  return [...decoratedIn(text), ...(/\breq(?:uest)?\.(?:body|json)|\bRequest</.test(text) ? bodiesIn(text) : [])]
}

/** Words of which one is in every text that takes something. */
export const REQUEST_WORDS = ['Body', 'Query', 'req', 'request']

function decoratedIn(text: string): readonly RequestInput[] {
  if (!text.includes('@Body(') && !text.includes('@Query(')) return []
  return [...text.matchAll(DECORATED)].map(([, decorator, type = '']) => ({
    type,
    kind: decorator === 'Body' ? 'body' : 'query',
  }))
}

/** What stands between parentheses, four deep. */
const ARGUMENTS = ['', '', '', ''].reduce((inner) => String.raw`\((?:[^()]|${inner || '(?!)'})*\)`, '')

/** A decorator with a text takes one value by its name. Others may follow, and signs of visibility. */
const DECORATED = new RegExp(
  [
    String.raw`@(Body|Query)(?=\(\s*[^\s'"\x60])${ARGUMENTS}`,
    String.raw`(?:\s*@\w+(?:${ARGUMENTS})?){0,9}`,
    String.raw`\s*(?:(?:public|private|protected|readonly)\s+)*(?:\w+|\{[^{}]*\})\s*\??\s*:`,
    String.raw`\s*([\w$.]+)(?=(?:\s*\|\s*(?:null|undefined))*\s*[,)=])`,
  ].join(''),
  'g',
)

function bodiesIn(text: string): readonly RequestInput[] {
  return BODIES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, type = '']) => ({ type, kind: 'body' })))
}

const BODY = String.raw`(?:await\s+)?\b(?:req|request)\.(?:body\b(?![.[])|json\(\))`

/** `const dto: CreateUser = req.body`, `(await request.json()) as CreateUser`, `Request<Params, unknown, CreateUser>`. */
const BODIES = [
  new RegExp(String.raw`[\w}]\s*:\s*(\w+)\s*=\s*${BODY}`, 'g'),
  new RegExp(String.raw`${BODY}\s*\)?\s*as\s+(\w+)\b(?![.<[])`, 'g'),
  /\bRequest<\s*[^,<>]*(?:<[^<>]*>)?\s*,\s*[^,<>]*(?:<[^<>]*>)?\s*,\s*(\w+)\s*[,>]/g,
]
