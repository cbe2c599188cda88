import { closest } from 'fastest-levenshtein'
import { readRulePage } from '../../project/rule-pages.js'
import { RULES } from '../../rules/index.js'
import { complain, write } from '../output.js'

/** Prints a rule's page; the result is the exit status. */
export async function explain(code: string): Promise<number> {
  const codes = RULES.map((rule) => rule.code)
  if (!codes.includes(code)) {
    const list = RULES.map((rule) => `  ${rule.code.padEnd(26)} ${rule.summary}${rule.off ? ' (off by default)' : ''}`)
    process.stderr.write(`No rule is called '${code}'. Did you mean '${closest(code, codes)}'?\n\n${list.join('\n')}\n`)
    return 2
  }
  const lost = await write(readRulePage(code))
  return lost === undefined ? 0 : complain(lost)
}
