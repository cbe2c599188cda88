import { isRecord } from './is-record.js'
import { type KeyPath, problemAt, type SettingsProblem } from './problem.js'
import { readList } from './read-list.js'

/** Other names that models go by, by the model. */
export type ModelAliases = ReadonlyMap<string, readonly string[]>

/** Reads the words that people put before or after a model's name; undefined where they are not set. */
export function readAffixes(value: unknown, problems: SettingsProblem[]): readonly string[] | undefined {
  return readList(['affixes'], value, problems, {
    wanted: 'must be a list of words, such as ["Ro", "Vm"]',
    read: (at, word) => readName(at, word, problems),
  })
}

/** Reads other names of models; undefined where they are not set. */
export function readModelAliases(value: unknown, problems: SettingsProblem[]): ModelAliases | undefined {
  if (value === undefined) return undefined
  if (!isRecord(value)) {
    problems.push(problemAt(['names'], 'must be an object, such as { "Customer": ["Client"] }'))
    return undefined
  }
  const aliases = Object.entries(value).map(([model, names]) => {
    const at = ['names', model]
    const read = (here: KeyPath, name: unknown) => readName(here, name, problems)
    return [model, readList(at, names, problems, { wanted: 'must be a list of names', read }) ?? []] as const
  })
  return new Map(aliases)
}

function readName(at: KeyPath, value: unknown, problems: SettingsProblem[]): string | undefined {
  if (typeof value === 'string' && /^[A-Za-z][A-Za-z0-9]*$/.test(value)) return value
  problems.push(problemAt(at, 'must be a word of letters and digits'))
  return undefined
}
