import { closest } from 'fastest-levenshtein'
import { readRulePage } from '../../project/rule-pages.js'
import { RULES } from '../../rules/index.js'

/** Prints a rule's page; the result is the exit status. */
export function explain(code: string): number {
  const codes = RULES.map((rule) => rule.code)
  if (!codes.includes(code)) {
    const list = RULES.map((rule) => `  ${rule.code.padEnd(26)} ${rule.summary}${rule.off ? ' (off by default)' : ''}`)
    process.stderr.write(`No rule is called '${code}'. Did you mean '${closest(code, codes)}'?\n\n${list.join('\n')}\n`)
    return 2
  }
  process.stdout.write(readRulePage(code))
  return 0
}
