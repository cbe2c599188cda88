import { ts } from '@ts-morph/common'
import type { TextEdit } from '../text/text-edit.js'
import { removeItem } from '../typescript/edit-list.js'
import { removeAlternative } from '../typescript/edit-union.js'
import type { Written } from '../typescript/editable.js'
import type { Mention } from './naming.js'

/**
 * The edits that take out what names a member that is gone: a property of an object that says nothing beyond it, or an
 * alternative of a type. Undefined where something else depends on it.
 */
export function removalOf(node: Mention, source: ts.SourceFile): readonly TextEdit[] | undefined {
  const editable: Written = { tree: source, text: source.text }
  const { parent } = node
  if (ts.isLiteralTypeNode(parent)) {
    return ts.isUnionTypeNode(parent.parent) ? removeAlternative(editable, parent.parent, parent) : undefined
  }
  const property = propertyWith(node)
  const object = property?.parent
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined
  if (!isPlain(property) || object.properties.length === 1 || isCondition(object)) return undefined
  const { properties } = object
  return removeItem(
    editable,
    { items: properties, inside: { start: properties.pos, end: object.end - 1 }, spaced: true },
    property,
  )
}

/** The property whose key a mention is, or whose value ends in it. */
function propertyWith(node: Mention): ts.PropertyAssignment | ts.ShorthandPropertyAssignment | undefined {
  const { parent } = node
  if (ts.isShorthandPropertyAssignment(parent)) return parent
  if (ts.isPropertyAssignment(parent) && parent.name === node) return parent
  if (!ts.isPropertyAccessExpression(parent) || parent.name !== node) return undefined
  const property = outermost(parent).parent
  // The key must go as well: it is of the same name, and is a use of its own if it is declared.
  const isSame = ts.isPropertyAssignment(property) && property.name.getText() === node.text
  return isSame && property.name !== undefined ? property : undefined
}

/** `user.name ?? null`, `(user.name)`. */
function outermost(node: ts.Expression): ts.Expression {
  const { parent } = node
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return outermost(parent)
  const isFallback =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken
  return isFallback ? outermost(parent) : node
}

/** Whether a property only passes a value on: to leave it out has no other effect. */
function isPlain(property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment): boolean {
  return ts.isShorthandPropertyAssignment(property) || isPure(property.initializer)
}

function isPure(value: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(value) || ts.isNonNullExpression(value) || ts.isParenthesizedExpression(value)) {
    return isPure(value.expression)
  }
  if (ts.isBinaryExpression(value)) {
    return OPERATORS.has(value.operatorToken.kind) && isPure(value.left) && isPure(value.right)
  }
  if (ts.isTemplateExpression(value)) return value.templateSpans.every(({ expression }) => isPure(expression))
  if (ts.isCallExpression(value) || ts.isNewExpression(value)) {
    return CONVERSIONS.test(value.expression.getText()) && (value.arguments ?? []).every(isPure)
  }
  return ts.isIdentifier(value) || ts.isLiteralExpression(value) || LITERALS.has(value.kind)
}

const OPERATORS: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken])

/** What makes a value of others and does nothing else. */
const CONVERSIONS = /^(Date(\.UTC)?|String|Number|Boolean|BigInt)$/

const LITERALS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.ThisKeyword,
])

/** Whether an object says which records are meant, and in which order: with less of it others would be. */
function isCondition(object: ts.Node): boolean {
  const { parent } = object
  if (ts.isPropertyAssignment(parent)) return CONDITIONS.test(parent.name.getText()) || isCondition(parent.parent)
  if (ts.isArrayLiteralExpression(parent) || ts.isParenthesizedExpression(parent)) return isCondition(parent)
  return false
}

const CONDITIONS = /^(where|cursor|having|orderBy|by|distinct|connect|some|every|none|is|isNot|AND|OR|NOT)$/
