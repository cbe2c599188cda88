import type { NamesFor, ObjectLiteral, SourceUsage } from '../model/usage.js'
import { intern } from './intern.js'
import { type Destination, Destinations } from './usage-destinations.js'

/** Where the pass over a file puts what it finds. */
export interface UsageCollector {
  readonly written: Set<string>
  /** Names of which nothing tells what they are for, but where what they are put into goes. */
  readonly loose: { readonly name: string; readonly into: Destination | undefined }[]
  readonly declared: { readonly name: string; readonly of: string }[]
  readonly unnamed: (readonly string[])[]
  readonly literals: FoundLiteral[]
  readonly destinations: Destinations
}

interface FoundLiteral extends Omit<ObjectLiteral, 'handedTo' | 'beside'> {
  readonly into: Destination | undefined
  readonly scope: number
}

export function createUsageCollector(): UsageCollector {
  return {
    written: new Set(),
    loose: [],
    declared: [],
    unnamed: [],
    literals: [],
    destinations: new Destinations(),
  }
}

/** The usage in an order that does not depend on where in the file things stand, each thing once. */
export function usageOf(collector: UsageCollector): SourceUsage {
  const { written, loose, declared, unnamed, literals, destinations } = collector
  const ends = literals.map(({ into, scope, ...literal }) => ({
    ...literal,
    handedTo: destinations.delegateOf(into),
    beside: destinations.calledAround(scope),
  }))
  const names = loose.map(({ name, into }) => ({ name, of: destinations.delegateOf(into) }))
  const handed = [
    ...names.flatMap(({ name, of }) => (of === undefined ? [] : [{ name, of }])),
    ...ends.flatMap(({ keys, handedTo: of }) => (of === undefined ? [] : keys.map((name) => ({ name, of })))),
  ]
  return {
    written: sorted(written),
    sent: sorted(new Set(names.flatMap(({ name, of }) => (of === undefined ? [name] : [])))),
    handed: grouped(handed),
    declared: grouped(declared),
    unnamed: distinct(unnamed),
    literals: distinct(ends),
  }
}

function grouped(items: readonly { readonly name: string; readonly of: string }[]): readonly NamesFor[] {
  const groups = new Map<string, Set<string>>()
  for (const { name, of } of items) if (of !== '') groups.set(of, (groups.get(of) ?? new Set()).add(name))
  return [...groups.keys()].sort().map((of) => ({ of: intern(of), names: sorted(groups.get(of) ?? new Set()) }))
}

function sorted(names: ReadonlySet<string>): readonly string[] {
  return [...names].map(intern).sort()
}

function distinct<T>(items: readonly T[]): readonly T[] {
  const byText = new Map(items.map((item) => [JSON.stringify(item), item] as const))
  return [...byText.keys()].sort().map((key) => byText.get(key) as T)
}
