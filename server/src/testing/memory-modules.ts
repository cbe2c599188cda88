import type { World } from '../analysis/world.js'
import { type FileId, folderOf } from '../text/file-id.js'

const ENDINGS = ['', '.ts', '.tsx', '.d.ts', '/index.ts', '/index.tsx']

/** Resolves relative imports among the given files, and `@prisma/client` to the generated client. */
export function createMemoryResolver(files: ReadonlySet<FileId>): World['resolveModule'] {
  return (from, specifier) => {
    if (specifier === '@prisma/client') return 'client'
    if (!specifier.startsWith('.')) return undefined
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
