import { ts } from '@ts-morph/common'
import { memberOf, UNWRITTEN, type WrittenAs } from './handed-types.js'
import { memberName, unwrapped } from './lowering.js'

/** A value that is there as a whole. */
export interface WholeValue {
  /** The number of the parameter that it is or is a part of, where the function has a name. */
  readonly parameter: number | undefined
  /** The way from that parameter. */
  readonly path: readonly string[]
  readonly written: WrittenAs
  readonly without: readonly string[]
}

/** What a name stands for. */
export interface Binding {
  readonly values: () => readonly WholeValue[]
  /** What a variable is made of, and where that is to be understood. */
  readonly made: () => { readonly expression: ts.Expression; readonly scope: Scope } | undefined
}

/** The names around a place. */
export interface Scope {
  readonly names: Map<string, Binding>
  readonly parent: Scope | undefined
  /** Worked out when a name is followed: few are. */
  readonly changes: () => Changes
}

/** What a function does to its variables, by their names: wherever it does so, it counts. */
export interface Changes {
  readonly replaced: ReadonlySet<string>
  /** The properties that are deleted or written over. */
  readonly taken: ReadonlyMap<string, readonly string[]>
}

/** Of that nothing is known. */
export const UNBOUND: Binding = { values: () => [], made: () => undefined }

/** A value that is no variable. */
export function bound(values: Binding['values']): Binding {
  return { values, made: UNBOUND.made }
}

export function wholeOf(written: WrittenAs, parameter?: number): WholeValue {
  return { parameter, written, path: [], without: [] }
}

export function scopeIn(parent: Scope, changes = parent.changes): Scope {
  return { names: new Map(), parent, changes }
}

/** The names of a file. */
export function outerScope(changes: Scope['changes']): Scope {
  return { names: new Map(), parent: undefined, changes }
}

export function lookUp(scope: Scope, name: string): Binding {
  for (let each: Scope | undefined = scope; each; each = each.parent) {
    const found = each.names.get(name)
    if (found) return found
  }
  return UNBOUND
}

/** Names a value or, where it is taken apart, its parts. */
export function bind(scope: Scope, name: ts.BindingName, binding: Binding): void {
  if (ts.isIdentifier(name)) {
    scope.names.set(name.text, changed(scope.changes, name.text, binding))
    return
  }
  const taken = name.elements.flatMap((element) => (ts.isBindingElement(element) ? (propertyOf(element) ?? []) : []))
  for (const element of name.elements) {
    if (!ts.isBindingElement(element)) continue
    const values = ts.isObjectBindingPattern(name) ? () => partsOf(element, taken, binding) : UNBOUND.values
    bind(scope, element.name, bound(values))
  }
}

function partsOf(element: ts.BindingElement, taken: readonly string[], { values }: Binding): readonly WholeValue[] {
  if (element.dotDotDotToken) return values().map((value) => leave(value, taken))
  const property = propertyOf(element)
  return property === undefined ? [] : values().map((value) => partOf(value, property))
}

function propertyOf({ propertyName, name, dotDotDotToken }: ts.BindingElement): string | undefined {
  if (dotDotDotToken) return undefined
  if (propertyName) return memberName(propertyName)
  return ts.isIdentifier(name) ? name.text : undefined
}

/** What a name stands for after all that is done to it; worked out once. */
function changed(changes: Scope['changes'], name: string, { values, made }: Binding): Binding {
  let known: readonly WholeValue[] | undefined
  return {
    values() {
      if (known) return known
      // A variable that is made of itself has no value.
      known = []
      const { replaced, taken } = changes()
      if (!replaced.has(name)) known = values().map((value) => leave(value, taken.get(name) ?? []))
      return known
    },
    made: () => (changes().replaced.has(name) ? undefined : made()),
  }
}

/** The same without some properties. */
export function leave(value: WholeValue, names: readonly string[]): WholeValue {
  return names.length === 0 ? value : { ...value, without: [...value.without, ...names] }
}

/** A property of a value; of one that was taken out nothing is known. */
export function partOf({ parameter, written, path, without }: WholeValue, property: string): WholeValue {
  if (without.includes(property)) return wholeOf(UNWRITTEN)
  return { parameter, written: memberOf(written, property), path: [...path, property], without: [] }
}

/** Nodes nested deeper than this are not looked at. */
export const MAXIMUM_DEPTH = 300

/** What a function, or a file, does to its variables; looked up when it is first asked. */
export function changesIn(node: ts.Node): () => Changes {
  let known: Changes | undefined
  return () => {
    known ??= readChanges(node)
    return known
  }
}

function readChanges(node: ts.Node): Changes {
  const replaced = new Set<string>()
  const taken = new Map<string, string[]>()
  const note = (target: ts.Node): void => {
    const place = ts.isExpression(target) ? unwrapped(target) : target
    if (ts.isIdentifier(place)) replaced.add(place.text)
    if (!ts.isPropertyAccessExpression(place) && !ts.isElementAccessExpression(place)) return
    const owner = unwrapped(place.expression)
    if (!ts.isIdentifier(owner)) return
    const name = accessedName(place)
    if (name === undefined) replaced.add(owner.text)
    else taken.set(owner.text, [...(taken.get(owner.text) ?? []), name])
  }
  const look = (each: ts.Node, depth: number): void => {
    if (depth > MAXIMUM_DEPTH) return
    if (ts.isDeleteExpression(each)) note(each.expression)
    if (ts.isBinaryExpression(each) && isAssignment(each)) for (const target of targetsOf(each.left)) note(target)
    if (ts.isForOfStatement(each)) note(each.initializer)
    ts.forEachChild(each, (child) => look(child, depth + 1))
  }
  look(node, 0)
  return { replaced, taken }
}

/** What is assigned to, of what is taken apart each part. */
function targetsOf(target: ts.Expression): readonly ts.Expression[] {
  const place = unwrapped(target)
  if (ts.isSpreadElement(place)) return targetsOf(place.expression)
  if (ts.isArrayLiteralExpression(place)) return place.elements.flatMap(targetsOf)
  return ts.isObjectLiteralExpression(place) ? place.properties.flatMap(targetsOfProperty) : [place]
}

function targetsOfProperty(property: ts.ObjectLiteralElementLike): readonly ts.Expression[] {
  if (ts.isShorthandPropertyAssignment(property)) return [property.name]
  if (ts.isSpreadAssignment(property)) return targetsOf(property.expression)
  return ts.isPropertyAssignment(property) ? targetsOf(property.initializer) : []
}

function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
}

function accessedName(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined
}
