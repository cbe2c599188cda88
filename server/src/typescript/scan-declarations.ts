/**
 * The names that a text may declare as an interface, type, class, enum or constant, found without parsing: some may be
 * words of comments or strings, but none is missing. A default export counts as `default`. Constants are listed only
 * where the text holds a sign of literal constants or zod schemas, and where their values may be such. What stands in a
 * namespace is listed without it. A name may come more than once; they are found as they are asked for.
 */
export function* scanDeclarations(text: string): Generator<string, undefined> {
  yield* namesAfter(TYPES, text, BODY)
  if (DEFAULT.test(text)) yield 'default'
  if (SIGN_OF_CONSTANTS.test(text)) yield* namesAfter(CONSTANTS, text, VALUE)
}

const TYPES = /\b(?:interface|type|class|enum)(?=[\s/])/g

const CONSTANTS = /\b(?:const|let|var)(?=[\s/])/g

const DEFAULT = /\bexport(?:\s|\/\*[\s\S]{0,500}?\*\/|\/\/[^\r\n]{0,500}[\r\n])*default\b/

const SIGN_OF_CONSTANTS =
  /\bas\s+const\b|<const>|\bfreeze\b|\bzod\b|\bz\s*\.|\.(?:extend|merge|pick|omit|partial|required)\s*\(/

/** The name after a keyword, past spaces and comments; the bounds keep the time in proportion to the text. */
const NAME = /(?:\s|\/\*[\s\S]{0,500}?\*\/|\/\/[^\r\n]{0,500}[\r\n])*([\w$\u0080-\uffff]+)/y

/** What can stand behind the name of a type: `import { type A, type B as C }` declares none. */
const BODY = /\s*(?:[=<{/]|extends\b|implements\b|$)/y

/** What can stand behind the name of a constant: a type, or a value that is a literal, in brackets or a chain of calls. */
const VALUE = /\s*(?:[:!/]|=\s*(?:[{[(</]|[\w$\u0080-\uffff]+\s*[.?!/]))/y

function* namesAfter(keywords: RegExp, text: string, rest: RegExp): Generator<string, undefined> {
  for (const { 0: keyword, index } of text.matchAll(keywords)) {
    NAME.lastIndex = index + keyword.length
    const name = NAME.exec(text)?.[1]
    if (name === undefined) continue
    rest.lastIndex = NAME.lastIndex
    if (rest.test(text)) yield name
  }
}
