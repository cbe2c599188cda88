import type { Model } from '../model/schema.js'
import { type AbsentStyle, type Member, readMembers, type TypeOf, typeText } from './members.js'
import type { Block } from './source-text.js'
import type { TextStyle } from './style.js'

export interface InterfaceOptions {
  readonly name: string
  readonly form: 'interface' | 'type'
  readonly absent: AbsentStyle
  readonly style: TextStyle
  readonly typeOf: TypeOf
}

/** A model's record as an interface or a type alias. */
export function generateInterface(model: Model, { name, form, absent, style, typeOf }: InterfaceOptions): Block {
  const members = readMembers(model, typeOf, absent)
  const lines = members.map((member) => `${style.indent}${memberLine(member)}${style.memberEnd}\n`)
  const head = form === 'interface' ? `export interface ${name} {` : `export type ${name} = {`
  const end = form === 'interface' ? '}' : `}${style.semicolon}`
  return { imports: members.flatMap(({ type }) => type.imports), text: `${head}\n${lines.join('')}${end}` }
}

function memberLine(member: Member): string {
  return `${member.name}${member.optional ? '?' : ''}: ${typeText(member)}`
}
