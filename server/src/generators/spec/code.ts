import type { TextStyle } from '../style.js'

/**
 * Code in a style. It is given with two spaces a step, single quotes, semicolons and trailing commas, and holds no quotes
 * within quotes. What stands in backticks stays as it is, apart from its indentation.
 */
export function codeInStyle(code: string, style: TextStyle): string {
  const indented = code.replace(/^(?: {2})+/gm, (spaces) => style.indent.repeat(spaces.length / 2))
  return indented
    .split('`')
    .map((part, index) => (index % 2 === 0 ? plainInStyle(part, style) : part))
    .join('`')
}

function plainInStyle(code: string, { quote, semicolon, trailingComma }: TextStyle): string {
  const ended = semicolon === ';' ? code : code.replace(/;$/gm, '')
  const listed = trailingComma === '' ? ended.replace(/,$(?=\n\s*[}\])])/gm, '') : ended
  return quote === "'" ? listed : listed.replaceAll("'", quote)
}

/** Longer than this an object or a call is written over several lines. */
const WIDTH = 96

/** `{ a, b: 1 }`, over several lines where it is long; `indent` is that of its first line. */
export function objectText(entries: readonly string[], indent = '', before = ''): string {
  if (entries.length === 0) return '{}'
  const line = `{ ${entries.join(', ')} }`
  if (indent.length + before.length + line.length <= WIDTH && !line.includes('\n')) return line
  return `{\n${entries.map((each) => `${indent}  ${each}`).join(`,\n`)},\n${indent}}`
}

/** Statements and blocks, one step further in. */
export function indented(code: string, steps = 1): string {
  return code.replace(/^(?=.)/gm, '  '.repeat(steps))
}

/** A test, as lines. */
export function testText(title: string, statements: readonly string[]): string {
  return `it('${title}', async () => {\n${statements.map((each) => `${indented(each)}\n`).join('')}});`
}

export function describeText(title: string, parts: readonly string[]): string {
  return `describe('${title}', () => {\n${indented(parts.join('\n\n'))}\n});`
}
