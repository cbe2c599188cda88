import type { ElementId } from '../model/element.js'
import { indentAt, indentUnitOf, lineBreakOf, startsLine } from '../text/layout.js'
import { insertion, replacement, type TextEdit } from '../text/text-edit.js'
import { docCommentOf } from './edit-comments.js'
import { siteAt } from './edit-site.js'
import { type Editable, startIn } from './editable.js'

/** Writes a tag into the JSDoc comment above a declaration or property, in place of one of the same name. */
export function setTag(editable: Editable, id: ElementId, tag: string): readonly TextEdit[] {
  const site = siteAt(editable, id)
  const node = site.kind === 'declaration' ? site.statement : site.kind === 'field' ? site.field : site.entry
  const comment = docCommentOf(editable, node)
  if (!comment) return [newComment(editable, startIn(editable, node), tag)]
  const text = editable.text.slice(comment.pos, comment.end)
  const [name = ''] = tag.split(' ')
  const present = new RegExp(`${name}(?![\\w/-])(?:(?!\\*/)[^\\r\\n])*`).exec(text)
  if (present) return replaced(present[0], comment.pos + present.index, tag)
  return [addedTo(editable, comment, tag)]
}

function replaced(present: string, start: number, tag: string): readonly TextEdit[] {
  const written = present.trimEnd()
  return written === tag ? [] : [replacement({ start, end: start + written.length }, tag)]
}

/** On a line of its own, as JSDoc within a line belongs to nothing. */
function newComment({ text }: Editable, start: number, tag: string): TextEdit {
  const isFirst = startsLine(text, start)
  const line = lineBreakOf(text) + indentAt(text, start) + (isFirst ? '' : indentUnitOf(text))
  const comment = `/** ${tag} */${line}`
  return isFirst
    ? insertion(start, comment)
    : replacement({ start: spacesBefore(text, start), end: start }, line + comment)
}

function spacesBefore(text: string, start: number): number {
  let at = start
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--
  return at
}

/** A comment of one line becomes one of several. */
function addedTo({ text }: Editable, { pos, end }: { pos: number; end: number }, tag: string): TextEdit {
  const margin = `${lineBreakOf(text)}${indentAt(text, pos)} *`
  const content = { start: pos + 3, end: end - 2 }
  const written = text.slice(content.start, content.end)
  const body = /[\r\n]/.test(written) ? written.trimEnd() : written.trim() && `${margin} ${written.trim()}`
  return replacement(content, `${body}${margin} ${tag}${margin.slice(0, -1)}`)
}
