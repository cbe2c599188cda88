import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { idWithin } from '../project/paths.js'
import type { FileId } from '../text/file-id.js'

/** Paths that were given on the command line, relative to the root, or what is wrong with one of them. */
export type AskedPaths = { readonly paths: readonly FileId[] } | { readonly problem: string }

/**
 * Reads paths that are relative to `root`, an absolute path, or absolute. Symbolic links are followed, since findings
 * stand where a file really is. A path that does not exist is a mistake.
 */
export function askedPaths(root: string, given: readonly string[]): AskedPaths {
  const paths: FileId[] = []
  for (const each of given) {
    const absolute = path.resolve(root, each)
    if (!existsSync(absolute)) return { problem: `'${each}': no such file or folder` }
    const id = idWithin(realpathSync(root), realpathSync(absolute))
    if (id === undefined) return { problem: `'${each}' lies outside of '${root}'` }
    paths.push(id)
  }
  return { paths }
}
