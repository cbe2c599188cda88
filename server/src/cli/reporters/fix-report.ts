import type { Mending } from '../../analysis/mend.js'
import type { FileId } from '../../text/file-id.js'
import { patchOf } from './patch.js'

/** What a reporter of `fix` shows. */
export interface FixReport {
  readonly mending: Mending
  /** Nothing was written. */
  readonly isDryRun: boolean
}

/** The changes of each file as a unified diff that `git apply` and `patch -p1` take. */
export function diffsOf({ texts }: Mending): ReadonlyMap<FileId, string> {
  return new Map([...texts].map(([file, text]) => [file, patchOf(file, text)]))
}
