import type { Decoration } from './decorators.js'
import { type Member, typeText } from './members.js'
import type { Block, ImportedName } from './source-text.js'
import type { TextStyle } from './style.js'

export interface DtoOptions {
  readonly name: string
  readonly style: TextStyle
  /** Whether required properties are marked with `!`, as nothing here sets them. */
  readonly marksCertain: boolean
  readonly decorate: (member: Member) => readonly Decoration[]
}

/** A class with a property for each member: an input of a NestJS controller, or what it answers. */
export function generateDto(members: readonly Member[], { name, style, marksCertain, decorate }: DtoOptions): Block {
  const written = members.map((member) => {
    const decorations = decorate(member)
    const mark = member.optional ? '?' : marksCertain ? '!' : ''
    const lines = [
      ...decorations.map(({ text }) => `@${text}`),
      `${member.name}${mark}: ${typeText(member)}${style.semicolon}`,
    ]
    return { text: lines.map((line) => `${style.indent}${line}\n`).join(''), decorations }
  })
  const isDecorated = written.some(({ decorations }) => decorations.length > 0)
  const body = written.map(({ text }) => text).join(isDecorated ? '\n' : '')
  return {
    imports: [
      ...members.flatMap(({ type }) => type.imports),
      ...written.flatMap(({ decorations }) => decorations.flatMap(({ imports }) => imports)),
    ],
    text: body === '' ? `export class ${name} {}` : `export class ${name} {\n${body}}`,
  }
}

export interface PartialDtoOptions {
  readonly name: string
  /** The package whose `PartialType` the project uses. */
  readonly module: string
  readonly base: ImportedName
}

/** The input of an update: everything of the creation's, nothing of it required. */
export function generatePartialDto({ name, module, base }: PartialDtoOptions): Block {
  const partial: ImportedName = { name: 'PartialType', module, kind: 'value' }
  return { imports: [partial, base], text: `export class ${name} extends PartialType(${base.name}) {}` }
}
