import { ts } from '@ts-morph/common'
import { indentAt, lineBreakOf, startsLine } from '../text/layout.js'
import { deletion, insertion, replacement, type TextEdit } from '../text/text-edit.js'
import { addItem, type CommaList, removeItem } from './edit-list.js'
import type { TypedField } from './edit-site.js'
import { elementOf } from './edit-type.js'
import { alternativesOf, isNothing } from './edit-union.js'
import { type Editable, spanIn, startIn, textIn } from './editable.js'
import { inside } from './value-lists.js'

/**
 * Decorators that describe a property to those who use an API. They see nothing of a type such as `string | null`: the
 * compiler hands on no more than that it is an object.
 */
interface Documentation {
  readonly kind: 'swagger' | 'graphql'
  readonly call: ts.CallExpression
  readonly options: ts.ObjectLiteralExpression | undefined
  /** `() => String` of GraphQL. */
  readonly maker: ts.ArrowFunction | undefined
}

/** Lets the description of a property say that it may be null, and what else it is. */
export function documentNull(editable: Editable, field: TypedField): readonly TextEdit[] {
  const type = baseType(editable, field)
  return documentationsOf(editable, field).flatMap((documentation) =>
    documentation.kind === 'swagger'
      ? admitInSwagger(editable, documentation, type)
      : admitInGraphql(editable, documentation, type),
  )
}

function admitInSwagger(editable: Editable, documentation: Documentation, type: string | undefined) {
  const { options } = documentation
  const said = options && entryOf(options, 'nullable')
  if (said) return admitted(editable, said)
  const isTyped = type === undefined || (options && TYPED.some((name) => entryOf(options, name)))
  return withOptions(editable, documentation, [...(isTyped ? [] : [`type: ${type}`]), 'nullable: true'])
}

function admitInGraphql(editable: Editable, documentation: Documentation, type: string | undefined) {
  const { options, maker } = documentation
  if (!maker && type === undefined) return []
  const said = options && entryOf(options, 'nullable')
  const typed = maker ? [] : [insertion(behindBracket(documentation), `() => ${type}${options ? ', ' : ''}`)]
  const admits = said ? admitted(editable, said) : withOptions(editable, documentation, ['nullable: true'], true)
  return [...typed, ...admits]
}

/** Where it is said already whether it may be null. */
function admitted(editable: Editable, { initializer }: ts.PropertyAssignment): readonly TextEdit[] {
  const isDenied = initializer.kind === ts.SyntaxKind.FalseKeyword
  return isDenied ? [replacement(spanIn(editable, initializer), 'true')] : []
}

/** What the description of a new property says where its type admits `null`, which no more than an object is known of. */
export function optionsOfNull(type: string): string {
  const [base = '', ...others] = type.split('|').flatMap((part) => (part.trim() === 'null' ? [] : [part.trim()]))
  const name = others.length === 0 ? CONSTRUCTORS.get(base) : undefined
  return name ? `{ type: ${name}, nullable: true }` : '{ nullable: true }'
}

/** Takes back what {@link documentNull} says. */
export function documentNoNull(editable: Editable, field: TypedField): readonly TextEdit[] {
  return documentationsOf(editable, field).flatMap(({ call, options }) => {
    const entry = options && entryOf(options, 'nullable')
    if (!options || !entry || entry.initializer.kind !== ts.SyntaxKind.TrueKeyword) return []
    if (options.properties.length > 1) return removeItem(editable, listOf(options), entry)
    const before = call.arguments[call.arguments.indexOf(options) - 1]
    return [deletion(before ? before.end : startIn(editable, options), options.end)]
  })
}

/** Makes the type that the description of a property names follow its type. */
export function documentType(editable: Editable, field: TypedField, type: string): readonly TextEdit[] {
  const wanted = CONSTRUCTORS.get(type)
  return constructorsOf(editable, field).flatMap(({ name }) => {
    const isRight = (NUMBERS.has(name.text) ? 'Number' : name.text) === wanted
    return wanted && !isRight ? [replacement(spanIn(editable, name), wanted)] : []
  })
}

/** Makes the description of a property one of a list, or of a single value. */
export function documentList(editable: Editable, field: TypedField, list: boolean): readonly TextEdit[] {
  return constructorsOf(editable, field).flatMap(({ name, written }) => {
    if (list) return written === name ? [replacement(spanIn(editable, name), `[${name.text}]`)] : []
    return written === name ? [] : [replacement(spanIn(editable, written), name.text)]
  })
}

/** `String` and the like where descriptions name it, alone or as the `[String]` of a list. */
function constructorsOf(editable: Editable, field: TypedField) {
  return documentationsOf(editable, field).flatMap(({ options, maker }) => {
    const made = maker?.body ?? (options && entryOf(options, 'type')?.initializer)
    const written = made && ts.isArrowFunction(made) ? made.body : made
    const name = written && ts.isArrayLiteralExpression(written) ? written.elements[0] : written
    return written && name && ts.isIdentifier(name) && NAMES.has(name.text) ? [{ name, written }] : []
  })
}

const CONSTRUCTORS: ReadonlyMap<string, string> = new Map([
  ['string', 'String'],
  ['number', 'Number'],
  ['boolean', 'Boolean'],
  ['Date', 'Date'],
])

const NUMBERS = new Set(['Number', 'Int', 'Float'])
const NAMES = new Set([...CONSTRUCTORS.values(), ...NUMBERS])

/** What says in other words what a property holds. */
const TYPED = ['type', 'enum', 'oneOf', 'anyOf', 'allOf', '$ref']

/** What is to be written for the type of a property, `null` aside; undefined where that is no scalar. */
function baseType(editable: Editable, { type }: TypedField): string | undefined {
  const [first, ...others] = type ? alternativesOf(type).filter((each) => !isNothing(each)) : []
  if (!first || others.length > 0) return undefined
  const element = elementOf(first)
  const name = CONSTRUCTORS.get(textIn(editable, element ?? first))
  return name && element ? `[${name}]` : name
}

function documentationsOf(editable: Editable, field: TypedField): readonly Documentation[] {
  const decorators = ts.canHaveDecorators(field) ? (ts.getDecorators(field) ?? []) : []
  return decorators.flatMap(({ expression: call }): Documentation[] => {
    if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return []
    const kind = kindOf(editable, call.expression.text)
    const maker = call.arguments.find(ts.isArrowFunction)
    const options = call.arguments.find(ts.isObjectLiteralExpression)
    const isUnderstood = [maker, options].filter((each) => each).length === call.arguments.length
    return kind && isUnderstood ? [{ kind, call, options, maker }] : []
  })
}

function kindOf({ imports }: Editable, local: string): Documentation['kind'] | undefined {
  const found = imports.find((each) => each.local === local)
  if (!found) return undefined
  if (/^ApiProperty/.test(found.imported) && found.module === '@nestjs/swagger') return 'swagger'
  return found.imported === 'Field' && /^(@nestjs\/graphql|type-graphql)$/.test(found.module) ? 'graphql' : undefined
}

function entryOf({ properties }: ts.ObjectLiteralExpression, name: string): ts.PropertyAssignment | undefined {
  return properties
    .filter(ts.isPropertyAssignment)
    .find((each) => (ts.isIdentifier(each.name) || ts.isStringLiteral(each.name)) && each.name.text === name)
}

/** `follows`: whether an argument stands in front of the options, be it by another edit. */
function withOptions(
  editable: Editable,
  { call, options }: Documentation,
  entries: readonly string[],
  follows = call.arguments.length > 0,
): readonly TextEdit[] {
  const { text } = editable
  if (!options) return [insertion(call.end - 1, `${follows ? ', ' : ''}{ ${entries.join(', ')} }`)]
  const last = options.properties.at(-1)
  const ownLines = last && startsLine(text, startIn(editable, last))
  const gap = ownLines ? `,${lineBreakOf(text)}${indentAt(text, startIn(editable, last))}` : ', '
  return addItem(editable, listOf(options), entries.join(gap), (node) => startIn(editable, node))
}

function listOf(options: ts.ObjectLiteralExpression): CommaList {
  return { items: options.properties, inside: inside(options.properties, options.end), spaced: true }
}

function behindBracket({ call }: Documentation): number {
  return call.arguments.pos
}
