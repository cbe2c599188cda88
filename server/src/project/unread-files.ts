import { existsSync } from 'node:fs'
import type { World } from '../analysis/world.js'
import type { FileId } from '../text/file-id.js'
import { pathOf } from './paths.js'

/** Texts that may be written, and why others may not. */
export interface Writable {
  readonly written: ReadonlyMap<FileId, string>
  readonly kept: readonly string[]
}

/** Leaves out files that are there although nothing was read from them, such as a seed: they stay as they are. */
export function withoutUnread(root: string, world: World, texts: ReadonlyMap<FileId, string>): Writable {
  const isUnread = (file: FileId) => !world.texts.has(file) && existsSync(pathOf(root, file))
  return {
    written: new Map([...texts].filter(([file]) => !isUnread(file))),
    kept: [...texts.keys()].filter(isUnread).map((file) => `${file} is there already and stays as it is`),
  }
}
