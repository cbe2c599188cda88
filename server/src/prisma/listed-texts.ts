const WORD = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u
const QUOTED = /^(["'`])(.*)\1$/

/**
 * The texts that a comment lists as those of a column: `draft, sent`, `"open" | "closed"`, `type: A / B`; none where it
 * says anything else. A list of one is no list.
 */
export function listedTexts(comment: string): readonly string[] {
  const list = comment
    .replace(/^\s*[\p{L}\p{N} ]{1,20}:/u, '')
    .replace(/\([^()]*\)\s*$/, '')
    .replace(/[.;]\s*$/, '')
  const parts = list
    .split(/[,|/]|\bor\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:etc\.?|\.{3}|…)$/.test(part))
  const texts = parts.map((part) => QUOTED.exec(part)?.[2] ?? (WORD.test(part) ? part : undefined))
  return texts.length > 1 && texts.every((text) => text !== undefined) ? texts : []
}
