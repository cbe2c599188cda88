import type { ObjectLiteral, RequestInput, SourceUsage } from '../model/usage.js'
import { intern } from './intern.js'

/** Where the pass over a file puts what it finds. */
export interface UsageCollector {
  readonly delegates: Set<string>
  readonly included: Set<string>
  readonly mentioned: Set<string>
  readonly written: Set<string>
  readonly literals: ObjectLiteral[]
  readonly bodies: RequestInput[]
}

export function createUsageCollector(): UsageCollector {
  return {
    delegates: new Set(),
    included: new Set(),
    mentioned: new Set(),
    written: new Set(),
    literals: [],
    bodies: [],
  }
}

/** The usage in an order that does not depend on where in the file things stand, each thing once. */
export function usageOf(collector: UsageCollector): SourceUsage {
  return {
    delegates: sorted(collector.delegates),
    included: sorted(collector.included),
    mentioned: sorted(collector.mentioned),
    written: sorted(collector.written),
    literals: distinct(collector.literals),
    bodies: distinct(collector.bodies),
  }
}

function sorted(names: ReadonlySet<string>): readonly string[] {
  return [...names].map(intern).sort()
}

function distinct<T>(items: readonly T[]): readonly T[] {
  const byText = new Map(items.map((item) => [JSON.stringify(item), item] as const))
  return [...byText.keys()].sort().flatMap((key) => byText.get(key) ?? [])
}
