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
  const lineBelow = createLineBelow(createLineIndex(text))
  // From the last to the first, so that a long row of comments is walked through once.
  return directives
    .reverse()
    .map(({ comment, match }) => suppressionOf(match, comment, lineBelow(comment)))
    .reverse()
}

const DIRECTIVE = /^\s*prisma-drift-disable(-next-line|-file)?(?![\w-])([^\r\n]*)/

function suppressionOf(match: RegExpExecArray, { start, end }: CommentSyntax, line: number): Suppression {
  const [rules = '', ...reason] = (match[2] ?? '').split(/(?:^|\s)--(?:\s|$)/)
  return {
    rules: rules.split(/[\s,]+/).filter((rule) => rule !== ''),
    scope: match[1] === '-file' ? 'file' : line,
    reason: reason.join(' -- ').trim() || undefined,
    span: { start, end },
  }
}

/** Finds the line of the element below a comment; asked from the end of the file to its beginning. */
function createLineBelow(lines: LineIndex): (comment: CommentSyntax) => number {
  let last = { from: lines.lineCount, to: lines.lineCount }
  return ({ end }) => {
    const from = lines.positionAt(end).line + 1
    let line = from
    while (line < last.from && NOT_CODE.test(lines.lineText(line))) line++
    last = { from, to: line === last.from ? last.to : line }
    return last.to
  }
}

const NOT_CODE = /^\s*(?:\/\/.*)?$/
