/**
 * The names that a text may declare as an interface, type, class, enum or constant, found without parsing: some may be
 * words of comments or strings, but none is missing. A default export counts as `default`. Constants are listed only
 * where the text holds a sign of literal constants or zod schemas. What stands in a namespace is listed without it.
 */
export function scanDeclarations(text: string): readonly string[] {
  const names = new Set<string>()
  for (const match of text.matchAll(TYPES)) addName(names, text, match.index + match[0].length)
  if (DEFAULT.test(text)) names.add('default')
  if (!SIGN_OF_CONSTANTS.test(text)) return [...names]
  for (const match of text.matchAll(CONSTANTS)) addName(names, text, match.index + match[0].length)
  return [...names]
}

/** Whether a text may call an operation of a Prisma client: on `x.user.findMany(` it says yes, as on `x.create(`. */
export function mayCallClient(text: string): boolean {
  return OPERATION.test(text)
}

const TYPES = /\b(?:interface|type|class|enum)(?=[\s/])/g

const CONSTANTS = /\b(?:const|let|var)(?=[\s/])/g

const DEFAULT = /\bexport(?:\s|\/\*[\s\S]{0,500}?\*\/|\/\/[^\r\n]{0,500}[\r\n])*default\b/

const SIGN_OF_CONSTANTS =
  /\bas\s+const\b|<const>|\bfreeze\b|\bzod\b|\bz\s*\.|\.(?:extend|merge|pick|omit|partial|required)\s*\(/

const OPERATION =
  /\.\s*(?:find(?:Many|Unique|First)|create|update|upsert|delete|count|aggregate|groupBy)\w*\s*[(<?]|\$(?:query|execute)Raw/

/** The name after a keyword, past spaces and comments; the bounds keep the time in proportion to the text. */
const NAME = /(?:\s|\/\*[\s\S]{0,500}?\*\/|\/\/[^\r\n]{0,500}[\r\n])*([\w$\u0080-\uffff]+)/y

function addName(names: Set<string>, text: string, from: number): void {
  NAME.lastIndex = from
  const name = NAME.exec(text)?.[1]
  if (name !== undefined) names.add(name)
}
