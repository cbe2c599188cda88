import path from 'node:path'
import type { Recovery } from '../project/recover-files.js'
import { warn } from './output.js'

/** Says on stderr what became of earlier runs that were ended while they wrote. */
export function tellRecovery(root: string, recoveries: readonly Recovery[]): void {
  for (const { kind, journal, files, left } of recoveries) {
    if (kind === 'refused')
      warn(
        `${journal} names files outside of this project; nothing was done to them, and it can be deleted:\n${listOf(root, files)}`,
      )
    else if (kind === 'undone')
      warn('an earlier run was ended before it had changed a file; its temporary files are removed')
    else warn(`an earlier run was ended while it wrote; now these files are as it wanted them:\n${listOf(root, files)}`)
    if (left.length > 0) warn(`these have been changed since, and were left as they are:\n${listOf(root, left)}`)
  }
}

function listOf(root: string, files: readonly string[]): string {
  return files.map((file) => `  ${path.relative(root, file)}`).join('\n')
}
