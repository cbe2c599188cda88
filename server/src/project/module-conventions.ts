import type { FileId } from '../text/file-id.js'
import { joinId } from './paths.js'

/**
 * Where a specifier leads by the habits of Nuxt, SvelteKit, Vite and Nest, for projects whose `tsconfig` does not say
 * so, or says it only in a file that is generated.
 */
export function conventionalTargets(root: FileId, specifier: string): readonly FileId[] {
  for (const [prefix, folders] of PREFIXES) {
    if (!specifier.startsWith(prefix)) continue
    const rest = specifier.slice(prefix.length)
    return folders.map((folder) => joinId(root, folder, rest))
  }
  return []
}

const PREFIXES: readonly (readonly [string, readonly string[]])[] = [
  ['~~/', ['']],
  ['@@/', ['']],
  ['~/', ['app', 'src', '']],
  ['@/', ['src', 'app', '']],
  ['#shared/', ['shared']],
  ['$lib/', ['src/lib']],
  ['src/', ['src']],
]
