import { createHash } from 'node:crypto'
import type { Packages } from './packages.js'
import type { ModuleResolverInput } from './resolve-module.js'
import { tsConfigKey } from './tsconfig-paths.js'

/** Equal for inputs from which module resolution gives equal answers. */
export function moduleKeyOf(input: ModuleResolverInput & { readonly packages: Packages }): string {
  const { files, links, clientOutputs, packages } = input
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\n`)
  const manifests = packages.all.map(({ root, manifest }) => [root, manifest])
  hash.update(JSON.stringify([[...(links ?? [])], clientOutputs, manifests, tsConfigKey(input)]))
  return hash.digest('hex')
}
