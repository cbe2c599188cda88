import picomatch from 'picomatch'
import { problemAt, type SettingsProblem } from './problem.js'
import { readList } from './read-list.js'

/** Reads the columns that types leave out on purpose; undefined where they are not set. */
export function readHidden(value: unknown, problems: SettingsProblem[]): readonly string[] | undefined {
  return readList(['hidden'], value, problems, {
    wanted: 'must be a list of columns, such as ["User.internalNote", "legacy*"]',
    read(at, column) {
      if (typeof column === 'string' && /^(?:[\w*?]+\.)?[\w*?]+$/.test(column)) return column
      problems.push(problemAt(at, 'must be a column, such as "User.internalNote" or "legacy*"'))
      return undefined
    },
  })
}

/** Tells which columns are left out, by the model that has them and their name. */
export function createHiddenLookup(hidden: readonly string[]): (model: string, column: string) => boolean {
  if (hidden.length === 0) return () => false
  // A dot is no character of a name: `*` ends there as it does at a `/` in paths.
  const matches = picomatch(hidden.map((each) => (each.includes('.') ? each.replace('.', '/') : `*/${each}`)))
  return (model, column) => matches(`${model}/${column}`)
}
