import type { Finding } from '../model/finding.js'
import type { Suppression } from '../model/suppression.js'
import { RULES } from '../rules/index.js'
import type { SuppressionContext } from '../rules/rule.js'
import type { FileId } from '../text/file-id.js'
import type { Position } from '../text/span.js'
import { isSilencedBy } from './suppressed.js'

export interface SuppressedFile {
  readonly file: FileId
  readonly suppressions: readonly Suppression[]
  /** All that is found in the file, silenced or not. */
  readonly findings: readonly { readonly finding: Finding; readonly start: Position }[]
  /** Whether a rule is on in this file. Of one that is off nothing is known. */
  readonly isOn: (rule: string) => boolean
}

const CODES: ReadonlySet<string> = new Set(RULES.map(({ code }) => code))

/** The comments of a file that silence nothing, or name rules of which they silence nothing. */
export function unusedSuppressions({ file, suppressions, findings, isOn }: SuppressedFile): SuppressionContext {
  const comments = suppressions.flatMap((suppression, index) => {
    const { rules } = suppression
    const silenced = findings.filter(({ finding, start }) => isSilencedBy(suppression, finding, start))
    const unknown = rules.filter((rule) => !CODES.has(rule))
    const unused = rules.filter(
      (rule) => CODES.has(rule) && isOn(rule) && !silenced.some(({ finding }) => finding.rule === rule),
    )
    const isIdle = rules.length === 0 ? silenced.length === 0 : unknown.length + unused.length > 0
    return isIdle ? [{ at: { file, id: suppressionId(index) }, rules, unused, unknown }] : []
  })
  return { comments }
}

const PREFIX = 'suppression '

/** The id of a file's comments that silence findings: no name of a declaration has a blank in it. */
export function suppressionId(index: number): string {
  return `${PREFIX}${index}`
}

/** Which of a file's comments an id names; undefined for the id of anything else. */
export function suppressionIndex(id: string): number | undefined {
  return id.startsWith(PREFIX) ? Number(id.slice(PREFIX.length)) : undefined
}
