import type { EnumPair } from '../matching/pair.js'
import { escapePattern } from '../text/escape-pattern.js'
import type { FileId } from '../text/file-id.js'

/**
 * Whether some other file holds both spellings of a list's values, as maps and switches do, or changes the case of
 * values beside the list's or the enum's name. Told by the texts alone.
 */
export function convertsValues(
  texts: ReadonlyMap<FileId, string>,
  { at, name, enum: prismaEnum }: EnumPair,
  renamed: readonly { readonly from: string; readonly to: string }[],
): boolean {
  const [type = name, property] = name.split('.')
  const names = [type, prismaEnum.name]
  const changesCase = new RegExp(`${property ? `\\b${property}\\b[^;\\n]{0,40}` : ''}\\.to(Lower|Upper)Case\\(\\)`)
  return [...texts].some(([file, text]) => {
    if (file === at.file) return false
    if (names.some((each) => text.includes(each)) && changesCase.test(text)) return true
    return renamed.some(({ from, to }) => holdsQuoted(text, from) && new RegExp(`\\b${to}\\b`).test(text))
  })
}

/** Whether some file maps one value to the other, in a literal or a `switch`: `A: 'B'`, `case 'A': return 'B'`. */
export function mapsValues(
  texts: ReadonlyMap<FileId, string>,
  crossings: readonly { readonly from: string; readonly to: string }[],
): boolean {
  const maps = crossings.flatMap(({ from, to }) => [
    { from, to, pattern: mapping(from, to) },
    { from, to, pattern: mapping(to, from) },
  ])
  return [...texts.values()].some((text) =>
    maps.some(({ from, to, pattern }) => text.includes(from) && text.includes(to) && pattern.test(text)),
  )
}

function mapping(from: string, to: string): RegExp {
  return new RegExp(
    `\\b${escapePattern(from)}['"]?\\]?\\s*(?::\\s*(?:return\\s+)?|=>\\s*|\\?\\s*)['"]${escapePattern(to)}['"]`,
  )
}

function holdsQuoted(text: string, value: string): boolean {
  return text.includes(`'${value}'`) || text.includes(`"${value}"`)
}
