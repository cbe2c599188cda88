import type { Changes } from '../rules/corroboration.js'
import type { SchemaFacts } from './schemas.js'

/** What changed in a schema since its base, as rules ask about it. */
export function changesOf(facts: SchemaFacts | undefined): Changes | undefined {
  const changes = facts?.changes()
  const base = facts?.source.base
  if (!changes || !base) return undefined
  return {
    base: base.label,
    columnBefore: (model, name) => changes.column(model, name)?.before,
    renamedTo: (model, name) => {
      const change = changes.column(model, name)
      return change?.before?.name === name ? change.after?.name : undefined
    },
    enumBefore: (name) => changes.enumType(name)?.before,
  }
}
