import { ts } from '@ts-morph/common'
import { OPERATIONS } from '../model/operations.js'
import type { ClientCall, Given, Parameter, ServiceClass, ServiceMethod } from '../model/service.js'
import type { FileId } from '../text/file-id.js'
import { follow, NOTHING_GIVEN, unwrapped } from './follow-values.js'
import { tokenStart } from './lowering.js'
import { parse, type Source } from './parse.js'
import { type Scope, scopeOf } from './scope-of-method.js'

/** The classes of a file, with what their methods do. Empty where it cannot be parsed. */
export function readServices(file: FileId, text: string): readonly ServiceClass[] {
  const source = parse(file, text)
  return source?.tree.statements.filter(ts.isClassDeclaration).map((node) => readClass(source, node)) ?? []
}

function readClass(source: Source, node: ts.ClassDeclaration): ServiceClass {
  const made = node.members.find(ts.isConstructorDeclaration)
  const methods = node.members.filter(ts.isMethodDeclaration).filter((method) => !isHidden(method))
  return {
    name: node.name?.text ?? '',
    needs: made ? made.parameters.map((each) => readParameter(source, each)) : [],
    methods: methods.map((method) => readMethod(source, method)),
  }
}

function isHidden({ modifiers, name }: ts.MethodDeclaration): boolean {
  const words = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.StaticKeyword]
  return !ts.isIdentifier(name) || (modifiers?.some(({ kind }) => words.includes(kind)) ?? false)
}

function readParameter(source: Source, { name, type, questionToken, initializer }: ts.ParameterDeclaration): Parameter {
  return {
    name: ts.isIdentifier(name) ? name.text : undefined,
    type: type ? textOf(source, type) : '',
    optional: questionToken !== undefined || initializer !== undefined,
  }
}

function readMethod(source: Source, method: ts.MethodDeclaration): ServiceMethod {
  const scope = scopeOf(source.tree, method)
  const found = { calls: [] as ClientCall[], uses: [] as string[], throws: [] as string[], asks: [] as string[] }
  const alone = new Set<ts.Node>()
  let catches = false
  let made: string | undefined
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) alone.add(unwrapped(node.expression, scope))
    if (ts.isCallExpression(node)) {
      const asked = alone.has(node) ? undefined : askedMember(node.expression)
      if (asked !== undefined) found.asks.push(asked)
      const call = readCall(node, scope)
      if (call) found.calls.push(call)
      const own = ownMethod(node.expression)
      if (own !== undefined) found.uses.push(own)
    }
    made ??= madeBy(node)
    if (ts.isThrowStatement(node) && node.expression && ts.isNewExpression(node.expression))
      found.throws.push(textOf(source, node.expression.expression))
    if (ts.isTryStatement(node) || (ts.isCallExpression(node) && memberOf(node.expression) === 'catch')) catches = true
    ts.forEachChild(node, visit)
  }
  if (method.body) visit(method.body)
  return {
    name: ts.isIdentifier(method.name) ? method.name.text : '',
    parameters: method.parameters.map((each) => readParameter(source, each)),
    answer: method.type ? textOf(source, method.type) : '',
    ...found,
    catches,
    made,
    answersCall: answersCall(method, scope),
  }
}

function textOf(source: Source, node: ts.Node): string {
  return source.text.slice(tokenStart(node, source.tree), node.end)
}

function memberOf(node: ts.Expression): string | undefined {
  return ts.isPropertyAccessExpression(node) ? node.name.text : undefined
}

/** `this.tenants.current(…)`. */
function askedMember(node: ts.Expression): string | undefined {
  return ts.isPropertyAccessExpression(node) ? ownMethod(node.expression) : undefined
}

/** `this.findOne(…)`. */
function ownMethod(node: ts.Expression): string | undefined {
  const isOwn = ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword
  return isOwn ? node.name.text : undefined
}

/** What a class of the name is made of: `new UserDto(user)`, `plainToInstance(UserDto, user)`. */
function madeBy(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
    const isRecord =
      (node.arguments ?? []).length === 1 && !/(Error|Exception|Date|Set|Map)$/.test(node.expression.text)
    return isRecord ? node.expression.text : undefined
  }
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined
  const [type] = node.arguments
  const isConverter = /^plainTo(Instance|Class)$/.test(node.expression.text)
  return isConverter && type && ts.isIdentifier(type) ? type.text : undefined
}

function readCall(node: ts.CallExpression, scope: Scope): ClientCall | undefined {
  const { expression } = node
  if (!ts.isPropertyAccessExpression(expression) || !OPERATIONS.has(expression.name.text)) return undefined
  const delegate = memberOf(expression.expression)
  if (delegate === undefined) return undefined
  const options = optionsOf(node.arguments[0], scope)
  const given = (name: string): Given => {
    const value = options.get(name)
    return value ? follow(value, scope) : NOTHING_GIVEN
  }
  const select = options.get('select')
  const chosen = select ? follow(select, scope) : undefined
  return {
    delegate,
    operation: expression.name.text,
    where: given('where'),
    data: given('data'),
    selected: chosen && [...chosen.properties].flatMap(([name, value]) => (value.kind === 'literal' ? [name] : [])),
    selectsUnread: chosen?.open ?? false,
  }
}

/** The expressions of a call's one argument, by their names. */
function optionsOf(argument: ts.Expression | undefined, scope: Scope): ReadonlyMap<string, ts.Expression> {
  const literal = argument && unwrapped(argument, scope)
  if (!literal || !ts.isObjectLiteralExpression(literal)) return new Map()
  return new Map(
    literal.properties.flatMap((each): [string, ts.Expression][] => {
      if (ts.isShorthandPropertyAssignment(each)) return [[each.name.text, each.name]]
      return ts.isPropertyAssignment(each) && ts.isIdentifier(each.name) ? [[each.name.text, each.initializer]] : []
    }),
  )
}

/** Whether each `return` hands on the answer of a client's call. */
function answersCall({ body }: ts.MethodDeclaration, scope: Scope): boolean {
  const returned: ts.Expression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) returned.push(node.expression)
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit)
  }
  if (body) ts.forEachChild(body, visit)
  return returned.length > 0 && returned.every((each) => isCall(each, scope))
}

function isCall(expression: ts.Expression, scope: Scope): boolean {
  const value = unwrapped(expression, scope)
  return ts.isCallExpression(value) && readCall(value, scope) !== undefined
}
