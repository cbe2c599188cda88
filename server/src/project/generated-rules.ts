import ignore, { type Ignore } from 'ignore'
import type { FileId } from '../text/file-id.js'

/** What the `.gitattributes` files that hold for a folder say of `linguist-generated`, the last line first. */
export interface GeneratedRules {
  readonly folder: FileId
  readonly matcher: Ignore
  readonly generated: boolean
  readonly above: GeneratedRules | undefined
}

/** Adds the lines of one `.gitattributes` that name `linguist-generated`. */
export function addAttributesFile(
  above: GeneratedRules | undefined,
  folder: FileId,
  text: string,
): GeneratedRules | undefined {
  let rules = above
  for (const line of text.split(/\r?\n/)) {
    const [pattern, ...attributes] = line.trim().split(/\s+/)
    const attribute = attributes.findLast((word) => /^[-!]?linguist-generated(?:=|$)/.test(word))
    if (pattern === undefined || pattern.startsWith('#') || attribute === undefined) continue
    const generated = /^linguist-generated(?:=true)?$/.test(attribute)
    rules = { folder, matcher: ignore().add(unquoted(pattern)), generated, above: rules }
  }
  return rules
}

/** Whether a file is marked as generated: the last line that matches decides. */
export function isMarkedGenerated(rules: GeneratedRules | undefined, file: FileId): boolean {
  for (let current = rules; current !== undefined; current = current.above) {
    const name = current.folder === '' ? file : file.slice(current.folder.length + 1)
    if (current.matcher.ignores(name)) return current.generated
  }
  return false
}

function unquoted(pattern: string): string {
  return pattern.replace(/^"(.*)"$/, '$1')
}
