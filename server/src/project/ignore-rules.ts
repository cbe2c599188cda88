import ignore, { type Ignore } from 'ignore'
import type { FileId } from '../text/file-id.js'

/** The `.gitignore` files that hold for a folder, the nearest first. */
export interface IgnoreRules {
  readonly folder: FileId
  readonly matcher: Ignore
  /** The path from the file's folder to the workspace, for a file that stands above it; else empty. */
  readonly prefix: string
  readonly above: IgnoreRules | undefined
}

/** Adds the rules of one `.gitignore`. */
export function addIgnoreFile(above: IgnoreRules | undefined, folder: FileId, text: string): IgnoreRules {
  return { folder, prefix: '', matcher: ignore().add(text), above }
}

/**
 * Whether git ignores a path: the nearest file that says anything decides. `name` ends with `/` for a folder. Callers
 * never descend into an ignored folder, so that nothing in it can be taken back in, as in git.
 */
export function isIgnored(rules: IgnoreRules | undefined, name: FileId): boolean {
  for (let current = rules; current !== undefined; current = current.above) {
    const verdict = current.matcher.test(relativeTo(current, name))
    if (verdict.ignored) return true
    if (verdict.unignored) return false
  }
  return false
}

function relativeTo({ folder, prefix }: IgnoreRules, name: string): string {
  if (prefix !== '') return `${prefix}/${name}`
  return folder === '' ? name : name.slice(folder.length + 1)
}
