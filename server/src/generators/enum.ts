import { pascalCase } from 'change-case'
import type { EnumType } from '../model/schema.js'
import { type Block, MAX_WIDTH, quotedIn } from './source-text.js'
import type { TextStyle } from './style.js'

/** `const`: an object and a type of the same name. */
export type EnumForm = 'union' | 'enum' | 'const'

export interface EnumOptions {
  readonly name: string
  readonly form: EnumForm
  /** How members of an enum or an object are called: like their values, or `InProgress` for `IN_PROGRESS`. */
  readonly memberCase: 'value' | 'pascal'
  readonly style: TextStyle
}

/** The values of a Prisma enum, listed in TypeScript. */
export function generateEnum(source: EnumType, options: EnumOptions): Block {
  const values = source.values.map(({ name }) => name)
  const write = { union: unionText, enum: enumText, const: objectText }[options.form]
  return { imports: [], text: write(values, options) }
}

function unionText(values: readonly string[], { name, style }: EnumOptions): string {
  const members = values.map((value) => quotedIn(value, style))
  const line = `export type ${name} = ${members.join(' | ')}${style.semicolon}`
  if (values.length > 0 && line.length <= MAX_WIDTH) return line
  if (values.length === 0) return `export type ${name} = never${style.semicolon}`
  const lines = members.map((member) => `\n${style.indent}| ${member}`)
  return `export type ${name} =${lines.join('')}${style.semicolon}`
}

function enumText(values: readonly string[], options: EnumOptions): string {
  const { style } = options
  const lines = memberNames(values, options).map(
    (member, index) => `${style.indent}${member} = ${quotedIn(values[index] ?? '', style)}`,
  )
  return `export enum ${options.name} {\n${listed(lines, style)}}`
}

function objectText(values: readonly string[], options: EnumOptions): string {
  const { name, style } = options
  const lines = memberNames(values, options).map(
    (member, index) => `${style.indent}${member}: ${quotedIn(values[index] ?? '', style)}`,
  )
  const object = `export const ${name} = {\n${listed(lines, style)}} as const${style.semicolon}`
  return `${object}\n\nexport type ${name} = (typeof ${name})[keyof typeof ${name}]${style.semicolon}`
}

function listed(lines: readonly string[], { trailingComma }: TextStyle): string {
  return lines.length === 0 ? '' : `${lines.join(',\n')}${trailingComma}\n`
}

/** Names that would be the same, or none, in another case are left as the values are. */
function memberNames(values: readonly string[], { memberCase }: EnumOptions): readonly string[] {
  const names = values.map((value) => pascalCase(value))
  const isClear = new Set(names).size === names.length && names.every((name) => /^[A-Za-z]/.test(name))
  return memberCase === 'pascal' && isClear ? names : values
}
