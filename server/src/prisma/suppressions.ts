import type { Suppression } from '../model/suppression.js'
import { createLineIndex, type LineIndex } from '../text/line-index.js'
import type { CommentSyntax, SchemaSyntax } from './syntax.js'

/**
 * The comments of a file that silence findings: `/// prisma-drift-disable RULE[, RULE] -- reason` above an element,
 * `// prisma-drift-disable-next-line RULE` and `// prisma-drift-disable-file RULE`. Further comments and empty lines
 * may stand between a comment and the line it silences.
 */
export function suppressionsOf({ text, comments }: SchemaSyntax): Suppression[] {
  const directives = comments.flatMap((comment) => {
    const match = DIRECTIVE.exec(comment.text)
    return match ? [{ comment, match }] : []
  })
  if (directives.length === 0) return []
  const lines = createLineIndex(text)
  return directives.map(({ comment, match }) => suppressionOf(match, lineBelow(comment, lines)))
}

const DIRECTIVE = /^\s*prisma-drift-disable(-next-line|-file)?(?![\w-])([^\r\n]*)/

function suppressionOf(match: RegExpExecArray, line: number): Suppression {
  const [rules = '', ...reason] = (match[2] ?? '').split(/(?:^|\s)--(?:\s|$)/)
  return {
    rules: rules.split(/[\s,]+/).filter((rule) => rule !== ''),
    scope: match[1] === '-file' ? 'file' : line,
    reason: reason.join(' -- ').trim() || undefined,
  }
}

function lineBelow({ end }: CommentSyntax, lines: LineIndex): number {
  let line = lines.positionAt(end).line + 1
  while (line < lines.lineCount && NOT_CODE.test(lines.lineText(line))) line++
  return line
}

const NOT_CODE = /^\s*(?:\/\/.*)?$/
