import { ts } from '@ts-morph/common'
import type { NewName } from './input.js'
import { isMention } from './naming.js'

/** A member that nobody named a type for, under its old name. */
export interface Unnamed {
  readonly name: ts.PropertyName
  readonly to: string
}

/** Types nested deeper are not compared. */
const DEEPEST = 5

/**
 * What has to be renamed in what a value is made of where the value and what is expected of it differ in a name alone:
 * the keys of an object, or the members of a type that is written where it is used. What has a name of its own, as an
 * interface has, is left: others may rely on it.
 */
export function unnamedBehind(
  value: ts.Expression,
  names: readonly NewName[],
  checker: ts.TypeChecker,
): readonly Unnamed[] {
  const expected = checker.getContextualType(value)
  if (!expected) return []
  return [...differences({ checker, names, seen: new Set() }, checker.getTypeAtLocation(value), expected, 0)]
}

/** The value that an error says cannot stand where it does. */
export function valueAt({ file, start = 0, length = 0 }: ts.Diagnostic): ts.Expression | undefined {
  let node: ts.Node | undefined = file
  let found: ts.Expression | undefined
  while (node) {
    // Of a statement only the word `return` may be said to be wrong.
    const isMeant = node.end === start + length || ts.isReturnStatement(node)
    if (file && node.getStart(file) === start && isMeant) found ??= assignedAt(node)
    node = ts.forEachChild(node, (child) => (child.pos <= start && start + length <= child.end ? child : undefined))
  }
  return found
}

function assignedAt(node: ts.Node): ts.Expression | undefined {
  if (ts.isReturnStatement(node)) return node.expression
  const { parent } = node
  const isNamed =
    ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)
  if (isNamed && parent.name === node) return parent.initializer
  return ts.isExpression(node) ? node : undefined
}

/**
 * The values of a file that are handed on, as arguments, results, or parts of other values, and that are made of one of
 * the objects: variables, calls.
 */
export function valuesHandedOn(
  source: ts.SourceFile,
  objects: ReadonlySet<ts.Symbol>,
  checker: ts.TypeChecker,
): readonly ts.Expression[] {
  const found: ts.Expression[] = []
  const known = new Map<ts.Type, boolean>()
  const visit = (node: ts.Node): void => {
    if (isReference(node) && isHandedOn(node) && holds(checker.getTypeAtLocation(node))) found.push(node)
    ts.forEachChild(node, visit)
  }
  /** Whether a type is that of one of the objects, or of a list or an object with such a part. */
  const holds = (type: ts.Type): boolean => {
    const answer = known.get(type)
    if (answer !== undefined) return answer
    known.set(type, false)
    const holding = partsOf(type, checker).some((part) => {
      if (objects.has(part.symbol)) return true
      const item = checker.getIndexTypeOfType(part, ts.IndexKind.Number)
      if (item) return holds(item)
      return isObject(part) && part.getProperties().some((property) => holds(checker.getTypeOfSymbol(property)))
    })
    known.set(type, holding)
    return holding
  }
  visit(source)
  return found
}

/** Whether a type is that of an object as it is written. */
function isObject({ symbol }: ts.Type): boolean {
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.ObjectLiteral) !== 0
}

function isReference(node: ts.Node): node is ts.Expression {
  return (
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isAwaitExpression(node)
  )
}

function isHandedOn(node: ts.Expression): boolean {
  const { parent } = node
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression !== node
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) return parent.initializer === node
  return ts.isReturnStatement(parent) || ts.isSpreadAssignment(parent) || ts.isArrayLiteralExpression(parent)
}

interface Comparing {
  readonly checker: ts.TypeChecker
  readonly names: readonly NewName[]
  readonly seen: Set<ts.Type>
}

function* differences(comparing: Comparing, value: ts.Type, expected: ts.Type, depth: number): Generator<Unnamed> {
  const { checker, names, seen } = comparing
  if (depth > DEEPEST || seen.has(value)) return
  seen.add(value)
  const item = (type: ts.Type) => checker.getIndexTypeOfType(type, ts.IndexKind.Number)
  for (const given of partsOf(value, checker)) {
    for (const wanted of partsOf(expected, checker)) {
      const [givenItem, wantedItem] = [item(given), item(wanted)]
      if (givenItem && wantedItem) {
        yield* differences(comparing, givenItem, wantedItem, depth + 1)
        continue
      }
      for (const { from, to } of names) {
        yield* renamedIn(comparing, given, wanted, { from, to })
        yield* renamedIn(comparing, wanted, given, { from, to })
      }
      for (const property of checker.getPropertiesOfType(wanted)) {
        const own = checker.getPropertyOfType(given, property.name)
        if (own)
          yield* differences(comparing, checker.getTypeOfSymbol(own), checker.getTypeOfSymbol(property), depth + 1)
      }
    }
  }
}

/** The objects among what a type may be. */
function partsOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const known = checker.getNonNullableType(type)
  const parts = known.isUnion() ? known.types : [known]
  return parts.filter((part) => (part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0)
}

/** The declarations of the old name in a type that has it, where the other has the new name in its place. */
function* renamedIn({ checker }: Comparing, type: ts.Type, other: ts.Type, { from, to }: NewName): Generator<Unnamed> {
  const has = (each: ts.Type, name: string) => hasOwn(each, name, checker)
  if (!has(type, from) || has(type, to) || !has(other, to) || has(other, from)) return
  for (const declaration of type.getProperty(from)?.declarations ?? []) {
    if (isUnnamed(declaration)) for (const { name } of withSiblings(declaration, from)) yield { name, to }
  }
}

/** Objects in one list lend each other their keys, as `undefined`. */
function hasOwn(type: ts.Type, name: string, checker: ts.TypeChecker): boolean {
  const property = type.getProperty(name)
  return property !== undefined && (checker.getTypeOfSymbol(property).flags & ts.TypeFlags.Undefined) === 0
}

/** Of equal objects in one list the checker knows only one. */
function withSiblings(member: UnnamedMember, from: string): readonly UnnamedMember[] {
  const list = member.parent.parent
  if (!ts.isArrayLiteralExpression(list)) return [member]
  const objects = list.elements.filter(ts.isObjectLiteralExpression)
  const members = objects.flatMap(({ properties }) => properties.flatMap((each) => (isUnnamed(each) ? [each] : [])))
  return members.filter(({ name }) => isMention(name) && name.text === from)
}

type UnnamedMember = ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.PropertySignature

function isUnnamed(node: ts.Node): node is UnnamedMember {
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) return true
  return (
    ts.isPropertySignature(node) && ts.isTypeLiteralNode(node.parent) && !ts.isTypeAliasDeclaration(node.parent.parent)
  )
}
