import type { ChangedText } from '../../project/write-texts.js'
import type { FileId } from '../../text/file-id.js'

/** A change as a unified diff of one hunk without context, which `git apply --unidiff-zero` takes. */
export function patchOf(file: FileId, { before, after }: ChangedText): string {
  const old = linesOf(before ?? '')
  const made = linesOf(after)
  let start = 0
  while (start < old.length && start < made.length && old[start] === made[start]) start++
  let end = 0
  while (end < old.length - start && end < made.length - start && old.at(-1 - end) === made.at(-1 - end)) end++
  const removed = old.slice(start, old.length - end)
  const added = made.slice(start, made.length - end)
  const head = `--- ${before === undefined ? '/dev/null' : `a/${file}`}\n+++ b/${file}\n`
  const hunk = `@@ -${rangeOf(start, removed.length)} +${rangeOf(start, added.length)} @@\n`
  return head + hunk + [...removed.map((line) => marked('-', line)), ...added.map((line) => marked('+', line))].join('')
}

/** Each line with its end. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/)
}

/** Where nothing is on one side, the line before it is named. */
function rangeOf(start: number, count: number): string {
  return `${count === 0 ? start : start + 1},${count}`
}

function marked(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`
}
