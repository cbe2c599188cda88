import type { ElementRef } from '../model/element.js'
import { defineMigrationRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly name: string
  readonly later: string
  readonly base: string
}

/** A new migration that stands before one that the base revision has. */
export const migrationOutOfOrder = defineMigrationRule<Fact>({
  code: 'migration-out-of-order',
  summary: 'a new migration stands before one that is there already',

  *run({ migrations, base }) {
    const last = base?.tip.at(-1)
    if (!base || !last) return
    const known = new Set(base.tip.map(({ name }) => name))
    for (const { name, file } of migrations) {
      if (!known.has(name) && name < last.name) yield { at: { file, id: '' }, name, later: last.name, base: base.label }
    }
  },

  severity: () => 'warning',
  message: ({ name, later, base }) =>
    `Migration '${name}' is new but stands before '${later}' of ${base}; databases that have that one get them in another order`,
})
