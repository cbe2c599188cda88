import type { Span } from '../text/span.js'
import { splitList } from './expression.js'
import type { ArgumentSyntax, AttributeSyntax, BlockSyntax, NameSyntax, SchemaSyntax } from './syntax.js'

/** A place where an attribute names a column or a value: `[userId]`, `@default(ADMIN)`. */
export interface Mention extends Span {
  /** The model, composite type or enum whose member is named. */
  readonly owner: string
  readonly name: string
}

/** The name of the type that a column has; undefined for one that is not known. */
export type TypeOf = (owner: string, column: string) => string | undefined

/** The columns and values that the attributes of a file name. What is half typed is left out. */
export function mentionsOf({ blocks }: SchemaSyntax, typeOf: TypeOf): readonly Mention[] {
  return blocks.flatMap((block) => (block.name ? inBlock(block, block.name.text, typeOf) : []))
}

function inBlock({ fields, attributes }: BlockSyntax, owner: string, typeOf: TypeOf): readonly Mention[] {
  return [
    ...fields.flatMap((field) => {
      const target = field.type?.name ?? ''
      return field.attributes.flatMap((attribute) => inFieldAttribute(attribute, { owner, target, typeOf }))
    }),
    ...attributes.filter(({ name }) => LISTING.has(name)).flatMap((each) => listed(owner, fieldsOf(each), typeOf)),
  ]
}

/** Attributes of a block that list columns. */
const LISTING = new Set(['id', 'unique', 'index', 'fulltext'])

function fieldsOf({ args }: AttributeSyntax): ArgumentSyntax | undefined {
  return args.find(({ name }) => name === 'fields') ?? args.find(({ name }, index) => index === 0 && !name)
}

interface FieldContext {
  readonly owner: string
  /** The name of the field's type. */
  readonly target: string
  readonly typeOf: TypeOf
}

function inFieldAttribute(
  { name, args }: AttributeSyntax,
  { owner, target, typeOf }: FieldContext,
): readonly Mention[] {
  if (name === 'default')
    return listed(
      target,
      args.find((each) => each.name === undefined),
      typeOf,
    )
  if (name !== 'relation') return []
  const argument = (wanted: string) => args.find((each) => each.name === wanted)
  return [...listed(owner, argument('fields'), typeOf), ...listed(target, argument('references'), typeOf)]
}

function listed(owner: string, argument: ArgumentSyntax | undefined, typeOf: TypeOf): readonly Mention[] {
  return argument ? itemsIn(argument.value).flatMap((item) => namesOfPath(owner, item, typeOf)) : []
}

/** The items of `[a, b]`, or the one that stands there alone. */
function itemsIn(value: NameSyntax): readonly NameSyntax[] {
  const { text, start } = value
  if (!text.startsWith('[')) return [value]
  const end = text.endsWith(']') ? text.length - 1 : text.length
  return splitList(text, { start: 1, end }).map((item) => ({
    ...item,
    start: start + item.start,
    end: start + item.end,
  }))
}

const PATH = /^[\p{Alphabetic}\p{N}_-]+(?:\.[\p{Alphabetic}\p{N}_-]+)*(?=\s*(?:\(\s*(?:sort|length|ops)\b|$))/u

/** `address.city(sort: Desc)` names a column of this model and one of the composite type that it has. */
function namesOfPath(owner: string, { text, start }: NameSyntax, typeOf: TypeOf): readonly Mention[] {
  const path = PATH.exec(text)?.[0]
  const mentions: Mention[] = []
  let [at, holder]: [number, string | undefined] = [start, owner]
  for (const name of path?.split('.') ?? []) {
    if (holder === undefined) break
    mentions.push({ owner: holder, name, start: at, end: at + name.length })
    at += name.length + 1
    holder = typeOf(holder, name)
  }
  return mentions
}
