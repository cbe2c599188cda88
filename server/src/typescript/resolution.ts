import type { Declaration, TypeNode } from '../model/declaration.js'
import type { ElementId, ElementRef } from '../model/element.js'
import type { FileId } from '../text/file-id.js'
import type { ResolverHost } from './exports.js'
import { type Declared, type Found, lookUp, lookUpModule } from './lookup.js'
import { utilityOf } from './well-known.js'

/** Where a type is written, and what the type parameters there stand for. */
export interface Scope {
  readonly file: FileId
  readonly declaration: Declaration
  readonly bindings: ReadonlyMap<string, Located>
}

/** What lists literal values: a declaration, or a property of one. */
export interface ValueSource {
  readonly ref: ElementRef
  readonly name: string
}

/** A type together with all that is needed to understand it. */
export interface Located {
  readonly type: TypeNode
  readonly scope: Scope
  /** What its literals are listed by; undefined while still at the place that was asked about. */
  readonly source: ValueSource | undefined
  /** The property that it is written for. */
  readonly property: { readonly id: ElementId; readonly name: string } | undefined
}

/**
 * One question to the resolver. It ends: each declaration may be entered a few times along a path, and there is a
 * depth and an amount of work beyond which everything is unknown.
 */
export interface Walk {
  readonly host: ResolverHost
  readonly entered: Map<Declaration, number>
  budget: number
  depth: number
}

export function startWalk(host: ResolverHost): Walk {
  return { host, entered: new Map(), budget: 5000, depth: 0 }
}

/** What a reference means. */
export type Target =
  | { readonly kind: 'type'; readonly located: Located }
  | ({ readonly kind: 'declaration'; readonly scope: Scope } & Declared)
  | { readonly kind: 'utility'; readonly name: string; readonly args: readonly Located[] }
  | Exclude<Found, { kind: 'declaration' }>

type Reference = TypeNode & { readonly kind: 'reference' }

/** The target of a reference: what its name leads to, with the arguments bound. */
export function targetOf({ host }: Walk, located: Located, type: Reference): Target {
  const { scope } = located
  const bound = type.value ? undefined : scope.bindings.get(type.name)
  if (bound) return { kind: 'type', located: bound }
  if (scope.declaration.typeParameters.includes(type.name) && !type.value) return { kind: 'unknown' }
  const found = find(host, located, type)
  const args = type.args.map((argument) => at(located, argument))
  if (found.kind === 'declaration') return { ...found, scope: bind(found, args) }
  const utility = utilityOf(found)
  return utility === undefined ? found : { kind: 'utility', name: utility, args }
}

function find(host: ResolverHost, { scope }: Located, { name, value, module }: Reference): Found {
  if (module !== undefined) return lookUpModule(host, scope.file, module, { text: name, value })
  return lookUp(host, scope.file, scope.declaration.name, { text: name, value })
}

function bind({ file, declaration }: Declared, args: readonly Located[]): Scope {
  const bindings = new Map<string, Located>()
  for (const [index, name] of declaration.typeParameters.entries()) {
    const argument = args[index]
    if (argument) bindings.set(name, argument)
  }
  return { file, declaration, bindings }
}

/** Another type written at the same place. */
export function at(located: Located, type: TypeNode): Located {
  return { ...located, type }
}

/** What a declaration itself says. */
export function bodyOf(scope: Scope): Located {
  const { file, declaration } = scope
  const source = { ref: { file, id: declaration.id }, name: declaration.name }
  return { type: declaration.type, scope, source, property: undefined }
}

const DEEPEST = 3

/** Runs `inside` with a declaration entered, or gives `otherwise` where that goes round in circles. */
export function enter<T>(walk: Walk, declaration: Declaration, otherwise: T, inside: () => T): T {
  const times = walk.entered.get(declaration) ?? 0
  if (times >= DEEPEST) return otherwise
  walk.entered.set(declaration, times + 1)
  const result = inside()
  walk.entered.set(declaration, times)
  return result
}

const MAXIMUM_DEPTH = 100

/** Takes a step further in, or gives `otherwise` where the walk is too deep already or has used up its budget. */
export function nested<T>(walk: Walk, otherwise: T, inside: () => T): T {
  if (walk.depth >= MAXIMUM_DEPTH || walk.budget <= 0) return otherwise
  walk.budget--
  walk.depth++
  const result = inside()
  walk.depth--
  return result
}
