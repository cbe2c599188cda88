import { createHash } from 'node:crypto'
import { kindOf } from './file-kind.js'
import type { ModuleResolverInput } from './resolve-module.js'

/**
 * Equal for inputs from which module resolution gives equal answers: the same files and links, the same texts of what
 * it reads.
 */
export function moduleKeyOf({ files, links, clientOutputs, packages, readText }: ModuleResolverInput): string {
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(`${file}\n`)
    if (kindOf(file) === 'tsconfig') hash.update(JSON.stringify(readText(file) ?? null))
  }
  const manifests = packages?.all.map(({ root, manifest }) => [root, manifest])
  hash.update(JSON.stringify([[...(links ?? [])], clientOutputs, manifests]))
  return hash.digest('hex')
}
