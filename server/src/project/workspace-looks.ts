import { realpathSync } from 'node:fs'
import type { Workspace } from './load-workspace.js'
import type { LookedAt, Looks } from './looked-at.js'
import { noteHead } from './note-head.js'

/**
 * How all looked that a workspace was read from: while it looks the same, its digest is the same. `looked` is what it was
 * loaded with, its settings included. Undefined where that does not tell, as with a base that is not `HEAD`.
 */
export function workspaceLooks(
  { outside, base }: Workspace,
  options: { readonly root: string; readonly base: string; readonly looked: LookedAt },
): Looks | undefined {
  const { root, looked } = options
  if (options.base !== 'HEAD') return undefined
  looked.add(outside)
  noteHead(looked, realpathSync(root), base)
  return looked.state()
}
