import { createTwoFilesPatch } from 'diff'
import type { Mending } from '../../analysis/mend.js'
import type { FileId } from '../../text/file-id.js'

/** What a reporter of `fix` shows. */
export interface FixReport {
  readonly mending: Mending
  /** Nothing was written. */
  readonly isDryRun: boolean
}

/** The changes of each file as a unified diff that `git apply` and `patch -p1` take. */
export function diffsOf({ texts }: Mending): ReadonlyMap<FileId, string> {
  return new Map(
    [...texts].map(([file, { before, after }]) => {
      const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, '', '', { context: 3 })
      return [file, patch.replace(/^=+\n/, '').replace(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2')]
    }),
  )
}
