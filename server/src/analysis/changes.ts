import type { Changes } from '../rules/corroboration.js'
import type { SchemaFacts } from './schemas.js'

/** What changed in a schema since its base, as rules ask about it. */
export function changesOf(facts: SchemaFacts | undefined): Changes | undefined {
  const base = facts?.baseLabel()
  if (!facts || base === undefined) return undefined
  return {
    base,
    columnBefore: (model, name) => facts.columnChange(model, name)?.before,
    isAdded: ({ owner, name }) => {
      const change = facts.columnChange(owner, name)
      return change !== undefined && change.before === undefined
    },
    renamedTo: (model, name) => {
      const change = facts.columnChange(model, name)
      return change?.before?.name === name ? change.after?.name : undefined
    },
    enumBefore: (name) => facts.enumChange(name)?.before,
    valueRenamedTo: (name, value) =>
      facts.enumChange(name)?.values.find(({ before }) => before?.name === value)?.after?.name,
  }
}
