import fs from 'node:fs'
import path from 'node:path'
import { addIgnoreFile, type IgnoreRules } from './ignore-rules.js'
import type { LookedAt } from './looked-at.js'

/**
 * The rules that hold for a workspace from outside it: the `.gitignore` files of the folders above, up to the one that
 * holds `.git`, and that repository's `info/exclude`. They are rewritten to the workspace's own paths. `looked` notes the
 * files, present or not.
 */
export function ignoreRulesAbove(root: string, looked?: LookedAt): IgnoreRules | undefined {
  const repository = repositoryAbove(root)
  if (repository === undefined) return undefined
  const inner = path
    .relative(repository, root)
    .split(path.sep)
    .filter((part) => part !== '')
  const files = [
    { file: path.join(repository, '.git', 'info', 'exclude'), within: inner },
    ...inner.map((_, depth) => ({
      file: path.join(repository, ...inner.slice(0, depth), '.gitignore'),
      within: inner.slice(depth),
    })),
  ]
  for (const { file } of files) looked?.note(file)
  return files.reduce<IgnoreRules | undefined>((rules, { file, within }) => readInto(rules, file, within), undefined)
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
