import type { TextStyle } from './style.js'

/** A name that generated code needs from elsewhere. */
export interface ImportedName {
  readonly name: string
  /** As it is written behind `from`. */
  readonly module: string
  /** Whether only its type is used. */
  readonly kind: 'type' | 'value'
}

/** Declarations for a file, written with `\n`, and what they need. */
export interface Block {
  readonly imports: readonly ImportedName[]
  readonly text: string
}

/** A new file of some blocks, an empty line between them. */
export function fileOf(blocks: readonly Block[], style: TextStyle): string {
  const imports = importLines(
    blocks.flatMap((block) => block.imports),
    style,
  )
  const parts = [imports.join('\n'), ...blocks.map(({ text }) => text.trimEnd())].filter((part) => part !== '')
  return withLineBreaks(`${parts.join('\n\n')}\n`, style)
}

/** The import statements for some names, one a module, sorted. */
export function importLines(names: readonly ImportedName[], style: TextStyle): readonly string[] {
  const modules = [...new Set(names.map(({ module }) => module))].sort(compareModules)
  return modules.map((module) => importLine(module, names, style))
}

function importLine(module: string, names: readonly ImportedName[], style: TextStyle): string {
  const own = names.filter((each) => each.module === module)
  const word = own.every(({ kind }) => kind === 'type') ? 'import type' : 'import'
  const list = [...new Set(own.map(({ name }) => name))].sort()
  const end = ` from ${quotedIn(module, style)}${style.semicolon}`
  const line = `${word} { ${list.join(', ')} }${end}`
  if (line.length <= MAX_WIDTH) return line
  const entries = list.map((name) => `${style.indent}${name}`).join(',\n')
  return `${word} {\n${entries}${style.trailingComma}\n}${end}`
}

export const MAX_WIDTH = 100

/** Packages before files of the project, the farthest of these first. */
function compareModules(a: string, b: string): number {
  const rank = (module: string) => (module.startsWith('.') ? 100 - module.split('../').length : 0)
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

export function quotedIn(value: string, { quote }: Pick<TextStyle, 'quote'>): string {
  const escaped = value.replace(/[\\\n\r]/g, (character) => JSON.stringify(character).slice(1, -1))
  return quote + escaped.replaceAll(quote, `\\${quote}`) + quote
}

export function withLineBreaks(text: string, { lineBreak }: Pick<TextStyle, 'lineBreak'>): string {
  return lineBreak === '\n' ? text : text.replaceAll('\n', lineBreak)
}
