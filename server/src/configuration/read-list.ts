import { type KeyPath, problemAt, type SettingsProblem } from './problem.js'

export interface ListReader<Item> {
  /** What the whole must be, for a person. */
  readonly wanted: string
  /** Reads an item, or adds what is wrong with it to the problems. */
  read(at: KeyPath, value: unknown): Item | undefined
}

/** Reads a list; undefined where it is not set. */
export function readList<Item>(
  at: KeyPath,
  value: unknown,
  problems: SettingsProblem[],
  { wanted, read }: ListReader<Item>,
): readonly Item[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) {
    problems.push(problemAt(at, wanted))
    return undefined
  }
  return value.flatMap((item, index) => read([...at, index], item) ?? [])
}
