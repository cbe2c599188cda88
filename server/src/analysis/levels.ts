import { matchGlobs } from '../configuration/globs.js'
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
export function createLevels({ rules, overrides = [] }: Pick<Settings, 'rules' | 'overrides'>): Levels {
  const special = overrides.map((each) => ({ holds: matchGlobs(each.files), rules: each.rules })).reverse()
  const levelOf = (rule: string, file: FileId) =>
    special.find((each) => each.rules.has(rule) && each.holds(file))?.rules.get(rule) ?? rules.get(rule)
  const isOn = (rule: string, level: Severity | 'off' | undefined) => (level ? level !== 'off' : !OFF.has(rule))
  return {
    of: levelOf,
    isOn: (rule, file) => isOn(rule, levelOf(rule, file)),
    mayBeOn: (rule) =>
      isOn(rule, rules.get(rule)) || special.some((each) => each.rules.has(rule) && isOn(rule, each.rules.get(rule))),
  }
}
