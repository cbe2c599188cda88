import { ts } from '@ts-morph/common'
import { deletion, insertion, replacement, type TextEdit } from '../text/text-edit.js'
import { addItem, type CommaList, removeItem } from './edit-list.js'
import type { TypedField } from './edit-site.js'
import { LISTING, type Validator, validatorsOf, withoutDecorator } from './edit-validators.js'
import { type Editable, spanIn, startIn, textIn } from './editable.js'
import { inside } from './value-lists.js'

/** What `@Type` of class-transformer turns plain values into, by type; other types need it for no scalar. */
const CONSTRUCTORS: ReadonlyMap<string, string> = new Map([
  ['Date', 'Date'],
  ['number', 'Number'],
])

/** Makes `@Type(() => Date)` and the like follow the type of a property, or go. */
export function swapConversion(editable: Editable, field: TypedField, type: string): readonly TextEdit[] {
  const wanted = CONSTRUCTORS.get(type)
  return decoratorsOf(field).flatMap((decorator): readonly TextEdit[] => {
    const made = convertedTo(decorator)
    if (!made || made.text === wanted) return []
    return [wanted ? replacement(spanIn(editable, made), wanted) : withoutDecorator(editable, decorator)]
  })
}

function decoratorsOf(field: TypedField): readonly ts.Decorator[] {
  return ts.canHaveDecorators(field) ? (ts.getDecorators(field) ?? []) : []
}

/** `Date` in `@Type(() => Date)`; undefined for what makes objects of classes. */
function convertedTo({ expression }: ts.Decorator): ts.Identifier | undefined {
  if (!ts.isCallExpression(expression) || !ts.isIdentifier(expression.expression)) return undefined
  const [maker] = expression.arguments
  if (expression.expression.text !== 'Type' || !maker || !ts.isArrowFunction(maker)) return undefined
  return ts.isIdentifier(maker.body) && SCALARS.has(maker.body.text) ? maker.body : undefined
}

const SCALARS = new Set('Date Number String Boolean BigInt'.split(' '))

/** Makes the validators of a property check each of its values, or its one value. */
export function checkEach(editable: Editable, field: TypedField, list: boolean): readonly TextEdit[] {
  const validators = validatorsOf(editable, field)
  if (list) return validators.flatMap((validator) => withEach(editable, validator))
  return validators.flatMap((validator) =>
    LISTING.has(validator.name) ? [withoutDecorator(editable, validator.decorator)] : withoutEach(editable, validator),
  )
}

function withEach(editable: Editable, { name, call }: Validator): readonly TextEdit[] {
  const count = ARGUMENTS.get(name)
  if (count === undefined) return []
  const { arguments: written } = call
  const options = written[count]
  if (options) return addEach(editable, options)
  const text = [...Array<string>(count - written.length).fill('{}'), '{ each: true }'].join(', ')
  return [insertion(call.end - 1, written.length > 0 ? `, ${text}` : text)]
}

function addEach(editable: Editable, options: ts.Expression): readonly TextEdit[] {
  if (!ts.isObjectLiteralExpression(options) || eachIn(editable, options)) return []
  return addItem(editable, listOf(options), 'each: true', (node) => startIn(editable, node))
}

function eachIn(editable: Editable, { properties }: ts.ObjectLiteralExpression): ts.Node | undefined {
  return properties.find(({ name }) => name && textIn(editable, name) === 'each')
}

function listOf({ properties, end }: ts.ObjectLiteralExpression): CommaList {
  return { items: properties, inside: inside(properties, end), spaced: true }
}

/** How many arguments stand before the options that every validator takes; those that check no single value are not here. */
const ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ...'IsString IsInt IsBoolean IsDate IsPositive'.split(' ').map((name) => [name, 0] as const),
  ...'IsNumber IsDateString IsEmail IsUrl IsUUID IsEnum IsIn Min Max MinLength MaxLength Matches'
    .split(' ')
    .map((name) => [name, 1] as const),
])

function withoutEach(editable: Editable, { call }: Validator): readonly TextEdit[] {
  const options = call.arguments.at(-1)
  if (!options || !ts.isObjectLiteralExpression(options)) return []
  const each = eachIn(editable, options)
  if (!each) return []
  if (options.properties.length > 1) return removeItem(editable, listOf(options), each)
  const before = call.arguments.at(-2)
  return [deletion(before ? before.end : spanIn(editable, options).start, options.end)]
}
