import { realpathSync } from 'node:fs'
import type { Workspace } from './load-workspace.js'
import type { LookedAt, Looks } from './looked-at.js'
import { noteHead } from './note-head.js'

/**
 * How all looked that a workspace was read from: while it looks the same, its digest is the same. `looked` is what it was
 * loaded with, its settings included; the base is `HEAD`. Undefined where that does not tell.
 */
export function workspaceLooks(
  { outside, base }: Workspace,
  { root, looked }: { readonly root: string; readonly looked: LookedAt },
): Looks | undefined {
  looked.add(outside)
  noteHead(looked, realpathSync(root), base)
  return looked.state()
}
