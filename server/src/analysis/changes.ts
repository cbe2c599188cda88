import type { Model } from '../model/schema.js'
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

/** The names that a model's columns had until the schema changed, and have no more. */
export function formerColumnsOf(facts: SchemaFacts | undefined, model: Model): ReadonlySet<string> {
  const columns = facts?.changes()?.model(model.name)?.columns ?? []
  return new Set(columns.flatMap(({ before, after }) => (before && before.name !== after?.name ? [before.name] : [])))
}
