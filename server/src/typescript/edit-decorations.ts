import { ts } from '@ts-morph/common'
import type { TextEdit } from '../text/text-edit.js'
import type { NewMember, WrittenMember } from './edit-add-member.js'
import { optionsOfNull } from './edit-documentation.js'
import { addImport, namedImportsOf } from './edit-imports.js'
import { CLASS_VALIDATOR, validatorFor, validatorsOf } from './edit-validators.js'
import { type Editable, isInScope } from './editable.js'
import { quoted, usualQuote } from './quotes.js'

/** What stands above a new member of a class, and what has to be imported for it. */
export interface Decoration {
  readonly decorators: readonly string[]
  readonly imports: readonly TextEdit[]
}

const NONE: Decoration = { decorators: [], imports: [] }

/**
 * The decorators of a new member: those that say the same of every member, where all others have them, and a validator
 * where the others have one, as a property without any is refused or dropped by a validation pipe.
 */
export function decorationOf(
  editable: Editable,
  fields: readonly (ts.PropertySignature | ts.PropertyDeclaration)[],
  member: WrittenMember,
): Decoration {
  const properties = fields.filter(ts.isPropertyDeclaration)
  if (properties.length === 0) return NONE
  const shared = UNIFORM.filter((name) => properties.every((property) => decoratorNames(property).includes(name)))
  const documented = properties.every((property) => decoratorNames(property).some((name) => DOCUMENTS.test(name)))
  const isValidated = properties.every((property) => validatorsOf(editable, property).length > 0)
  const validators = isValidated ? validatorsFor(editable, member) : []
  const imports = namedImportsOf(editable, CLASS_VALIDATOR)
  const own = [
    ...(documented ? [documentationFor(editable, properties, member)] : []),
    ...shared.map((name) => `${name}()`),
  ]
  const names = [...own, ...validators]
  return {
    decorators: names.map((name) => `@${name}`),
    imports: imports
      ? validators.flatMap((call) => addImport(editable, imports, call.slice(0, call.indexOf('('))))
      : [],
  }
}

/** Decorators that need no arguments, whatever the type. */
const UNIFORM = ['Expose']

const DOCUMENTS = /^ApiProperty(Optional)?$/

/** The one that says whether the member may be absent, where the file has it, as a call. */
function documentationFor(
  editable: Editable,
  properties: readonly ts.PropertyDeclaration[],
  member: NewMember,
): string {
  const known = new Set(properties.flatMap(decoratorNames))
  const has = (name: string) => known.has(name) || isInScope(editable, name)
  const wanted = isAbsent(member) ? 'ApiPropertyOptional' : 'ApiProperty'
  const name = has(wanted) ? wanted : ([...known].find((name) => DOCUMENTS.test(name)) ?? wanted)
  return `${name}(${admitsNull(member) ? optionsOfNull(member.type) : ''})`
}

function isAbsent(member: NewMember): boolean {
  return member.optional || admitsNull(member)
}

function admitsNull({ type }: NewMember): boolean {
  return type.split('|').some((part) => part.trim() === 'null')
}

function decoratorNames(property: ts.PropertyDeclaration): readonly string[] {
  return (ts.getDecorators(property) ?? []).map(({ expression }) => {
    const name = ts.isCallExpression(expression) ? expression.expression : expression
    return ts.isIdentifier(name) ? name.text : ''
  })
}

function validatorsFor({ text }: Editable, member: WrittenMember): readonly string[] {
  const [base = ''] = member.type.split('|').map((part) => part.trim())
  const isList = base.endsWith('[]')
  const single = isList ? base.slice(0, -2) : base
  const each = isList ? '{ each: true }' : ''
  const name = validatorFor(single) ?? (member.values && (member.written.isValue ? 'IsEnum' : 'IsIn'))
  const first = name === 'IsEnum' ? single : name === 'IsIn' ? listOf(text, member.values) : ''
  const options = name === 'IsNumber' && isList ? ['{}', each] : [first, each]
  const call = name && `${name}(${options.filter((option) => option !== '').join(', ')})`
  return [...(isAbsent(member) ? ['IsOptional()'] : []), ...(call ? [call] : [])]
}

function listOf(text: string, values: readonly string[] = []): string {
  const quote = usualQuote(text)
  return `[${values.map((value) => quoted(value, quote)).join(', ')}]`
}
