import type { Settings } from '../configuration/settings.js'
import type { Severity } from '../model/finding.js'
import { RULES } from '../rules/index.js'
import type { FileId } from '../text/file-id.js'

/** How loud rules are. */
export interface Levels {
  /** What is configured for a rule in a file; undefined where the rule decides. */
  of(rule: string, file: FileId): Severity | 'off' | undefined
  /** Whether a rule reports anything in a file. */
  isOn(rule: string, file: FileId): boolean
  /** Whether a rule reports anything in some file. */
  mayBeOn(rule: string): boolean
}

const OFF: ReadonlySet<string> = new Set(RULES.filter(({ off }) => off).map(({ code }) => code))

/** Reads the levels from the settings. */
export function createLevels({ rules }: Pick<Settings, 'rules'>): Levels {
  const isOn = (level: Severity | 'off' | undefined, rule: string) => (level ? level !== 'off' : !OFF.has(rule))
  return {
    of: (rule) => rules.get(rule),
    isOn: (rule) => isOn(rules.get(rule), rule),
    mayBeOn: (rule) => isOn(rules.get(rule), rule),
  }
}
