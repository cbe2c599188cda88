import { ts } from '@ts-morph/common'
import type { FileId } from '../text/file-id.js'
import { memberName, unwrapped } from './lowering.js'
import { parseWhole } from './parse.js'
import { calledDelegate } from './usage-destinations.js'

/** A text that an operation of Prisma writes: "refund" of `prisma.payment.create({ data: { type: 'refund' } })`. */
export interface PrismaText {
  /** The member whose operation is called: `payment`. */
  readonly delegate: string
  readonly column: string
  readonly text: string
}

/**
 * The texts that a file writes into columns, as they stand in the arguments of operations; not those of nested writes
 * and of variables. Never throws: what nests too deeply is left out.
 */
export function readWrittenTexts(file: FileId, text: string): readonly PrismaText[] {
  const source = parseWhole(file, text)
  const found: PrismaText[] = []
  const visit = (node: ts.Node, depth: number): void => {
    if (depth > MAXIMUM_DEPTH) return
    if (ts.isCallExpression(node)) found.push(...writtenBy(node))
    ts.forEachChild(node, (child) => visit(child, depth + 1))
  }
  if (source) visit(source.tree, 0)
  return found
}

const MAXIMUM_DEPTH = 600

/** The keys of an operation's argument that hold what is stored. */
const STORED: ReadonlySet<string> = new Set(['data', 'create', 'update'])

function writtenBy(call: ts.CallExpression): readonly PrismaText[] {
  const delegate = calledDelegate(call)
  const [argument] = call.arguments
  if (delegate === undefined || argument === undefined) return []
  return assignments(argument)
    .filter(([key]) => STORED.has(key))
    .flatMap(([, records]) => recordsIn(records).flatMap(assignments))
    .flatMap(([column, value]) => textsOf(value).map((text) => ({ delegate, column, text })))
}

function recordsIn(value: ts.Expression): readonly ts.Expression[] {
  const records = unwrapped(value)
  return ts.isArrayLiteralExpression(records) ? records.elements : [records]
}

/** The properties of a literal by name, spreads aside; none of anything else. */
function assignments(value: ts.Expression): readonly (readonly [string, ts.Expression])[] {
  const literal = unwrapped(value)
  if (!ts.isObjectLiteralExpression(literal)) return []
  return literal.properties.flatMap((property) => {
    const name = ts.isPropertyAssignment(property) ? memberName(property.name) : undefined
    return name !== undefined && ts.isPropertyAssignment(property) ? [[name, property.initializer] as const] : []
  })
}

/** `'a'`, both of `x ? 'a' : 'b'`, and that of `x ?? 'a'`; an empty text says nothing. */
function textsOf(value: ts.Expression): readonly string[] {
  const node = unwrapped(value)
  if (ts.isStringLiteral(node)) return node.text === '' ? [] : [node.text]
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)]
  const isFallback =
    ts.isBinaryExpression(node) &&
    [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken].includes(node.operatorToken.kind)
  return isFallback ? textsOf(node.right) : []
}
