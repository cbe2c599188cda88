import type { EnumPair } from '../matching/pair.js'
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
  const names = [name.split('.')[0] ?? name, prismaEnum.name]
  return [...texts].some(([file, text]) => {
    if (file === at.file) return false
    if (/\.to(Lower|Upper)Case\(\)/.test(text) && names.some((each) => text.includes(each))) return true
    return renamed.some(({ from, to }) => holdsQuoted(text, from) && new RegExp(`\\b${to}\\b`).test(text))
  })
}

function holdsQuoted(text: string, value: string): boolean {
  return text.includes(`'${value}'`) || text.includes(`"${value}"`)
}
