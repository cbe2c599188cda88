import { ts } from '@ts-morph/common'
import { directiveAbove, startOfLine } from '../text/comment-above.js'
import type { FileId } from '../text/file-id.js'
import { lineEnd } from '../text/layout.js'
import type { TextEdit } from '../text/text-edit.js'
import { tokenStart } from './lowering.js'
import { parse, type Source } from './parse.js'

/**
 * The edit that silences a rule on a line of a file, counted from 0. Undefined where a comment above the line would be
 * text: within a template literal, between the tags of JSX, outside of the scripts of a `.vue` or `.svelte` file.
 */
export function sourceSuppressionEdit(file: FileId, text: string, line: number, rule: string): TextEdit | undefined {
  const start = startOfLine(text, line)
  const source = start === undefined ? undefined : parse(file, text)
  if (start === undefined || !source || !isCode(source, text, start)) return undefined
  return directiveAbove(text, start, '// prisma-drift-disable-next-line', rule)
}

function isCode(source: Source, text: string, start: number): boolean {
  const isScript = source.text.slice(start, lineEnd(text, start)) === text.slice(start, lineEnd(text, start))
  return isScript && !isText(source, source.tree, start) && !isWithinComment(source.text, start)
}

/** Whether an offset lies inside of a token that has text over several lines. */
function isText(source: Source, node: ts.Node, offset: number): boolean {
  if (ts.isJsxText(node)) return node.pos < offset && offset <= node.end
  const start = tokenStart(node, source.tree)
  if (offset <= start || node.end <= offset) return false
  if (isTemplatePart(node)) return true
  return ts.forEachChild(node, (child) => isText(source, child, offset) || undefined) ?? false
}

function isTemplatePart(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
}

function isWithinComment(text: string, offset: number): boolean {
  const open = text.lastIndexOf('/*', offset - 1)
  return open >= 0 && text.indexOf('*/', open + 2) >= offset && /^\s*\*/.test(text.slice(offset))
}
