import { ts } from '@ts-morph/common'
import type { Call, Handover, Operation } from '../model/handover.js'
import { OPERATIONS } from '../model/operations.js'
import type { FileId } from '../text/file-id.js'
import type { Span } from '../text/span.js'
import { takenBy } from './handed-arguments.js'
import {
  type Binding,
  bind,
  bound,
  changesIn,
  lookUp,
  MAXIMUM_DEPTH,
  outerScope,
  partOf,
  type Scope,
  scopeIn,
  UNBOUND,
  type WholeValue,
  wholeOf,
} from './handed-scope.js'
import { readWritten } from './handed-types.js'
import {
  bindStatements,
  bindVariables,
  type FunctionNode,
  isFunction,
  literalOf,
  membersOf,
  valuesOf,
} from './handed-values.js'
import { dottedName, memberName, tokenStart, unwrapped } from './lowering.js'
import { parseWhole, type Source } from './parse.js'

/** A handover and where the value stands. */
export interface PlacedHandover {
  readonly handover: Handover
  readonly span: Span
}

/**
 * What the functions of a file hand on whole: to operations of Prisma, and to each other. In the order of the text. Never
 * throws: what cannot be followed hands on nothing.
 */
export function readHandovers(file: FileId, text: string): readonly PlacedHandover[] {
  return readSourceHandovers(parseWhole(file, text))
}

/** The same for a file that is parsed already. */
export function readSourceHandovers(source: Source | undefined): readonly PlacedHandover[] {
  try {
    return source ? readTree(source.tree) : []
  } catch {
    // What nests without end is more than the stack holds.
    return []
  }
}

function readTree(tree: ts.SourceFile): readonly PlacedHandover[] {
  const scope = outerScope(changesIn(tree))
  bindStatements(scope, tree.statements)
  const reader: Reader = { tree, found: [], members: new Map(), depth: 0 }
  for (const statement of tree.statements) visit(reader, statement, { scope, by: '', owner: '' })
  return reader.found
}

interface Reader {
  readonly tree: ts.SourceFile
  readonly found: PlacedHandover[]
  /** The types of members of classes, such as `UsersService.users`. */
  readonly members: Map<string, string>
  depth: number
}

interface Around {
  readonly scope: Scope
  /** The function with a name. */
  readonly by: string
  /** The class or constant that has functions. */
  readonly owner: string
}

function visit(reader: Reader, node: ts.Node, around: Around): void {
  if (reader.depth > MAXIMUM_DEPTH) return
  reader.depth++
  visitNode(reader, node, around)
  reader.depth--
}

function visitNode(reader: Reader, node: ts.Node, around: Around): void {
  const named = namedFunction(node)
  if (named) visitFunction(reader, named.node, { ...around, name: named.name })
  else if (ts.isClassDeclaration(node)) visitClass(reader, node, around)
  else if (ts.isCallExpression(node)) visitCall(reader, node, around)
  else visitChildren(reader, node, around)
}

function visitChildren(reader: Reader, node: ts.Node, around: Around): void {
  const owner = (around.by === '' && ownerIn(node)) || around.owner
  const scope = scopeOf(node, around.scope)
  const inside = owner === around.owner && scope === around.scope ? around : { ...around, owner, scope }
  ts.forEachChild(node, (child) => {
    if (child.kind !== ts.SyntaxKind.Identifier) visit(reader, child, inside)
  })
}

interface NamedFunction {
  readonly node: ts.FunctionDeclaration | ts.MethodDeclaration | FunctionNode
  readonly name: string | undefined
}

/** A function and the name that it gets where it stands. */
function namedFunction(node: ts.Node): NamedFunction | undefined {
  if (ts.isFunctionDeclaration(node)) return { node, name: node.name?.text }
  if (ts.isMethodDeclaration(node)) return { node, name: memberName(node.name) }
  if (isFunction(node)) return { node, name: undefined }
  if (!ts.isVariableDeclaration(node) && !ts.isPropertyAssignment(node) && !ts.isPropertyDeclaration(node))
    return undefined
  const made = node.initializer && unwrapped(node.initializer)
  if (!made || !isFunction(made)) return undefined
  return { node: made, name: ts.isIdentifier(node.name) ? node.name.text : undefined }
}

/** `users` of `const users = { create(dto) {} }`. */
function ownerIn(node: ts.Node): string | undefined {
  const isObject =
    ts.isVariableDeclaration(node) && node.initializer && ts.isObjectLiteralExpression(unwrapped(node.initializer))
  return isObject && ts.isIdentifier(node.name) ? node.name.text : undefined
}

/** What a node names for what is in it. */
function scopeOf(node: ts.Node, around: Scope): Scope {
  if (ts.isBlock(node)) {
    const scope = scopeIn(around)
    bindStatements(scope, node.statements)
    return scope
  }
  const isLoop = ts.isForOfStatement(node) || ts.isForInStatement(node) || ts.isForStatement(node)
  if (!isLoop || !node.initializer || !ts.isVariableDeclarationList(node.initializer)) return around
  const scope = scopeIn(around)
  if (ts.isForStatement(node)) bindVariables(scope, node.initializer)
  else
    for (const { name } of node.initializer.declarations)
      bind(scope, name, ts.isForOfStatement(node) ? bound(() => valuesOf(node.expression, around)) : UNBOUND)
  return scope
}

function visitClass(reader: Reader, { name, members }: ts.ClassDeclaration, around: Around): void {
  const owner = name?.text ?? ''
  for (const member of members) {
    const fields = ts.isConstructorDeclaration(member)
      ? member.parameters
      : ts.isPropertyDeclaration(member)
        ? [member]
        : []
    for (const field of fields) {
      const type = field.type ? typeName(field.type) : field.initializer && madeClass(field.initializer)
      if (ts.isIdentifier(field.name) && type !== undefined) reader.members.set(`${owner}.${field.name.text}`, type)
    }
  }
  for (const member of members) visit(reader, member, { ...around, owner, by: '' })
}

function typeName(node: ts.TypeNode): string | undefined {
  return ts.isTypeReferenceNode(node) ? dottedName(node.typeName) : undefined
}

/** `UsersRepository` of `new UsersRepository()`. */
function madeClass(expression: ts.Expression): string | undefined {
  const node = unwrapped(expression)
  return ts.isNewExpression(node) ? dottedName(node.expression) : undefined
}

interface AroundFunction extends Around {
  readonly name: string | undefined
  /** What it is known to be called with first. */
  readonly first?: Binding | undefined
}

function visitFunction(reader: Reader, node: NamedFunction['node'], { name, first, ...around }: AroundFunction): void {
  const isOutermost = around.by === ''
  const isNamed = isOutermost && name !== undefined
  const by = isNamed ? (around.owner === '' ? name : `${around.owner}.${name}`) : around.by
  const scope = isOutermost ? scopeIn(around.scope, changesIn(node)) : scopeIn(around.scope)
  for (const [index, parameter] of node.parameters.entries()) {
    const written = readWritten(parameter.type)
    const isKnown = isNamed || parameter.type !== undefined || index > 0 || first === undefined
    const values = isKnown ? () => [wholeOf(written, isNamed ? index : undefined)] : first.values
    bind(scope, parameter.name, bound(values))
  }
  if (node.body) visit(reader, node.body, { ...around, scope, by })
}

function visitCall(reader: Reader, node: ts.CallExpression, around: Around): void {
  const operation = operationOf(node)
  if (operation) recordOperation(reader, node, operation, around)
  else recordCall(reader, node, around)
  visit(reader, node.expression, around)
  for (const argument of node.arguments) {
    const made = unwrapped(argument)
    if (isFunction(made))
      visitFunction(reader, made, { ...around, name: undefined, first: takenBy(node, around.scope) })
    else visit(reader, argument, around)
  }
}

/** `prisma.user.create(…)`, or another call that looks the same. */
function operationOf({ expression }: ts.CallExpression): Pick<Operation, 'delegate' | 'operation'> | undefined {
  if (!ts.isPropertyAccessExpression(expression) || !OPERATIONS.has(expression.name.text)) return undefined
  const delegate = unwrapped(expression.expression)
  if (!ts.isPropertyAccessExpression(delegate) || delegate.expression.kind === ts.SyntaxKind.ThisKeyword)
    return undefined
  return { delegate: delegate.name.text, operation: expression.name.text }
}

/** What an operation is given, and what that is. */
const ARGUMENTS: readonly (readonly [string, Operation['argument']])[] = [
  ['data', 'data'],
  ['where', 'where'],
]

const ARGUMENTS_OF_UPSERT: typeof ARGUMENTS = [
  ['create', 'data'],
  ['update', 'data'],
  ['where', 'where'],
]

function recordOperation(
  reader: Reader,
  { arguments: [options] }: ts.CallExpression,
  operation: Pick<Operation, 'delegate' | 'operation'>,
  around: Around,
): void {
  if (!options) return
  const written = literalOf(options, around.scope)
  const members = new Map(written && membersOf(written.literal))
  for (const [name, argument] of operation.operation === 'upsert' ? ARGUMENTS_OF_UPSERT : ARGUMENTS) {
    const into: Operation = { kind: 'operation', ...operation, argument }
    const value = members.get(name)
    if (written && value) record(reader, value, valuesOf(value, written.scope), { ...around, into })
    else
      record(
        reader,
        options,
        valuesOf(options, around.scope).map((whole) => partOf(whole, name)),
        { ...around, into },
      )
  }
}

function recordCall(reader: Reader, { expression, arguments: args }: ts.CallExpression, around: Around): void {
  const callee = calleeOf(reader, expression, around)
  if (callee === undefined) return
  for (const [index, argument] of args.entries()) {
    const into: Call = { kind: 'call', callee, index, path: [] }
    record(reader, argument, valuesOf(argument, around.scope), { ...around, into })
    const literal = unwrapped(argument)
    if (!ts.isObjectLiteralExpression(literal)) continue
    for (const [name, value] of membersOf(literal))
      record(reader, value, valuesOf(value, around.scope), { ...around, into: { ...into, path: [name] } })
  }
}

/** `createUser`, or with the class or constant that has it: `UsersRepository.create`. */
function calleeOf({ members }: Reader, node: ts.Expression, { owner, scope }: Around): string | undefined {
  if (ts.isIdentifier(node)) return node.text
  if (!ts.isPropertyAccessExpression(node)) return undefined
  const { expression, name } = node
  if (expression.kind === ts.SyntaxKind.ThisKeyword) return `${owner}.${name.text}`
  if (ts.isIdentifier(expression)) {
    const made = lookUp(scope, expression.text).made()
    return `${(made && madeClass(made.expression)) ?? expression.text}.${name.text}`
  }
  const isMember = ts.isPropertyAccessExpression(expression) && expression.expression.kind === ts.SyntaxKind.ThisKeyword
  const type = isMember ? members.get(`${owner}.${expression.name.text}`) : undefined
  return type === undefined ? undefined : `${type}.${name.text}`
}

function record(
  { tree, found }: Reader,
  node: ts.Expression,
  values: readonly WholeValue[],
  { by, into }: Pick<Handover, 'by' | 'into'>,
): void {
  const span = { start: tokenStart(node, tree), end: node.end }
  for (const { parameter, written, path, without } of values) {
    if (parameter === undefined && written.types.length === 0) continue
    const way = parameter === undefined ? [] : path
    found.push({ handover: { by, parameter, types: written.types, path: way, without, into }, span })
  }
}
