import { lineBreakOf } from '../text/layout.js'

/** How the files of a folder are written, as far as it does not depend on what they say. */
export interface TextStyle {
  readonly lineBreak: string
  /** One step of indentation. */
  readonly indent: string
  /** `;` or nothing. */
  readonly semicolon: string
  /** What ends a member of an interface. */
  readonly memberEnd: string
  readonly quote: '"' | "'"
  /** `,` or nothing, behind the last entry of a list over several lines. */
  readonly trailingComma: string
}

/** The style that most of the texts have. */
export function textStyleOf(texts: readonly string[]): TextStyle {
  const text = texts.join('\n')
  const semicolon = count(text, /;[^\S\r\n]*(?:\/\/.*)?$/gm) >= count(text, UNENDED) ? ';' : ''
  const commas = count(text, /^[^\S\r\n]+[\w$]+[?!]?: [^(={\r\n]*,[^\S\r\n]*$/gm)
  const isCommaEnded = count(text, INTERFACE_COMMA) > 0 && commas > count(text, /;[^\S\r\n]*$/gm)
  return {
    lineBreak: lineBreakOf(texts.find((each) => /[\r\n]/.test(each)) ?? ''),
    indent: usualIndent(texts),
    semicolon,
    memberEnd: isCommaEnded ? ',' : semicolon,
    quote: count(text, /"(?:[^"\\\r\n]|\\.)*"/g) > count(text, /'(?:[^'\\\r\n]|\\.)*'/g) ? '"' : "'",
    trailingComma: count(text, UNCLOSED_LIST) > count(text, CLOSED_LIST) ? '' : ',',
  }
}

/** Imports, statements and members of types that end without a semicolon. */
const UNENDED = new RegExp(
  [
    String.raw`^(?:import\b.*|\} from .*|export \*.*)['"][^\S\r\n]*$`,
    String.raw`^[^\S\r\n]+(?:return|const|let|throw|await) .*[\w)\]'"\`][^\S\r\n]*$`,
    String.raw`^[^\S\r\n]+(?:readonly )?[\w$]+[?!]?: [\w$.<>[\]|& '"]*[\w$>\]'"][^\S\r\n]*$`,
  ].join('|'),
  'gm',
)

const INTERFACE_COMMA = /\binterface [^{]*\{\s*(?:readonly )?[\w$]+\??: [^,;\r\n]*,[^\S\r\n]*$/gm

const CLOSED_LIST = /,[^\S\r\n]*\r?\n[^\S\r\n]*[}\])]/g
const UNCLOSED_LIST = /,[^\S\r\n]*\r?\n[^\r\n]*[^,;\s{[(]\r?\n[^\S\r\n]*[}\])]/g

function usualIndent(texts: readonly string[]): string {
  const indents = texts.flatMap((text) => /^(\t| {2,8})(?=[^\s*])/m.exec(text)?.[1] ?? [])
  return mostFrequent(indents) ?? '  '
}

/** The value that occurs most often; of equals the one that comes first. */
export function mostFrequent<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return [...counts].find(([, times]) => times === most)?.[0]
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** What is usual where there is nothing to imitate. */
export const PLAIN_STYLE: TextStyle = textStyleOf([])
