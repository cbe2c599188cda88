import { ts } from '@ts-morph/common'
import { OPERATIONS } from '../model/operations.js'
import { unwrapped } from './lowering.js'

/**
 * Where a value goes: into an operation of a delegate, into a variable that is declared in a function, or, as what
 * decorators hold and what is selected, into no record.
 */
export type Destination = { readonly delegate: string } | Variable | typeof NO_RECORD

export const NO_RECORD = { delegate: '' }

export interface Variable {
  readonly variable: string
  /** The number of the function that it is declared in, or that names it. */
  readonly scope: number
}

/** The functions of a file by their numbers, and the variables that are handed to operations. */
export class Destinations {
  private readonly parents: number[] = [0]
  private readonly called = new Map<number, Set<string>>()
  private readonly handed = new Map<string, { readonly scope: number; readonly delegate: string }[]>()

  /** The number of a function inside of another one. */
  open(parent: number): number {
    return this.parents.push(parent) - 1
  }

  call(scope: number, delegate: string): void {
    const root = this.rootOf(scope)
    this.called.set(root, (this.called.get(root) ?? new Set()).add(delegate))
  }

  /** The delegates that are called in the outermost function around; none outside of functions. */
  calledAround(scope: number): readonly string[] {
    return scope === 0 ? [] : [...(this.called.get(this.rootOf(scope)) ?? [])].sort()
  }

  hand({ variable, scope }: Variable, delegate: string): void {
    const known = this.handed.get(variable) ?? []
    known.push({ scope, delegate })
    this.handed.set(variable, known)
  }

  /** The delegate that what goes there is handed to; known when the whole file was seen. */
  delegateOf(destination: Destination | undefined): string | undefined {
    if (!destination || 'delegate' in destination) return destination?.delegate
    const handed = this.handed.get(destination.variable)
    return handed?.find(({ scope }) => this.isWithin(scope, destination.scope))?.delegate
  }

  private rootOf(scope: number): number {
    const parent = this.parents[scope] ?? 0
    return parent === 0 ? scope : this.rootOf(parent)
  }

  private isWithin(scope: number, outer: number): boolean {
    for (let each = scope; each > 0; each = this.parents[each] ?? 0) if (each === outer) return true
    return outer === 0
  }
}

/** `user` of a call `prisma.user.findMany(…)`, or of another one that looks the same. */
export function calledDelegate({ expression }: ts.CallExpression): string | undefined {
  if (!ts.isPropertyAccessExpression(expression) || !OPERATIONS.has(expression.name.text)) return undefined
  const delegate = unwrapped(expression.expression)
  return ts.isPropertyAccessExpression(delegate) ? delegate.name.text : undefined
}

/** The variables that stand in an object as they are: `{ x }`, `{ y: x }`, `{ ...x }`. */
export function variablesIn({ properties }: ts.ObjectLiteralExpression): readonly string[] {
  return properties.flatMap((property) => {
    if (ts.isShorthandPropertyAssignment(property)) return property.name.text
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isSpreadAssignment(property)
        ? property.expression
        : undefined
    return variableOf(value) ?? []
  })
}

/** The name of a value that is a variable. */
export function variableOf(value: ts.Expression | undefined): string | undefined {
  const plain = value && unwrapped(value)
  return plain && ts.isIdentifier(plain) ? plain.text : undefined
}
