import { indentAt, lineBreakOf, lineEnd, nextLine, previousLine } from './layout.js'
import { insertion, type TextEdit } from './text-edit.js'

/** Where a line, counted from 0, starts; undefined past the last one. */
export function startOfLine(text: string, line: number): number | undefined {
  let start = 0
  for (let index = 0; index < line; index++) {
    const next = nextLine(text, start)
    if (next === lineEnd(text, start)) return undefined
    start = next
  }
  return start
}

/**
 * Writes a directive with a rule above the line that starts at an offset: into the list of rules of a directive that
 * stands there, else as a new comment with the line's indentation. `directive` is what a comment begins with, such as
 * `// prisma-drift-disable-next-line`. Undefined where the rule, or every rule, is named there already.
 */
export function directiveAbove(text: string, start: number, directive: string, rule: string): TextEdit | undefined {
  const above = previousLine(text, start)
  const written = start === 0 ? '' : text.slice(above, lineEnd(text, above))
  const [, name = ''] = directive.split(' ')
  const match = new RegExp(`${name}(?![\\w-])((?:(?!--|\\*/|--!?>).)*)`).exec(written)
  if (!match) return insertion(start, `${indentAt(text, start)}${directive} ${rule}${lineBreakOf(text)}`)
  const rules = (match[1] ?? '').trimEnd()
  if (rules === '' || rules.split(/[\s,]+/).includes(rule)) return undefined
  return insertion(above + match.index + name.length + rules.length, `, ${rule}`)
}
