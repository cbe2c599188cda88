import { ts } from '@ts-morph/common'
import type { TypeNode } from '../model/declaration.js'
import type { ElementId } from '../model/element.js'
import type { Span } from '../text/span.js'
import { intern } from './intern.js'
import type { Source, Unit } from './parse.js'

/** What the lowering of one file needs to know and what it collects. */
export interface Lowering extends Source {
  readonly spans: Map<ElementId, Span>
  readonly claimed: Set<ElementId>
  /** The file's names for zod itself: `z`. */
  readonly zod: ReadonlySet<string>
  /** The file's names for schemas: constants lowered so far and imported names that look like one. */
  readonly schemas: Set<string>
  /** Some comment holds a tag that is read. */
  readonly tagged: boolean
}

/** Where a type is written: the element that holds it, and how deep. */
export interface Place {
  readonly id: ElementId
  readonly depth: number
}

/** Types nested deeper than this are not read. */
export const MAXIMUM_DEPTH = 100

export const OPAQUE: TypeNode = { kind: 'opaque' }
export const NULL: TypeNode = { kind: 'primitive', name: 'null' }
export const UNDEFINED: TypeNode = { kind: 'primitive', name: 'undefined' }
export const OPEN_OBJECT: TypeNode = { kind: 'object', properties: [], open: true }

export function primitive(name: 'string' | 'number' | 'boolean' | 'bigint' | 'unknown' | 'never' | 'any'): TypeNode {
  return { kind: 'primitive', name }
}

export function reference(name: string, args: readonly TypeNode[] = [], module?: string): TypeNode {
  return { kind: 'reference', name: intern(name), args, value: false, module }
}

/** A name that stands for a value, as in `typeof name`. */
export function valueReference(name: string): TypeNode {
  return { kind: 'reference', name: intern(name), args: [], value: true, module: undefined }
}

export function literal(value: string | number | boolean): TypeNode {
  return { kind: 'literal', value: typeof value === 'string' ? intern(value) : value }
}

export function union(members: readonly TypeNode[]): TypeNode {
  const [only] = members
  return members.length === 1 && only ? only : { kind: 'union', members }
}

export function intersection(members: readonly TypeNode[]): TypeNode {
  const [only] = members
  return members.length === 1 && only ? only : { kind: 'intersection', members }
}

export function deeper(place: Place): Place {
  return { id: place.id, depth: place.depth + 1 }
}

/** Where a node stands in the text. */
export function spanOf(lowering: Lowering, node: ts.Node): Span {
  return { start: startOf(lowering, node), end: node.end }
}

/** Where a node's own text begins, past spaces and comments. */
export function startOf({ tree }: Lowering, node: ts.Node): number {
  return tokenStart(node, tree)
}

/** What `node.getStart` calls; nodes have that method only where the compiler's services are loaded. */
export function tokenStart(node: ts.Node, tree: ts.SourceFile): number {
  return getTokenPosOfNode(node, tree)
}

const { getTokenPosOfNode } = ts as unknown as {
  readonly getTokenPosOfNode: (node: ts.Node, tree: ts.SourceFile) => number
}

/** Registers an element at a node; the second of one name becomes `name#2`. Returns its id. */
export function claim(lowering: Lowering, wanted: ElementId, node: ts.Node): ElementId {
  let id = wanted
  for (let count = 2; lowering.claimed.has(id); count++) id = `${wanted}#${count}`
  id = intern(id)
  lowering.claimed.add(id)
  lowering.spans.set(id, spanOf(lowering, node))
  return id
}

/** Registers a literal of a union or list of keys under its value; properties of that name win. */
export function markLiteral(lowering: Lowering, place: Place, value: string | number, node: ts.Node): void {
  const id = `${place.id}.${value}`
  if (!lowering.spans.has(id)) lowering.spans.set(intern(id), spanOf(lowering, node))
}

/**
 * Whether the parser found an error in a statement or member, or where it expected it to go on. An error at its very
 * first token belongs to what stands before it.
 */
export function isBroken(lowering: Lowering, node: ts.Node, unit: Unit): boolean {
  if (lowering.errors.length === 0) return false
  const start = startOf(lowering, node)
  const end = skipTrivia(lowering.text, node.end)
  return lowering.errors.some(({ at, expected }) => at > start && (expected === unit ? at < node.end : at <= end))
}

/** The name of a member, or undefined where it is computed or private. */
export function memberName(name: ts.PropertyName | undefined): string | undefined {
  if (name === undefined || ts.isPrivateIdentifier(name)) return undefined
  if (!ts.isComputedPropertyName(name)) return intern(name.text)
  return ts.isStringLiteralLike(name.expression) ? intern(name.expression.text) : undefined
}

/** `a.b.c` of nothing but names, else undefined. */
export function dottedName(node: ts.Node): string | undefined {
  const names: string[] = []
  let rest = node
  while (ts.isPropertyAccessExpression(rest) || ts.isQualifiedName(rest)) {
    const access = ts.isQualifiedName(rest) ? rest.right : rest.name
    names.unshift(access.text)
    rest = ts.isQualifiedName(rest) ? rest.left : rest.expression
  }
  if (!ts.isIdentifier(rest)) return undefined
  return intern([rest.text, ...names].join('.'))
}

/** Looks through `as`, `satisfies`, `<T>x`, `x!` and parentheses. */
export function unwrapped(node: ts.Expression): ts.Expression {
  let rest = node
  while (
    ts.isParenthesizedExpression(rest) ||
    ts.isAsExpression(rest) ||
    ts.isSatisfiesExpression(rest) ||
    ts.isTypeAssertionExpression(rest) ||
    ts.isNonNullExpression(rest)
  ) {
    rest = rest.expression
  }
  return rest
}

function skipTrivia(text: string, from: number): number {
  const trivia = /(?:\s|\/\*[\s\S]*?\*\/|\/\/.*)*/y
  trivia.lastIndex = from
  trivia.exec(text)
  return Math.max(from, trivia.lastIndex)
}
