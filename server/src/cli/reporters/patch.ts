import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import type { ChangedText } from '../../project/replace-texts.js'
import type { FileId } from '../../text/file-id.js'

/** A change as a unified diff that `git apply` and `patch -p1` take. */
export function patchOf(file: FileId, { before, after }: ChangedText): string {
  const old = before === undefined ? '/dev/null' : `a/${file}`
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY }
  return createTwoFilesPatch(old, `b/${file}`, before ?? '', after, undefined, undefined, options)
}
