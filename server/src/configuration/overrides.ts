import { requiredGlobs } from './globs.js'
import { isRecord } from './is-record.js'
import { problemAt, unknownKey } from './problem.js'
import { readList } from './read-list.js'
import { type Reading, type RuleLevels, readRuleLevels } from './rule-levels.js'

/** Levels of rules for some files; the last override that names file and rule counts. */
export interface Override {
  /** Globs. */
  readonly files: readonly string[]
  readonly rules: RuleLevels
}

/** Reads the overrides; undefined where they are not set. */
export function readOverrides(value: unknown, reading: Reading): readonly Override[] | undefined {
  const { problems } = reading
  return readList(['overrides'], value, problems, {
    wanted: 'must be a list, such as [{ "files": ["packages/legacy/**"], "rules": { "field-extra": "off" } }]',
    read(at, item) {
      if (!isRecord(item)) {
        problems.push(problemAt(at, 'must be an object with "files" and "rules"'))
        return undefined
      }
      const { files, rules, ...others } = item
      problems.push(...Object.keys(others).map((key) => unknownKey([...at, key])))
      const globs = requiredGlobs([...at, 'files'], files, problems)
      return { files: globs, rules: readRuleLevels([...at, 'rules'], rules, reading) }
    },
  })
}
