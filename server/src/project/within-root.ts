import fs from 'node:fs'
import path from 'node:path'
import { idWithin } from './paths.js'

/**
 * Whether an absolute path lies within a root, wherever the links on its way lead: what is there of it counts. `root` is
 * an absolute path of a folder that is there.
 */
export function isWithinRoot(root: string, absolute: string): boolean {
  return idWithin(fs.realpathSync(root), realOf(path.resolve(absolute))) !== undefined
}

function realOf(absolute: string): string {
  try {
    return fs.realpathSync(absolute)
  } catch {
    const folder = path.dirname(absolute)
    return folder === absolute ? absolute : path.join(realOf(folder), path.basename(absolute))
  }
}
