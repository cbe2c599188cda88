import { ts } from '@ts-morph/common'
import type { SourceUsage } from '../model/usage.js'
import type { FileId } from '../text/file-id.js'
import { dottedName, memberName } from './lowering.js'
import { parseWhole, type Source } from './parse.js'
import { sqlAliases } from './sql-aliases.js'
import { createUsageCollector, type UsageCollector, usageOf } from './usage-collector.js'
import { calledDelegate, type Destination, variableOf } from './usage-destinations.js'
import { type Expectation, expectedIn, NOTHING_EXPECTED, readLiteral, returnedBy } from './usage-literals.js'

const { SyntaxKind } = ts

/** What a file does with names. Never throws: what nests too deeply is left out. */
export function readUsage(file: FileId, text: string): SourceUsage {
  return readSourceUsage(parseWhole(file, text))
}

/** The same for a file that is parsed already. */
export function readSourceUsage(source: Source | undefined): SourceUsage {
  const collector = createUsageCollector()
  if (source) visitChildren(collector, source.tree, NOTHING_EXPECTED, 0)
  return usageOf(collector)
}

/** Nodes nested deeper than this are not visited. */
const MAXIMUM_DEPTH = 600

function visitChildren(collector: UsageCollector, node: ts.Node, around: Expectation, depth: number): void {
  if (depth > MAXIMUM_DEPTH) return
  ts.forEachChild(node, (child) => {
    if (child.kind !== SyntaxKind.Identifier) visit(collector, child, expectedIn(node, child, around), depth)
  })
}

function visit(collector: UsageCollector, node: ts.Node, expectation: Expectation, depth: number): void {
  RECORDERS.get(node.kind)?.(collector, node, expectation)
  visitChildren(
    collector,
    node,
    ts.isFunctionLike(node) ? inFunction(collector, node, expectation) : expectation,
    depth + 1,
  )
}

/** What is made in a function goes where the function does: `data: xs.map((x) => ({}))`. */
function inFunction(
  collector: UsageCollector,
  node: ts.SignatureDeclaration,
  { into, scope }: Expectation,
): Expectation {
  return { ...NOTHING_EXPECTED, returned: returnedBy(node), into, scope: collector.destinations.open(scope) }
}

type Recorder = (collector: UsageCollector, node: ts.Node, expectation: Expectation) => void

/** By kind: most nodes are identifiers and tokens, and must cost nothing. */
const RECORDERS: ReadonlyMap<ts.SyntaxKind, Recorder> = new Map<ts.SyntaxKind, Recorder>([
  [SyntaxKind.ObjectLiteralExpression, (...found) => readLiteral(...(found as Parameters<typeof readLiteral>))],
  [
    SyntaxKind.BinaryExpression,
    (collector, node, { scope }) => recordAssignment(collector, node as ts.BinaryExpression, scope),
  ],
  [SyntaxKind.CallExpression, (collector, node, { scope }) => recordCall(collector, node as ts.CallExpression, scope)],
  [SyntaxKind.TypeLiteral, (collector, node, { owner }) => recordUnnamed(collector, node as ts.TypeLiteralNode, owner)],
  [SyntaxKind.PropertySignature, recordField],
  [SyntaxKind.PropertyDeclaration, recordField],
  [SyntaxKind.GetAccessor, recordField],
  [SyntaxKind.MethodDeclaration, (collector, node) => recordResolver(collector, node as ts.MethodDeclaration)],
  [SyntaxKind.Parameter, (collector, node) => recordParameter(collector, node as ts.ParameterDeclaration)],
  [SyntaxKind.StringLiteral, recordText],
  [SyntaxKind.NoSubstitutionTemplateLiteral, recordText],
  [SyntaxKind.TemplateExpression, recordText],
])

function recordField(collector: UsageCollector, node: ts.Node, { owner }: Expectation): void {
  const name = memberName((node as ts.PropertySignature).name)
  if (name === undefined || name === '') return
  collector.written.add(name)
  if (owner === undefined) collector.loose.push({ name, into: undefined })
  if (typeof owner === 'string') collector.declared.push({ name, of: owner })
}

/** The type of a value, or of a part of a record. */
function recordUnnamed(collector: UsageCollector, { members }: ts.TypeLiteralNode, owner: Expectation['owner']): void {
  if (owner !== undefined) return
  const names = members.flatMap((member) => (ts.isPropertySignature(member) ? (memberName(member.name) ?? []) : []))
  if (names.length > 0) collector.unnamed.push([...new Set(names)].sort())
}

/** `prisma.user.create(data)`. */
function recordCall(collector: UsageCollector, node: ts.CallExpression, scope: number): void {
  const delegate = calledDelegate(node)
  if (delegate === undefined) return
  collector.destinations.call(scope, delegate)
  const variable = variableOf(node.arguments[0])
  if (variable !== undefined) collector.destinations.hand({ variable, scope }, delegate)
}

const RESOLVERS = new Set(['ResolveField', 'FieldResolver', 'ResolveProperty'])

/** A method that answers for a field of GraphQL, under its own name or the one that its decorator gives. */
function recordResolver(collector: UsageCollector, { name, modifiers }: ts.MethodDeclaration): void {
  for (const modifier of modifiers ?? []) {
    if (!ts.isDecorator(modifier) || !ts.isCallExpression(modifier.expression)) continue
    const { expression, arguments: args } = modifier.expression
    if (!RESOLVERS.has(dottedName(expression) ?? '')) continue
    write(collector, args[0] && ts.isStringLiteralLike(args[0]) ? args[0].text : memberName(name))
  }
}

/** `x.name = …`, also `+=` and the like. */
function recordAssignment(
  collector: UsageCollector,
  { left, operatorToken }: ts.BinaryExpression,
  scope: number,
): void {
  const { kind } = operatorToken
  if (kind < SyntaxKind.FirstAssignment || kind > SyntaxKind.LastAssignment) return
  const name = assignedName(left)
  if (name === undefined) return
  const variable = variableOf((left as ts.PropertyAccessExpression).expression)
  write(collector, name, variable === undefined ? undefined : { variable, scope })
}

function assignedName(left: ts.Expression): string | undefined {
  if (ts.isPropertyAccessExpression(left)) return left.name.text
  if (!ts.isElementAccessExpression(left)) return undefined
  return ts.isStringLiteralLike(left.argumentExpression) ? left.argumentExpression.text : undefined
}

function write(collector: UsageCollector, name: string | undefined, into?: Destination): void {
  if (name === undefined || name === '') return
  collector.written.add(name)
  collector.loose.push({ name, into })
}

/** A parameter that is a property of its class, too. */
function recordParameter(collector: UsageCollector, { modifiers, name }: ts.ParameterDeclaration): void {
  if (modifiers?.some(({ kind }) => kind !== SyntaxKind.Decorator)) write(collector, memberNameOf(name))
}

function memberNameOf(name: ts.BindingName): string | undefined {
  return ts.isIdentifier(name) ? name.text : undefined
}

function recordText(collector: UsageCollector, node: ts.Node): void {
  if (ts.isStringLiteralLike(node)) writeAliases(collector, node.text)
  if (!ts.isTemplateExpression(node)) return
  writeAliases(
    collector,
    [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' ? '),
  )
}

function writeAliases(collector: UsageCollector, text: string): void {
  for (const alias of sqlAliases(text)) write(collector, alias)
}
