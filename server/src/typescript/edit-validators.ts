import { ts } from '@ts-morph/common'
import { indentAt, lineBreakOf, lineStart } from '../text/layout.js'
import { deletion, insertion, replacement, type TextEdit } from '../text/text-edit.js'
import { addImport, namedImportsOf, swapImport } from './edit-imports.js'
import { wholeLines } from './edit-list.js'
import type { TypedField } from './edit-site.js'
import { type Editable, spanIn, startIn, textIn } from './editable.js'

/** The decorators of class-validator that say no more than a scalar type. */
const PLAIN = new Set('IsString IsNumber IsInt IsBoolean IsDateString IsDate'.split(' '))

/** Which of them accept a type; the first is the one to write. Without the column's, `number` may be a fraction. */
const ACCEPTING: ReadonlyMap<string, readonly string[]> = new Map([
  ['string', ['IsString', 'IsDateString']],
  ['number', ['IsNumber', 'IsInt']],
  ['boolean', ['IsBoolean']],
  ['Date', ['IsDate']],
])

/** Decorators of class-validator that refuse whatever is not of their type. */
const CHECKING: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['number', new Set('Min Max IsPositive IsNegative IsDivisibleBy'.split(' '))],
  ['Date', new Set('MinDate MaxDate'.split(' '))],
  [
    'string',
    new Set(
      'MinLength MaxLength Length Matches Contains IsEmail IsUrl IsUUID IsAlpha IsAlphanumeric IsISO8601 IsNumberString'.split(
        ' ',
      ),
    ),
  ],
])

/**
 * Puts the validator of a type in place of a plain one that refuses it, and removes those that say more of another type.
 * Other decorators stay as they are.
 */
export function swapValidator(editable: Editable, field: TypedField, type: string): readonly TextEdit[] {
  const validators = validatorsOf(editable, field)
  const refusing = validators.filter(({ name }) => refuses(name, type))
  const isPlain = ({ name }: Validator) => PLAIN.has(name)
  const [first, ...others] = [...validators.filter(isPlain), ...refusing.filter((each) => !isPlain(each))]
  const wanted = first && validatorFor(type, first.name)
  const imports = namedImportsOf(editable, CLASS_VALIDATOR)
  if (!first || !wanted || !imports || refusing.length === 0) return []
  const { call, name } = first
  const isRight = !refusing.includes(first)
  const swap = [
    replacement(spanIn(editable, call), `${wanted}(${argumentsFor(editable, first, wanted).join(', ')})`),
    ...swapImport(editable, imports, { from: name, to: wanted }),
  ]
  const gone = isRight ? refusing : others
  return [...(isRight ? [] : swap), ...gone.map(({ decorator }) => withoutDecorator(editable, decorator))]
}

function refuses(name: string, type: string): boolean {
  if (PLAIN.has(name)) return !ACCEPTING.get(type)?.includes(name)
  return [...CHECKING].some(([checked, names]) => checked !== type && names.has(name))
}

/** The plain validator that accepts a type; for a date that becomes text the one of dates as text. */
export function validatorFor(type: string, former = ''): string | undefined {
  return type === 'string' && former === 'IsDate' ? 'IsDateString' : ACCEPTING.get(type)?.[0]
}

/** Removes a decorator, with its line where it has one. */
export function withoutDecorator(editable: Editable, decorator: ts.Decorator): TextEdit {
  const { text } = editable
  const lines = wholeLines(editable, decorator, decorator.end)
  if (lines) return lines
  return deletion(startIn(editable, decorator), decorator.end + (text[decorator.end] === ' ' ? 1 : 0))
}

/** Options such as `{ each: true }` come second where the first argument says which values are allowed. */
export function argumentsFor(editable: Editable, { name, call }: Validator, wanted: string): readonly string[] {
  const options = PLAIN.has(name) ? call.arguments[TWO_ARGUMENTS.has(name) ? 1 : 0] : call.arguments.find(saysEach)
  if (!options) return []
  return [...(TWO_ARGUMENTS.has(wanted) ? ['{}'] : []), textIn(editable, options)]
}

/** What a validator that compares is given besides says nothing to a plain one. */
function saysEach(argument: ts.Expression): boolean {
  return (
    ts.isObjectLiteralExpression(argument) &&
    argument.properties.length === 1 &&
    argument.properties.some(({ name }) => name && ts.isIdentifier(name) && name.text === 'each')
  )
}

const TWO_ARGUMENTS = new Set(['IsNumber', 'IsDateString', 'IsEmail', 'IsUrl', 'IsUUID'])

/**
 * Adds `@IsOptional()` to a property that class-validator checks and that may now be absent or null: without it the
 * other validators would go on to refuse that.
 */
export function letBeOptional(editable: Editable, field: TypedField): readonly TextEdit[] {
  const validators = validatorsOf(editable, field)
  const imports = namedImportsOf(editable, CLASS_VALIDATOR)
  const [first] = validators
  if (!first || !imports || validators.some(({ name }) => LENIENT.has(name))) return []
  const start = startIn(editable, first.decorator)
  return [
    ...addImport(editable, imports, 'IsOptional'),
    insertion(start, `@IsOptional()${gapBehind(editable, first.decorator, field)}`),
  ]
}

/** Validators of lists, which say nothing of their values. */
export const LISTING = new Set('IsArray ArrayNotEmpty ArrayMinSize ArrayMaxSize ArrayUnique'.split(' '))

const LENIENT = new Set(['IsOptional', 'ValidateIf', 'Allow'])

/** A line break where the property stands below its decorators, else a space. */
function gapBehind(editable: Editable, decorator: ts.Decorator, field: TypedField): string {
  const { text } = editable
  const isBelow = lineStart(text, decorator.end) !== lineStart(text, startIn(editable, field.name))
  return isBelow ? lineBreakOf(text) + indentAt(text, decorator.end) : ' '
}

export const CLASS_VALIDATOR = /^class-validator$/

export interface Validator {
  readonly name: string
  readonly decorator: ts.Decorator
  readonly call: ts.CallExpression
}

/** The decorators of a property that are imported from class-validator. */
export function validatorsOf(editable: Editable, field: TypedField): readonly Validator[] {
  const imported = editable.imports.filter(({ module }) => CLASS_VALIDATOR.test(module)).map(({ local }) => local)
  const decorators = ts.canHaveDecorators(field) ? (ts.getDecorators(field) ?? []) : []
  return decorators.flatMap((decorator) => {
    const { expression: call } = decorator
    if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return []
    const name = call.expression.text
    return imported.includes(name) ? [{ name, decorator, call }] : []
  })
}
