import type { BreakingChange } from '../../analysis/sync/breaking.js'
import { type Impact, phrasesOf } from '../../analysis/sync/impact.js'
import { isLoud } from '../../model/finding.js'
import { type Block, code, listOf } from './document.js'

/** What changed in the schema, and the files that use it. */
export function impactBlocks(impact: Impact): readonly Block[] {
  const users = [...impact.models, ...impact.enums].map(({ types, code }) => [...new Set([...types, ...code])])
  const items = phrasesOf(impact).map(({ name, phrases }, index) => {
    const files = users[index] ?? []
    const used = files.length > 0 ? `\nused in ${files.map(code).join(', ')}` : ''
    return `${code(name)}: ${phrases.join('; ')}${used}`
  })
  return listOf(items)
}

/** The changes that others may not be ready for. */
export function breakingBlocks(changes: readonly BreakingChange[]): readonly Block[] {
  const rows = changes
    .filter(({ severity }) => isLoud(severity))
    .map(({ severity, direction, message, files }) => [severity, direction, message, files.map(code).join(', ')])
  return rows.length > 0 ? [{ kind: 'table', columns: ['Severity', 'In', 'Breaking change', 'Used in'], rows }] : []
}
