import type { ElementRef } from '../model/element.js'
import { defineSuppressionRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  /** The rule that is named; undefined for a comment that names none. */
  readonly rule: string | undefined
  readonly isKnown: boolean
}

/** A comment that silences nothing. Off unless asked for: what is silenced may come and go with other people's work. */
export const unusedSuppression = defineSuppressionRule<Fact>({
  code: 'unused-suppression',
  summary: 'comment that silences nothing',
  off: true,

  *run({ comments }) {
    for (const { at, rules, unused, unknown } of comments) {
      if (rules.length === 0) yield { at, rule: undefined, isKnown: true }
      for (const rule of unknown) yield { at, rule, isKnown: false }
      for (const rule of unused) yield { at, rule, isKnown: true }
    }
  },

  severity: () => 'hint',
  message({ rule, isKnown }) {
    if (rule === undefined) return 'This comment silences nothing'
    return isKnown ? `Nothing of '${rule}' is silenced here` : `No rule is called '${rule}'`
  },
})
