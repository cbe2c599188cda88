import { ts } from '@ts-morph/common'
import { expectedByClient } from './delegate-call.js'

/** What a name or a text in quotes would name, if it named anything. */
export type Naming =
  /** A member of each of the types. */
  | { readonly kind: 'member'; readonly of: readonly ts.Type[] }
  /** One of the literals that a type consists of. */
  | { readonly kind: 'literal'; readonly of: ts.Type }
  /** A parameter of a constructor that declares a member, seen from a place in the constructor. */
  | { readonly kind: 'parameter'; readonly from: ts.Identifier }

export type Mention = ts.Identifier | ts.StringLiteralLike

export function isMention(node: ts.Node): node is Mention {
  return ts.isIdentifier(node) || ts.isStringLiteralLike(node)
}

/** Every place in a file that has one of the names, in order. Comments and the texts of templates have none. */
export function mentionsIn(source: ts.SourceFile, names: ReadonlySet<string>): readonly Mention[] {
  const found: Mention[] = []
  const visit = (node: ts.Node): void => {
    if (isMention(node) && names.has(node.text)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** What is known in a file. */
export interface Types {
  readonly checker: ts.TypeChecker
  /** The client of Prisma that the file would import. */
  readonly client: ts.Type | undefined
}

/** What a mention may name; undefined where it is plainly something else: a variable, an import, a declaration's own name. */
export function namingOf(node: Mention, types: Types): Naming | undefined {
  const { parent } = node
  if (ts.isIdentifier(node)) return memberNaming(node, parent, types) ?? parameterNaming(node)
  if (ts.isComputedPropertyName(parent)) return memberNaming(parent, parent.parent, types)
  return memberNaming(node, parent, types) ?? literalNaming(node, types.checker)
}

function memberNaming(name: ts.Node, parent: ts.Node, types: Types): Naming | undefined {
  const { checker } = types
  if (ts.isPropertyAccessExpression(parent))
    return parent.name === name ? member(checker.getTypeAtLocation(parent.expression)) : undefined
  if (ts.isElementAccessExpression(parent))
    return parent.argumentExpression === name ? member(checker.getTypeAtLocation(parent.expression)) : undefined
  if (ts.isQualifiedName(parent))
    return parent.right === name && ts.isTypeQueryNode(outermostName(parent).parent)
      ? member(checker.getTypeAtLocation(parent.left))
      : undefined
  if (ts.isBindingElement(parent))
    return namesProperty(parent, name) ? member(checker.getTypeAtLocation(parent.parent)) : undefined
  if (ts.isJsxAttribute(parent))
    return parent.name === name ? context(checker.getContextualType(parent.parent)) : undefined
  if (ts.isObjectLiteralElementLike(parent) && ts.isObjectLiteralExpression(parent.parent))
    return parent.name === name ? keyNaming(parent.parent, types) : undefined
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InKeyword)
    return parent.left === name ? member(checker.getTypeAtLocation(parent.right)) : undefined
  if (isMember(parent) && parent.name === name) return inherited(parent, checker)
  return undefined
}

/** The parameter itself is named by what declares it. */
function parameterNaming(node: ts.Identifier): Naming | undefined {
  const { parent } = node
  const isDeclared = (parent as { name?: ts.Node }).name === node || ts.isImportSpecifier(parent)
  return isDeclared ? undefined : { kind: 'parameter', from: node }
}

function member(...of: readonly ts.Type[]): Naming {
  return { kind: 'member', of }
}

/** Of what is expected to be one of several types each says which keys there may be. */
function context(type: ts.Type | undefined): Naming {
  return type ? member(...(type.isUnion() ? type.types : [type])) : member()
}

function outermostName(name: ts.QualifiedName): ts.QualifiedName {
  return ts.isQualifiedName(name.parent) ? outermostName(name.parent) : name
}

function namesProperty(element: ts.BindingElement, name: ts.Node): boolean {
  if (!ts.isObjectBindingPattern(element.parent) || element.dotDotDotToken) return false
  return element.propertyName ? element.propertyName === name : element.name === name
}

/** Of the keys of an object: what is expected where it stands, or what is taken apart by it. */
function keyNaming(object: ts.ObjectLiteralExpression, { checker, client }: Types): Naming | undefined {
  const target = assigned(object, checker)
  if (target) return member(target)
  const expected = expectedOf(object, checker)
  if (expected && (expected.flags & ts.TypeFlags.Any) === 0) return context(expected)
  const known = expectedByClient(object, client, checker)
  if (known) return member(...known)
  return expected && (expected.flags & ts.TypeFlags.Unknown) === 0 ? context(expected) : undefined
}

/** The type of what `({ a } = value)` takes apart. */
function assigned({ parent }: ts.ObjectLiteralExpression, checker: ts.TypeChecker): ts.Type | undefined {
  const assignment = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  return assignment && ts.isObjectLiteralExpression(parent.left) ? checker.getTypeAtLocation(parent.right) : undefined
}

type Member =
  | ts.PropertySignature
  | ts.PropertyDeclaration
  | ts.MethodSignature
  | ts.AccessorDeclaration
  | ts.ParameterPropertyDeclaration

function isMember(node: ts.Node): node is Member {
  return (
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isAccessor(node) ||
    (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent))
  )
}

/** A member that is declared again is named as in the types that its own one builds on. */
function inherited(declared: Member, checker: ts.TypeChecker): Naming | undefined {
  const owner = ts.isParameter(declared) ? declared.parent.parent : declared.parent
  if (!ts.isInterfaceDeclaration(owner) && !ts.isClassLike(owner)) return undefined
  const types = (owner.heritageClauses ?? []).flatMap((clause) => clause.types)
  return types.length > 0 ? member(...types.map((each) => checker.getTypeAtLocation(each))) : undefined
}

/** Of a text in quotes: one of the values, or one of the keys, that may stand where it does. */
function literalNaming(node: ts.StringLiteralLike, checker: ts.TypeChecker): Naming | undefined {
  if (ts.isLiteralTypeNode(node.parent)) return typeNaming(node.parent, checker)
  const compared = comparedWith(node)
  const type = compared ? checker.getTypeAtLocation(compared) : expectedOf(node, checker)
  return type && { kind: 'literal', of: type }
}

/** What a text is compared with: the other side of `===`, what a `switch` is about. */
function comparedWith(node: ts.Expression): ts.Expression | undefined {
  const { parent } = node
  if (ts.isParenthesizedExpression(parent)) return comparedWith(parent)
  if (ts.isCaseClause(parent)) return parent.parent.parent.expression
  if (!ts.isBinaryExpression(parent) || !COMPARISONS.has(parent.operatorToken.kind)) return undefined
  return parent.left === node ? parent.right : parent.left
}

const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
])

/** `User['name']`, `Pick<User, 'name'>`, `Exclude<Role, 'ADMIN'>`: in types. */
function typeNaming(node: ts.TypeNode, checker: ts.TypeChecker): Naming | undefined {
  const { parent } = node
  if (ts.isUnionTypeNode(parent) || ts.isParenthesizedTypeNode(parent)) return typeNaming(parent, checker)
  if (ts.isIndexedAccessTypeNode(parent))
    return parent.indexType === node ? member(checker.getTypeFromTypeNode(parent.objectType)) : undefined
  if (!ts.isTypeReferenceNode(parent) && !ts.isExpressionWithTypeArguments(parent)) return undefined
  const [first] = parent.typeArguments ?? []
  const name = ts.isTypeReferenceNode(parent) ? parent.typeName : parent.expression
  const known = ts.isIdentifier(name) ? UNCONSTRAINED.get(name.text) : undefined
  if (known && first && first !== node) {
    const type = checker.getTypeFromTypeNode(first)
    return known === 'member' ? member(type) : { kind: 'literal', of: type }
  }
  const { getTypeArgumentConstraint } = checker as unknown as Internals
  const constraint = getTypeArgumentConstraint(node)
  return constraint && { kind: 'literal', of: constraint }
}

/** What the compiler does not tell to outsiders. */
interface Internals {
  /** What an argument of a type has to be. */
  readonly getTypeArgumentConstraint: (node: ts.TypeNode) => ts.Type | undefined
  readonly resolveName: (
    name: string,
    from: ts.Node,
    meaning: ts.SymbolFlags,
    excludeGlobals: boolean,
  ) => ts.Symbol | undefined
  readonly getContextualType: (node: ts.Expression, flags: number) => ts.Type | undefined
}

/** What a value has to be where it stands, whatever it is: nothing that follows from the value itself. */
function expectedOf(node: ts.Expression, checker: ts.TypeChecker): ts.Type | undefined {
  const { getContextualType } = checker as unknown as Internals
  return getContextualType(node, IGNORE_NODE_INFERENCES)
}

const IGNORE_NODE_INFERENCES = 4

/** Types of the language whose second argument may be anything, though it names a part of the first. */
const UNCONSTRAINED: ReadonlyMap<string, Naming['kind']> = new Map([
  ['Omit', 'member'],
  ['Exclude', 'literal'],
  ['Extract', 'literal'],
])

/** Whether a naming finds the name: `yes`, `no`, or `unknown` where the types are not known or say different things. */
export function finds(naming: Naming, name: string, checker: ts.TypeChecker): 'yes' | 'some' | 'no' | 'unknown' {
  if (naming.kind === 'parameter') return isParameter(naming.from, name, checker) ? 'yes' : 'no'
  if (naming.kind === 'literal') return literalIn(naming.of, name, checker)
  if (naming.of.length === 0) return 'unknown'
  const answers = naming.of.map((type) => hasMember(type, name, checker)).filter((each) => each !== undefined)
  if (answers.length === 0) return 'unknown'
  if (answers.every(Boolean)) return 'yes'
  return answers.some(Boolean) ? 'some' : 'no'
}

/** The members that a name is found as; none where it is found otherwise. */
export function namedBy(naming: Naming, name: string, checker: ts.TypeChecker): readonly ts.Symbol[] {
  if (naming.kind !== 'member') return []
  return naming.of.flatMap((type) => checker.getPropertyOfType(apparentOf(type, checker), name) ?? [])
}

function isParameter(from: ts.Identifier, name: string, checker: ts.TypeChecker): boolean {
  const { resolveName } = checker as unknown as Internals
  const declaration = resolveName(name, from, ts.SymbolFlags.Value, true)?.valueDeclaration
  return declaration !== undefined && ts.isParameter(declaration) && isMember(declaration)
}

/** Whether a type has a member; undefined for one that is not known or can have none. */
function hasMember(type: ts.Type, name: string, checker: ts.TypeChecker): boolean | undefined {
  const apparent = apparentOf(type, checker)
  if ((apparent.flags & EMPTY) !== 0) return undefined
  return checker.getPropertyOfType(apparent, name) !== undefined
}

function apparentOf(type: ts.Type, checker: ts.TypeChecker): ts.Type {
  return checker.getApparentType(checker.getNonNullableType(type))
}

const EMPTY = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never | ts.TypeFlags.Undefined | ts.TypeFlags.Null

function literalIn(type: ts.Type, value: string, checker: ts.TypeChecker): 'yes' | 'no' | 'unknown' {
  const constraint = type.isTypeParameter() ? (checker.getBaseConstraintOfType(type) ?? type) : type
  if ((constraint.flags & EMPTY) !== 0) return 'unknown'
  const parts = constraint.isUnion() ? constraint.types : [constraint]
  const literals = parts.filter((part) => part.isStringLiteral())
  if (literals.length === 0) return 'unknown'
  return literals.some((part) => part.value === value) ? 'yes' : 'no'
}
