import type { Changes } from '../rules/corroboration.js'
import type { SchemaFacts } from './schemas.js'

/** What changed in a schema since its base, as rules ask about it. */
export function changesOf(facts: SchemaFacts | undefined): Changes | undefined {
  const changes = facts?.changes()
  const base = facts?.source.base
  if (!changes || !base) return undefined
  return {
    base: base.label,
    columnBefore: (model, name) => changes.columnBefore(model, name),
    renamedTo: (model, name) => changes.renamedTo(model, name),
    enumBefore: (name) => changes.enumBefore(name),
  }
}
