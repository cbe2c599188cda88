import { ts } from '@ts-morph/common'
import { memberName } from './lowering.js'

/** What a name in a method stands for. */
export type Bound =
  /** A parameter, a property of one, or what is left of one. */
  | { readonly kind: 'parameter'; readonly index: number; readonly property: string | undefined }
  | { readonly kind: 'rest'; readonly index: number; readonly without: readonly string[] }
  | { readonly kind: 'value'; readonly expression: ts.Expression }

/** The names that a method's own code can follow: its parameters, its constants and those of the file. */
export type Scope = ReadonlyMap<string, Bound>

export function scopeOf(tree: ts.SourceFile, method: ts.MethodDeclaration): Scope {
  const scope = new Map<string, Bound>()
  for (const statement of tree.statements) {
    if (ts.isVariableStatement(statement)) bindAll(scope, statement.declarationList)
  }
  for (const [index, { name }] of method.parameters.entries()) {
    bind(scope, name, { kind: 'parameter', index, property: undefined })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclarationList(node)) bindAll(scope, node)
    ts.forEachChild(node, visit)
  }
  if (method.body) visit(method.body)
  return scope
}

function bindAll(scope: Map<string, Bound>, list: ts.VariableDeclarationList): void {
  for (const { name, initializer } of list.declarations) {
    if (!initializer) continue
    const source = ts.isIdentifier(initializer) ? scope.get(initializer.text) : undefined
    bind(scope, name, source ?? { kind: 'value', expression: initializer })
  }
}

function bind(scope: Map<string, Bound>, name: ts.BindingName, bound: Bound): void {
  if (ts.isIdentifier(name)) {
    scope.set(name.text, bound)
    return
  }
  if (!ts.isObjectBindingPattern(name) || bound.kind !== 'parameter' || bound.property !== undefined) return
  const taken = name.elements.filter(({ dotDotDotToken }) => !dotDotDotToken)
  const names = taken.map((each) => propertyOf(each) ?? '')
  for (const element of name.elements) {
    if (!ts.isIdentifier(element.name)) continue
    const isRest = element.dotDotDotToken !== undefined
    const part: Bound = isRest
      ? { kind: 'rest', index: bound.index, without: names }
      : { kind: 'parameter', index: bound.index, property: propertyOf(element) }
    scope.set(element.name.text, part)
  }
}

function propertyOf({ propertyName, name }: ts.BindingElement): string | undefined {
  if (propertyName) return memberName(propertyName)
  return ts.isIdentifier(name) ? name.text : undefined
}
