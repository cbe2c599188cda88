import type { FieldPair, Pair } from '../matching/pair.js'
import { foldValue } from '../matching/words.js'
import type { Fix } from '../model/finding.js'
import { isRead } from '../model/role.js'
import type { Column } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import { baseName } from '../text/file-id.js'
import type { Corroboration, WrittenText } from './corroboration.js'
import { isViewState } from './loose-pair.js'
import { columnType, defineRule, nameOf, typeOf } from './rule.js'

interface Fact {
  readonly at: ReturnType<typeof typeOf>
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
  /** The column's default, where the union excludes it. */
  readonly defaultLeftOut: string | undefined
  /** What the column's comment lists and the union, which has others of that list, excludes. */
  readonly listed: readonly string[]
  /** What files write into the column and the union excludes. */
  readonly written: readonly WrittenText[]
  /** All of that which differs from the union's texts by more than its case. */
  readonly missing: readonly string[]
  readonly arrives: boolean
  readonly evidence: readonly string[]
}

/** A union of literals for a `String` column: the database may hold other values. */
export const stringNarrowed = defineRule<Fact>({
  code: 'string-narrowed',
  summary: 'union of literals for a String column',

  *run({ pair, fields, ask }) {
    if (!isRead(pair.role)) return
    for (const { column, property } of fields) {
      const values = valuesOf({ column, property })
      if (values === undefined) continue
      const usual = defaultOf(column)
      const defaultLeftOut = usual === undefined || values.includes(usual) ? undefined : usual
      const written = writtenBeside(column, ask.writtenTexts(pair, column), values)
      const listed = listedBeside(column, values)
      const found = [defaultLeftOut ?? [], written.map(({ text }) => text), listed].flat()
      const missing = [...new Set(unlike(found, values))]
      const isExcluded = defaultLeftOut !== undefined || (missing.length > 0 && !written.some((each) => each.isLeftOut))
      yield {
        at: typeOf(property),
        pair,
        column,
        property,
        defaultLeftOut,
        written,
        listed,
        missing,
        arrives: isExcluded && isOfAllRecords(pair, property, ask) && !ask.isMade(pair, property),
        evidence: evidenceOf({ defaultLeftOut, written, listed }),
      }
    }
  },

  // What the union excludes and is written by default or by the server is in the database already.
  severity: (fact) => (fact.arrives ? 'warning' : excluded(fact) === undefined ? 'hint' : 'info'),
  message: (fact) =>
    excluded(fact) ??
    `'${fact.property.name}' allows only ${fact.property.type.text}, but column '${nameOf(fact.column)}' is any String`,
  related: ({ column }) => [{ at: columnType(column), message: 'The column is a String here' }],
  fixes: ({ property, missing }) => (missing.length > 0 ? [addValues(property, missing)] : []),
})

/** The texts that a property allows, where its column is one text of any kind. */
function valuesOf({ column, property: { type } }: FieldPair): readonly string[] | undefined {
  if (column.type !== 'String' || column.list || type.list) return undefined
  const values = type.values?.filter((value) => typeof value === 'string')
  return values?.length === type.values?.length ? values : undefined
}

/**
 * What is written and the union excludes, where some of it is the union's, spelled in the same way: else the two are
 * vocabularies of their own, and something turns one into the other.
 */
function writtenBeside(
  column: Column,
  written: readonly WrittenText[],
  values: readonly string[],
): readonly WrittenText[] {
  const isSame = [defaultOf(column), ...written.map(({ text }) => text)].some((text) => text && values.includes(text))
  return isSame ? written.filter(({ text }) => !values.includes(text)) : []
}

/** A comment that lists none of the union's texts lists something else. */
function listedBeside({ listedTexts }: Column, values: readonly string[]): readonly string[] {
  const others = unlike(listedTexts, values)
  return others.length < listedTexts.length ? others : []
}

/** The texts that differ from all values by more than their case. */
function unlike(texts: readonly string[], values: readonly string[]): readonly string[] {
  const known = new Set(values.map(foldValue))
  return texts.filter((text) => !known.has(foldValue(text)))
}

/** What the union excludes, the surest of it; undefined where nothing is known that it does. */
function excluded({ column, property, defaultLeftOut, written: [first], listed: [text] }: Fact): string | undefined {
  const name = nameOf(column)
  if (defaultLeftOut !== undefined)
    return `'${property.name}' excludes "${defaultLeftOut}", the default of column '${name}'`
  if (first)
    return `'${property.name}' excludes "${first.text}", which ${baseName(first.file)} writes into column '${name}'`
  return text && `'${property.name}' excludes "${text}", which the comment of column '${name}' lists`
}

function evidenceOf({
  defaultLeftOut,
  written,
  listed,
}: Pick<Fact, 'defaultLeftOut' | 'written' | 'listed'>): string[] {
  const writers = new Set(written.map(({ file, text }) => `${baseName(file)} writes "${text}"`))
  return [
    ...(defaultLeftOut === undefined ? [] : [`the column's default is "${defaultLeftOut}"`]),
    ...writers,
    ...(listed.length === 0 ? [] : [`the column's comment lists ${listed.map((text) => `"${text}"`).join(', ')}`]),
  ]
}

function addValues(property: ShapeProperty, values: readonly string[]): Fix {
  const { type, name } = property
  const at = type.valuesFrom?.ref ?? typeOf(property)
  return {
    title: `Add ${values.map((value) => `'${value}'`).join(', ')} to '${type.valuesFrom?.name ?? name}'`,
    safe: false,
    intents: values.map((value) => ({ kind: 'addValue', at, value })),
  }
}

/** The record, or a part of it, under its own name: a part may be that of the rows which the union allows. */
function isOfAllRecords(pair: Pair, property: ShapeProperty, ask: Corroboration): boolean {
  const isNamed = pair.naming === 'exact' || pair.naming === 'affix' || pair.naming === 'tag'
  if (!isNamed || isViewState(pair)) return false
  return pair.role === 'mirror' || (ask.isCreated(pair) && !ask.isFiltered(pair, property))
}

/** The string in `@default("...")`. */
function defaultOf(column: Column): string | undefined {
  return /^"((?:[^"\\]|\\.)*)"$/.exec(column.defaultValue?.trim() ?? '')?.[1]
}
