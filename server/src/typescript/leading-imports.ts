import type { Import } from '../model/declaration.js'
import { intern } from './intern.js'

/** The import statements that a file begins with. */
export interface LeadingImports {
  readonly imports: readonly Import[]
  /** Where the last of them ends; 0 where the file begins otherwise. */
  readonly end: number
}

/**
 * Reads the plain import statements at the top of a file by patterns, which takes a fraction of the time that parsing
 * them takes: they are a quarter of all code outside of functions. Stops before the first that is of a rarer form
 * (`import x = …`, attributes, comments or quotes between its braces), and before anything else.
 */
export function readLeadingImports(text: string): LeadingImports {
  const imports: Import[] = []
  let end = 0
  for (let at = endOf(PROLOGUE, text, 0); ; at = end) {
    at = endOf(TRIVIA, text, at)
    IMPORT.lastIndex = at
    const match = IMPORT.exec(text)
    const found = match && importsOf(match)
    if (!found) return { imports, end }
    imports.push(...found)
    end = at + match[0].length
  }
}

const PROLOGUE = /(?:#!.*)?(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*(?:'use [a-z]+'|"use [a-z]+")?;?/y
const TRIVIA = /(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*/y

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

const NAME = '[\\w$\\u0080-\\uffff]+'
const MEMBERS = `(?:\\*\\s*as\\s+(${NAME})|\\{([\\w$\\u0080-\\uffff\\s,]*)\\})`
const CLAUSE = `(?:type\\s+(?!from\\b))?(?:(${NAME})(?:\\s*,\\s*${MEMBERS})?|${MEMBERS})\\s*\\bfrom`
const MODULE = `(?:'([^'"\\\\\\r\\n]+)'|"([^'"\\\\\\r\\n]+)")`

/** Nothing but a comment may stand behind it in its line, and no attributes in the next. */
const END = '[ \\t]*(?:;|(?=[\\r\\n]|//|$)(?!\\s*(?:with|assert)\\b))'

const IMPORT = new RegExp(`import\\b\\s*(?:${CLAUSE}\\s*)?${MODULE}${END}`, 'y')

/** Undefined for what is not certain. */
function importsOf(match: RegExpExecArray): readonly Import[] | undefined {
  const [, name, laterNamespace, laterList, onlyNamespace, onlyList, single, double] = match
  const [namespace, list] = [laterNamespace ?? onlyNamespace, laterList ?? onlyList]
  const module = intern(single ?? double ?? '')
  const elements = list === undefined ? [] : elementsOf(list, module)
  if (!elements) return undefined
  return [
    ...(name === undefined ? [] : [{ local: intern(name), module, imported: 'default' }]),
    ...(namespace === undefined ? [] : [{ local: intern(namespace), module, imported: '*' }]),
    ...elements,
  ]
}

function elementsOf(list: string, module: string): readonly Import[] | undefined {
  const imports: Import[] = []
  for (const element of list.split(',')) {
    const words = element.trim().split(/\s+/)
    if (words[0] === 'type' && words.length > 1) words.shift()
    const [imported = '', as, local = imported] = words
    if (words.length !== 1 && words.length !== 3) return undefined
    if (KEYWORDS.has(imported) || KEYWORDS.has(local) || (as !== undefined && as !== 'as')) return undefined
    if (imported !== '') imports.push({ local: intern(local), module, imported: intern(imported) })
  }
  return imports
}

/** Words with a meaning of their own between the braces: which one they have here is left to the parser. */
const KEYWORDS = new Set(['as', 'type'])
