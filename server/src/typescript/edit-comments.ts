import { ts } from '@ts-morph/common'
import { lineEnd, lineStart, nextLine, previousLine, startsLine } from '../text/layout.js'
import { startIn, type Written } from './editable.js'

/** The JSDoc comment directly above a node, if there is one. */
export function docCommentOf({ text }: Written, node: ts.Node): ts.CommentRange | undefined {
  const comments = ts.getLeadingCommentRanges(text, node.pos) ?? []
  return comments.findLast(({ pos }) => text.startsWith('/**', pos))
}

/**
 * Where a node begins together with the comments that are about it alone: those directly above it. Line comments that
 * may be the heading of a group of members are not among them.
 */
export function ownedStart(editable: Written, node: ts.Node): number {
  const comments = commentsAbove(editable, node)
  const top = comments.at(-1)
  const isHeaded = top && !isDoc(editable, top) && isHeading(editable.text, top, node.end)
  const other = isHeaded ? comments.findIndex((comment) => !isDoc(editable, comment)) : comments.length
  return comments[other - 1]?.pos ?? startIn(editable, node)
}

/** The comments on the lines directly above a node, the nearest first. */
function commentsAbove(editable: Written, node: ts.Node): readonly ts.CommentRange[] {
  const { text } = editable
  const comments = (ts.getLeadingCommentRanges(text, node.pos) ?? []).toReversed()
  const below = [startIn(editable, node), ...comments.map(({ pos }) => pos)]
  const gap = comments.findIndex(({ pos, end }, index) => {
    return nextLine(text, end) !== lineStart(text, below[index] ?? 0) || !startsLine(text, pos)
  })
  return gap < 0 ? comments : comments.slice(0, gap)
}

function isDoc({ text }: Written, { pos }: ts.CommentRange): boolean {
  return text.startsWith('/**', pos)
}

/**
 * Whether a comment has an empty line or an opening bracket above it and more members follow below the first, or looks
 * like a heading itself.
 */
function isHeading(text: string, comment: ts.CommentRange, end: number): boolean {
  if (/^\/[/*]\s*(?:#(?:end)?region\b|[-=*#_]{2})/.test(text.slice(comment.pos, comment.end))) return true
  const line = lineStart(text, comment.pos)
  const above = line === 0 ? '' : text.slice(previousLine(text, line), line).trim()
  const below = nextLine(text, end)
  const after = text.slice(below, lineEnd(text, below)).trim()
  return (above === '' || /[{[(]$/.test(above)) && after !== '' && !/^[}\])]/.test(after)
}
