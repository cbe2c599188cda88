import type { PackageFacts, World } from '../analysis/world.js'
import { type FileId, folderOf } from '../text/file-id.js'

const ENDINGS = ['', '.ts', '.tsx', '.d.ts', '/index.ts', '/index.tsx']

/**
 * Resolves relative imports among the given files, packages by their names to `src/index.ts`, and `@prisma/client` to the
 * generated client.
 */
export function createMemoryResolver(
  files: ReadonlySet<FileId>,
  packages: readonly PackageFacts[],
): World['resolveModule'] {
  return (from, specifier) => {
    if (specifier === '@prisma/client') return 'client'
    if (!specifier.startsWith('.')) {
      const entries = packages.flatMap(({ name, root }) => (name === specifier ? [join(root, 'src/index.ts')] : []))
      return entries.find((file) => files.has(file))
    }
    const target = join(folderOf(from), specifier)
    const candidates = [target, target.replace(/\.([cm]?)js(x?)$/, '.$1ts$2')]
    return candidates.flatMap((each) => ENDINGS.map((ending) => each + ending)).find((file) => files.has(file))
  }
}

function join(folder: FileId, specifier: string): FileId {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
