import { type Cursor, lineEnd, startsWith } from './cursor.js'
import type { CommentSyntax } from './syntax.js'

/** Reads the comment at the cursor, without the line break behind it. Documentation is kept for the next element. */
export function readComment(cursor: Cursor): boolean {
  if (startsWith(cursor, '//')) return readLineComment(cursor)
  return startsWith(cursor, '/*') && readBlockComment(cursor)
}

/** Takes the documentation that was read since the last element. */
export function takeDocumentation(cursor: Cursor): string | undefined {
  const lines = cursor.documentation
  if (lines.length === 0) return undefined
  cursor.documentation = []
  return lines.join('\n')
}

function readLineComment(cursor: Cursor): true {
  const start = cursor.position
  const kind = startsWith(cursor, '///') ? 'documentation' : 'line'
  keep(cursor, commentAt(cursor.text, { kind, start, end: lineEnd(cursor.text, start + 2) }))
  return true
}

function readBlockComment(cursor: Cursor): boolean {
  if (!cursor.mayCloseComment) return false
  const start = cursor.position
  const close = cursor.text.indexOf('*/', start + 2)
  cursor.mayCloseComment = close >= 0
  if (close >= 0) keep(cursor, commentAt(cursor.text, { kind: 'block', start, end: close + 2 }))
  return close >= 0
}

/** What stands in a comment, whose place is known. */
export function commentAt(text: string, { kind, start, end }: Omit<CommentSyntax, 'text'>): CommentSyntax {
  const from = start + (kind === 'documentation' ? 3 : 2)
  return { kind, start, end, text: text.slice(from, kind === 'block' ? end - 2 : end) }
}

function keep(cursor: Cursor, comment: CommentSyntax): void {
  cursor.comments.push(comment)
  cursor.position = comment.end
  if (comment.kind === 'documentation') cursor.documentation.push(comment.text.trimStart())
  if (comment.kind === 'block') cursor.documentation.push(comment.text.trim())
}
