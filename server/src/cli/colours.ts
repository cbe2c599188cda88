import pc from 'picocolors'

/** What decides on colour. */
export interface ColourInput {
  readonly env: { readonly NO_COLOR?: string; readonly FORCE_COLOR?: string; readonly TERM?: string }
  readonly isTerminal: boolean
}

/**
 * Whether to write in colour: never with `NO_COLOR` (no-color.org), else as `FORCE_COLOR` says (force-color.org; `0` and
 * `false` mean no, as in Node), else on a terminal that has colours.
 */
export function isColoured({ env, isTerminal }: ColourInput): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return isTerminal && env.TERM !== 'dumb'
}

/** For what goes to stdout. */
export const colours = coloursFor(process.stdout)

/** For what goes to stderr. */
export const errorColours = coloursFor(process.stderr)

function coloursFor({ isTTY }: NodeJS.WriteStream) {
  return pc.createColors(isColoured({ env: process.env as ColourInput['env'], isTerminal: isTTY === true }))
}
