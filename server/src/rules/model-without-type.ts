import type { ElementRef } from '../model/element.js'
import type { Model } from '../model/schema.js'
import { defineWorkspaceRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly model: Model
}

/** A model that no type describes. Off unless asked for: most projects expose only some of their models. */
export const modelWithoutType = defineWorkspaceRule<Fact>({
  code: 'model-without-type',
  summary: 'model that no type describes',
  off: true,

  *run({ schemas, pairs }) {
    const described = new Set(pairs.filter(({ confidence }) => confidence !== 'possible').map(({ model }) => model))
    for (const { models } of schemas) {
      for (const model of models.values()) {
        if (model.kind === 'model' && !described.has(model)) yield { at: model.ref, model }
      }
    }
  },

  severity: () => 'info',
  message: ({ model }) => `No TypeScript type describes model '${model.name}'`,
})
