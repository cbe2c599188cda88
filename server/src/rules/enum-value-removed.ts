import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  /** The enum. */
  readonly name: string
  readonly removed: readonly string[]
}

/** A new migration that makes an enum anew without some of its values. */
export const enumValueRemoved = defineSqlRule<Fact>({
  code: 'enum-value-removed',
  summary: 'a migration takes values out of an enum',

  *run({ file, changes, before }) {
    for (const made of changes) {
      if (made.kind !== 'create-enum') continue
      const renamed = changes.find((each) => each.kind === 'rename-type' && each.subject === made.subject)
      const name = renamed?.kind === 'rename-type' ? renamed.to : undefined
      const values = name === undefined ? undefined : before.enums.get(name)
      const removed = values?.filter((value) => !made.values.includes(value)) ?? []
      if (name !== undefined && removed.length > 0) yield { at: { file, id: made.id }, name, removed }
    }
  },

  severity: () => 'warning',
  message: ({ name, removed }) =>
    `This takes ${removed.join(', ')} out of enum '${name}', and fails where rows still have ${removed.length === 1 ? 'it' : 'them'}`,
})
