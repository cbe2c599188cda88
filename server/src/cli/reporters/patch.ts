import { createTwoFilesPatch } from 'diff'
import type { ChangedText } from '../../project/replace-texts.js'
import type { FileId } from '../../text/file-id.js'

/** A change as a unified diff that `git apply` and `patch -p1` take. */
export function patchOf(file: FileId, { before, after }: ChangedText): string {
  const old = before === undefined ? '/dev/null' : `a/${file}`
  const patch = createTwoFilesPatch(old, `b/${file}`, before ?? '', after, '', '', { context: 3 })
  return patch.replace(/^=+\n/, '').replace(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2')
}
