import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import type { Workspace } from './load-workspace.js'

/**
 * Equal only for workspaces that everything is the same in that findings and reports are a function of. Schemas are those
 * of `loadWorkspace`: what Prisma's own code says of them follows from their texts.
 */
export function workspaceDigest({ world, problems, unreadSchemas, base, moduleKey }: Workspace): string {
  const { texts, resolveModule, ...facts } = world
  const hash = createHash('sha256')
  for (const [file, text] of texts) hash.update(`${file}\n${text.length}\n`).update(text)
  const message = base.kind === 'failed' && base.message
  hash.update(serialize([facts, problems, unreadSchemas, base.kind, message, moduleKey()]))
  return hash.digest('hex')
}
