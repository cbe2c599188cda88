/** The way to a value of a configuration: keys, and places in lists that count from 0. */
export type KeyPath = readonly (string | number)[]

/** Something that is wrong with a configuration. */
export interface SettingsProblem {
  /** The value that it is about, which need not be there. */
  readonly at: KeyPath
  /** For the person who wrote it; names the key. */
  readonly text: string
}

/** Says of a value what it must be. */
export function problemAt(at: KeyPath, message: string): SettingsProblem {
  return { at, text: at.length === 0 ? message : `${keyOf(at)}: ${message}` }
}

/** Says of a key that there is no such key. */
export function unknownKey(at: KeyPath): SettingsProblem {
  const { text } = problemAt(at.slice(0, -1), `unknown key "${at.at(-1)}"`)
  return { at, text }
}

/** `links[1].type` */
function keyOf(at: KeyPath): string {
  return at
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}
