import { ts } from '@ts-morph/common'
import type { SourceUsage } from '../model/usage.js'
import type { FileId } from '../text/file-id.js'
import { dottedName, memberName } from './lowering.js'
import { parseUsage, type Source } from './parse.js'
import { sqlAliases } from './sql-aliases.js'
import { createUsageCollector, type UsageCollector, usageOf } from './usage-collector.js'
import {
  type Expectation,
  expectedIn,
  NOTHING_EXPECTED,
  plainTypeName,
  readLiteral,
  returnedBy,
} from './usage-literals.js'

const { SyntaxKind } = ts

/** What a file does with names. Never throws: what nests too deeply is left out. */
export function readUsage(file: FileId, text: string): SourceUsage {
  return readSourceUsage(parseUsage(file, text))
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
  const inside = ts.isFunctionLike(node) ? { ...NOTHING_EXPECTED, returned: returnedBy(node) } : expectation
  visitChildren(collector, node, inside, depth + 1)
}

type Recorder = (collector: UsageCollector, node: ts.Node, expectation: Expectation) => void

/** By kind: most nodes are identifiers and tokens, and must cost nothing. */
const RECORDERS: ReadonlyMap<ts.SyntaxKind, Recorder> = new Map<ts.SyntaxKind, Recorder>([
  [SyntaxKind.ObjectLiteralExpression, (...found) => readLiteral(...(found as Parameters<typeof readLiteral>))],
  [SyntaxKind.BinaryExpression, (collector, node) => recordAssignment(collector, node as ts.BinaryExpression)],
  [SyntaxKind.PropertySignature, recordField],
  [SyntaxKind.PropertyDeclaration, recordField],
  [SyntaxKind.GetAccessor, recordField],
  [SyntaxKind.MethodDeclaration, (collector, node) => recordResolver(collector, node as ts.MethodDeclaration)],
  [SyntaxKind.Parameter, (collector, node) => recordParameter(collector, node as ts.ParameterDeclaration)],
  [SyntaxKind.StringLiteral, recordText],
  [SyntaxKind.NoSubstitutionTemplateLiteral, recordText],
  [SyntaxKind.TemplateExpression, recordText],
])

function recordField(collector: UsageCollector, node: ts.Node): void {
  write(collector, memberName((node as ts.PropertySignature).name))
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
function recordAssignment(collector: UsageCollector, { left, operatorToken }: ts.BinaryExpression): void {
  const { kind } = operatorToken
  if (kind < SyntaxKind.FirstAssignment || kind > SyntaxKind.LastAssignment) return
  if (ts.isPropertyAccessExpression(left)) write(collector, left.name.text)
  if (!ts.isElementAccessExpression(left)) return
  if (ts.isStringLiteralLike(left.argumentExpression)) write(collector, left.argumentExpression.text)
}

function write(collector: UsageCollector, name: string | undefined): void {
  if (name !== undefined && name !== '') collector.written.add(name)
}

function recordParameter(collector: UsageCollector, node: ts.ParameterDeclaration): void {
  const modifiers = node.modifiers ?? []
  if (modifiers.length === 0) return
  if (modifiers.some(({ kind }) => kind !== SyntaxKind.Decorator)) write(collector, memberNameOf(node.name))
  const kind = modifiers.map(inputKind).find((found) => found !== undefined)
  const type = kind && node.type && plainTypeName(node.type)
  if (kind && type !== undefined) collector.bodies.push({ type, kind })
}

function memberNameOf(name: ts.BindingName): string | undefined {
  return ts.isIdentifier(name) ? name.text : undefined
}

/** `@Body()` and `@Query()` without a name hand over the whole object. */
function inputKind(node: ts.ModifierLike): 'body' | 'query' | undefined {
  if (!ts.isDecorator(node) || !ts.isCallExpression(node.expression)) return undefined
  const { expression, arguments: args } = node.expression
  if (args[0] && ts.isStringLiteralLike(args[0])) return undefined
  const name = dottedName(expression)
  return name === 'Body' ? 'body' : name === 'Query' ? 'query' : undefined
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
