import type { Severity } from '../model/finding.js'
import { type Extra, isFirm, judgeExtras } from './extras.js'
import { defineRule } from './rule.js'

const SEVERITY: Record<Extra['weight'], Severity> = { refused: 'error', strong: 'warning', weak: 'info', none: 'hint' }

interface Fact extends Extra {
  readonly at: Extra['property']['ref']
}

/** A property that no column stands behind. Loud only where something else says that nothing fills it. */
export const fieldExtra = defineRule<Fact>({
  code: 'field-extra',
  summary: 'property that no column stands behind',

  *run(context) {
    for (const extra of judgeExtras(context)) {
      if (!(isFirm(extra) && extra.renamedTo)) yield { ...extra, at: extra.property.ref }
    }
  },

  severity: ({ weight }) => SEVERITY[weight],
  message: ({ property, pair, weight, evidence }) =>
    weight !== 'none'
      ? `'${property.name}' is not in model '${pair.model.name}': ${evidence[0]}`
      : `'${property.name}' is not in model '${pair.model.name}'`,
  related: ({ pair, related = [] }) => [
    ...related,
    { at: pair.model.ref, message: `The model that '${pair.shape.name}' describes` },
  ],
  fixes: ({ property }) => [
    { title: `Remove '${property.name}'`, safe: false, intents: [{ kind: 'removeMember', at: property.ref }] },
    {
      title: `Mark '${property.name}' as computed`,
      safe: false,
      intents: [{ kind: 'setTag', at: property.ref, tag: '@computed' }],
    },
  ],
})
