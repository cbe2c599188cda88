import { spellingOf } from '../matching/spelling.js'
import type { Intent } from '../model/intent.js'
import type { Column } from '../model/schema.js'
import { type Extra, isFirm, judgeExtras } from './extras.js'
import { defineRule, nameOf } from './rule.js'

interface Fact extends Extra {
  readonly at: Extra['property']['ref']
  readonly column: Column
}

/** A property whose column goes by another name. */
export const fieldRenamed = defineRule<Fact>({
  code: 'field-renamed',
  summary: 'property whose column has another name',

  *run(context) {
    for (const extra of judgeExtras(context)) {
      const { renamedTo } = extra
      if (isFirm(extra) && renamedTo) yield { ...extra, at: extra.property.ref, column: renamedTo }
    }
  },

  severity: ({ weight }) => (weight === 'refused' ? 'error' : 'warning'),
  message: ({ property, pair, column }) =>
    `'${property.name}' is not in model '${pair.model.name}', whose column is '${column.name}'`,
  related: ({ column, related = [] }) => [
    ...related,
    { at: column.ref, message: `'${nameOf(column)}' is declared here` },
  ],
  fixes: ({ pair, property, column }) => {
    const to = spellingOf(pair).inType(column.name)
    const title = `Rename '${property.name}' to '${to}'`
    const intents: readonly Intent[] = [{ kind: 'renameMember', at: property.ref, to }]
    return [
      { title: `${title} wherever it is used`, safe: false, intents, uses: true },
      { title, safe: false, intents },
    ]
  },
})
