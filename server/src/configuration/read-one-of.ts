import { type KeyPath, problemAt, type SettingsProblem } from './problem.js'

/** Reads one of several words; undefined where it is not set. */
export function readOneOf<Word extends string>(
  at: KeyPath,
  value: unknown,
  words: readonly Word[],
  problems: SettingsProblem[],
): Word | undefined {
  const word = words.find((each) => each === value)
  if (value !== undefined && word === undefined) problems.push(problemAt(at, `must be one of ${words.join(', ')}`))
  return word
}
