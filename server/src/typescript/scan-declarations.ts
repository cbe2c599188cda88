/**
 * The names that a text may declare as an interface, type, class, enum or constant, found without parsing: some may be
 * words of comments or strings, but none is missing. A default export counts as `default`. Constants are listed only
 * where the text holds a sign of literal constants or zod schemas. What stands in a namespace is listed without it. A name
 * may come more than once; they are found as they are asked for.
 */
export function* scanDeclarations(text: string): Generator<string, undefined> {
  yield* namesAfter(TYPES, text)
  if (DEFAULT.test(text)) yield 'default'
  if (SIGN_OF_CONSTANTS.test(text)) yield* namesAfter(CONSTANTS, text)
}

/**
 * Whether a text may declare any of these at all: more exact than the list of names, in which an imported type, a local
 * function and a result that is awaited may stand too.
 */
export function mayDeclare(text: string): boolean {
  return (
    isFollowed(text, TYPES, BEGINS_TYPE) ||
    DEFAULT_DECLARATION.test(text) ||
    (SIGN_OF_CONSTANTS.test(text) && isFollowed(text, CONSTANTS, BEGINS_VALUE))
  )
}

const TYPES = /\b(?:interface|type|class|enum)(?=[\s/])/g

const CONSTANTS = /\b(?:const|let|var)(?=[\s/])/g

const DEFAULT = /\bexport(?:\s|\/\*[\s\S]{0,500}?\*\/|\/\/[^\r\n]{0,500}[\r\n])*default\b/

const SIGN_OF_CONSTANTS =
  /\bas\s+const\b|<const>|\bfreeze\b|\bzod\b|\bz\s*\.|\.(?:extend|merge|pick|omit|partial|required)\s*\(/

/** The name after a keyword, past spaces and comments; the bounds keep the time in proportion to the text. */
const NAME = /(?:\s|\/\*[\s\S]{0,500}?\*\/|\/\/[^\r\n]{0,500}[\r\n])*([\w$\u0080-\uffff]+)/y

/** A default export of a class without a name or of a value; functions and plain names declare nothing. */
const DEFAULT_DECLARATION =
  /\bexport(?:\s|\/\*[\s\S]{0,500}?\*\/|\/\/[^\r\n]{0,500}[\r\n])*default(?:\s|\/\*[\s\S]{0,500}?\*\/|\/\/[^\r\n]{0,500}[\r\n])*(?:[^\w\s$]|abstract\b|class\b(?!\s+(?!extends\b|implements\b)[\w$])|(?!function\b|async\b)[\w$]+\s*(?:[^\w\s$;(]|\/[/*]))/

/** What follows the name of a type; `import { type Name }` is none. After a comment anything may follow. */
const BEGINS_TYPE = /\s*(?:[=<{]|\/[/*]|extends\b|implements\b)/y

/**
 * What follows the name of a constant that may be a list of literals or a schema: a type, or an expression that begins
 * with a bracket or a member of something. Arrow functions, calls, and what is awaited or made with `new` are none. Of
 * several constants in one statement the first speaks for all where it is followed by a comma.
 */
const BEGINS_VALUE =
  /\s*(?:[:!,]|\/[/*]|=(?=\s*(?:\/[/*]|[-\w.'"]+\s*,|[{[<]|\((?!\s*(?:\)|[\w$]+\s*(?:[,?:]|\)\s*(?:=>|:))))|[\w$\u0080-\uffff]+\s*[.!?/])))/y

function isFollowed(text: string, keywords: RegExp, begins: RegExp): boolean {
  for (const { 0: keyword, index } of text.matchAll(keywords)) {
    NAME.lastIndex = index + keyword.length
    const isNamed = NAME.test(text)
    begins.lastIndex = NAME.lastIndex
    if (isNamed && begins.test(text)) return true
  }
  return false
}

function* namesAfter(keywords: RegExp, text: string): Generator<string, undefined> {
  for (const { 0: keyword, index } of text.matchAll(keywords)) {
    NAME.lastIndex = index + keyword.length
    const name = NAME.exec(text)?.[1]
    if (name !== undefined) yield name
  }
}
