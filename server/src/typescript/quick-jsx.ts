import { ts } from '@ts-morph/common'
import { isAt, readDots } from './quick-cursor.js'
import { wholeReader } from './quick-expressions.js'
import { readSequence } from './quick-operations.js'
import { Doubt, Mark, nextToken, type Scanner, walkElement } from './scanner.js'

const { SyntaxKind } = ts

/** Reads an element, the present token being the whole of it: the expressions in it and in its children, as one list. */
export function readJsx(scanner: Scanner): ts.Expression {
  const { start: pos, at: end } = scanner
  const before = { ...scanner }
  const children: ts.Expression[] = []
  scanner.at = pos
  walkElement(scanner, {
    braces(_, at) {
      const expression = readBraces(scanner, at)
      if (expression) children.push(expression)
    },
    attributes: (written) => children.push(...stringsIn(written)),
  })
  Object.assign(scanner, before)
  nextToken(scanner)
  return { kind: SyntaxKind.JsxFragment, flags: 0, pos, end, children } as never
}

/** Reads `{expression}` or `{...expression}`; braces may hold nothing but a comment. */
function readBraces(scanner: Scanner, at: number): ts.Expression | undefined {
  scanner.at = at + 1
  scanner.kind = Mark.openBrace
  nextToken(scanner)
  if (isAt(scanner, Mark.closeBrace)) return undefined
  readDots(scanner)
  const expression = readSequence(wholeReader(scanner))
  if (!isAt(scanner, Mark.closeBrace)) throw new Doubt()
  return expression
}

const COMMENT_OR_STRING = /\/\*[\s\S]*?\*\/|\/\/[^\n\r]*|"([^"]*)"|'([^']*)'/g

/** The values of attributes; no character in them is escaped. */
function stringsIn(written: string): readonly ts.Expression[] {
  return [...written.matchAll(COMMENT_OR_STRING)].flatMap(([, double, single]) => {
    const text = double ?? single
    return text === undefined ? [] : [{ kind: SyntaxKind.StringLiteral, flags: 0, text } as never]
  })
}
