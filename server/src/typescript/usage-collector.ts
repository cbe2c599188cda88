import type { ObjectLiteral, RequestInput, SourceUsage } from '../model/usage.js'
import { intern } from './intern.js'

/** Where the pass over a file puts what it finds. */
export interface UsageCollector {
  readonly written: Set<string>
  readonly literals: ObjectLiteral[]
  readonly bodies: RequestInput[]
}

export function createUsageCollector(): UsageCollector {
  return {
    written: new Set(),
    literals: [],
    bodies: [],
  }
}

/** The usage in an order that does not depend on where in the file things stand, each thing once. */
export function usageOf(collector: UsageCollector): SourceUsage {
  return {
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
