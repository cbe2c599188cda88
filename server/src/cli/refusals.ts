import type { World } from '../analysis/world.js'
import { maskAddresses } from '../project/mask-secrets.js'
import type { ReplaceProblem } from '../project/replace-files.js'
import { findUncommitted } from '../project/uncommitted.js'
import type { FileId } from '../text/file-id.js'
import { warn } from './output.js'

/**
 * Why files are better not written: git would not bring back what they hold now. Undefined where nothing is in the way,
 * or where it is forced, which is warned of.
 */
export async function refuseUncommitted(
  root: string,
  files: readonly FileId[],
  { force }: { readonly force?: true },
): Promise<string | undefined> {
  const uncommitted = await findUncommitted(root, files)
  if (uncommitted.kind === 'failed') warn(`git does not say what is uncommitted: ${uncommitted.message}`)
  if (uncommitted.kind !== 'known' || uncommitted.files.length === 0) return undefined
  const list = uncommitted.files.map((file) => `  ${file}`).join('\n')
  if (!force) return `these files have uncommitted changes; commit or stash them, or use --force:\n${list}`
  warn(`these files had uncommitted changes:\n${list}`)
  return undefined
}

/** What is wrong with the schemas: code that follows from them would be wrong, too. */
export function refuseSchemaErrors({ schemas }: World): string | undefined {
  const errors = schemas.flatMap((schema) => schema.errors)
  const list = errors
    .slice(0, 5)
    .map(({ file, message }) => `  ${file}: ${maskAddresses(message.split('\n')[0] ?? '')}`)
  return errors.length > 0 ? `the schema has errors:\n${list.join('\n')}` : undefined
}

/** Says what stood in the way of writing. */
export function nothingChanged(problems: readonly ReplaceProblem[]): string {
  const list = problems.map(({ file, message }) => `  ${file === undefined ? '' : `${file}: `}${message}`)
  return `nothing was changed:\n${list.join('\n')}`
}
