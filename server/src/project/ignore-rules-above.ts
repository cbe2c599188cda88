import fs from 'node:fs'
import path from 'node:path'
import { addIgnoreFile, type IgnoreRules } from './ignore-rules.js'

/**
 * The rules that hold for a workspace from outside it: the `.gitignore` files of the folders above, up to the one that
 * holds `.git`, and that repository's `info/exclude`. They are rewritten to the workspace's own paths.
 */
export function ignoreRulesAbove(root: string): IgnoreRules | undefined {
  const repository = repositoryAbove(root)
  if (repository === undefined) return undefined
  const inner = path
    .relative(repository, root)
    .split(path.sep)
    .filter((part) => part !== '')
  let rules = readInto(undefined, path.join(repository, '.git', 'info', 'exclude'), inner)
  for (let depth = 0; depth < inner.length; depth++) {
    const folder = path.join(repository, ...inner.slice(0, depth))
    rules = readInto(rules, path.join(folder, '.gitignore'), inner.slice(depth))
  }
  return rules
}

function repositoryAbove(root: string): string | undefined {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, '.git'))) return folder
    if (path.dirname(folder) === folder) return undefined
  }
}

function readInto(above: IgnoreRules | undefined, file: string, inner: readonly string[]): IgnoreRules | undefined {
  let text: string
  try {
    text = fs.readFileSync(file, 'utf8')
  } catch {
    return above
  }
  return { ...addIgnoreFile(above, '', text), prefix: inner.join('/') }
}
