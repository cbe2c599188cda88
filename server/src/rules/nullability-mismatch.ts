import type { FieldPair, Pair } from '../matching/pair.js'
import { isSecret } from '../matching/secrets.js'
import { spellingOf } from '../matching/spelling.js'
import { isRead } from '../model/role.js'
import type { Column } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import type { Corroboration } from './corroboration.js'
import { columnType, defineRule, nameOf, typeOf } from './rule.js'

interface Fact {
  readonly at: ReturnType<typeof typeOf>
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
  readonly justChanged: boolean
  readonly made: boolean
  readonly declared: boolean
  readonly stored: boolean
  readonly passed: boolean
  readonly unchecked: boolean
  readonly evidence: readonly string[]
}

/** A property that excludes `null` although its column is nullable, in a type that is read. */
export const nullabilityMismatch = defineRule<Fact>({
  code: 'nullability-mismatch',
  summary: 'property excludes null, but its column is nullable',

  *run({ pair, fields, ask }) {
    if (!isRead(pair.role)) return
    const changes = ask.changes(pair.schema)
    for (const { column, property } of fields) {
      // `undefined` means the type could not be resolved. Report only what is known.
      const excludesNull = property.type.admitsNull === false && !property.optional && !property.type.admitsUndefined
      // The side of a relation without the key is always written as optional.
      const mayBeNull = column.nullable && !column.list && column.relation?.fields.length !== 0
      if (!mayBeNull || !excludesNull || isOfAnotherKind({ column, property })) continue
      const justChanged = changes?.columnBefore(pair.model.name, column.name)?.nullable === false
      if (column.type === 'Json' && !justChanged) continue
      // A part of the record that has a secret is not sent as it is.
      if (pair.role !== 'mirror' && !justChanged && isSecret(column.name)) continue
      const isOwn = ask.isOwnState(pair.shape.file)
      const made = !justChanged && (isOwn || (pair.role === 'mirror' && ask.isMade(pair, property)))
      const declared = declaresNullable(property)
      const passing =
        pair.role === 'mirror' || justChanged || declared ? undefined : passedOn(pair, { column, property }, ask)
      const evidence = made
        ? ['its value is made on the way']
        : declared
          ? ['its decorator says that it is nullable']
          : justChanged
            ? [`the column was required in ${changes?.base}`]
            : passing !== undefined
              ? [`${passing} hands the column on as it is`]
              : [
                  pair.role === 'mirror'
                    ? `'${pair.shape.name}' mirrors the record`
                    : `'${pair.shape.name}' is a part of the record`,
                ]
      const passed = passing !== undefined
      const stored = isAsStored(pair, column, ask)
      const unchecked = isOwnWork(pair) || isCompiled(pair, ask)
      const verdict = { justChanged, made, declared, stored, passed, unchecked }
      yield { at: typeOf(property), pair, column, property, ...verdict, evidence }
    }
  },

  // A view may select only the rows where the column is set; the record itself may not.
  severity: ({ stored, justChanged, made, declared, passed, unchecked }) =>
    made
      ? 'hint'
      : !declared && (stored || justChanged || passed)
        ? 'warning'
        : !declared && unchecked
          ? 'hint'
          : 'info',
  message: ({ column, property }) =>
    `'${property.name}' excludes null, but ${column.relation ? 'relation' : 'column'} '${nameOf(column)}' is nullable`,
  related: ({ column }) => [{ at: columnType(column), message: 'The column is optional here' }],
  fixes: ({ property }) => [
    {
      title: `Allow null in '${property.name}'`,
      safe: true,
      intents: [{ kind: 'addNull', at: typeOf(property) }],
    },
    {
      title: `Make '${property.name}' optional`,
      safe: true,
      intents: [{ kind: 'setOptional', at: property.ref, optional: true }],
    },
  ],
})

/** `createdByAdmin: boolean` is told of a relation, and is not its record. */
function isOfAnotherKind({ column, property }: FieldPair): boolean {
  return column.relation !== undefined && property.type.known && !property.type.bases.has('object')
}

/**
 * What of the server sends the column as it is stored, in just such a part of the record or in the whole of it. One with
 * a default seldom has no value.
 */
function passedOn(pair: Pair, { column, property }: FieldPair, ask: Corroboration): string | undefined {
  if (column.defaultValue !== undefined || ask.isServer(pair.shape)) return undefined
  if (ask.isMade(pair, property) || ask.builtByClient(pair, property)) return undefined
  const passing = ask.passing(pair, property)
  if (passing !== undefined || !isNamedRecord(pair)) return passing
  return ask.isSentWhole(pair) && !ask.isFiltered(pair, property) ? 'the server' : undefined
}

/**
 * The type is the record, and the column has no default: with one it has no value only where somebody says so. A type
 * that a server keeps to itself, under another name, is what somebody makes of the record there.
 */
function isAsStored(pair: Pair, column: Column, ask: Corroboration): boolean {
  if (isNamedOtherwise(pair) && isCompiled(pair, ask)) return false
  return pair.role === 'mirror' && column.defaultValue === undefined && !spellingOf(pair).isMapped
}

/** Named for something around the record and without its key: somebody makes it of what the record holds. */
function isOwnWork(pair: Pair): boolean {
  const hasKey = pair.fields.some(({ column }) => column.isId || pair.model.primaryKey.includes(column.name))
  return isNamedOtherwise(pair) && !hasKey
}

function isNamedOtherwise({ naming }: Pair): boolean {
  return naming === 'words' || naming === 'tail' || naming === 'word'
}

/** What a server keeps to itself: the compiler holds it against the generated client wherever a record becomes one. */
function isCompiled({ shape }: Pair, ask: Corroboration): boolean {
  const { kind } = shape.declaration
  return (kind === 'interface' || kind === 'alias') && ask.isServer(shape)
}

/** A type of the model's very name, with so much of it that it is about what is read. */
function isNamedRecord({ naming, fields, inline }: Pair): boolean {
  return naming === 'exact' && fields.length >= 4 && !inline
}

/** `@Column({ nullable: true })`, `@Field({ nullable: true })`: what is sent or stored knows it, only the type does not. */
function declaresNullable({ decorators }: ShapeProperty): boolean {
  return decorators.some(({ args }) => args.some((argument) => /\bnullable:\s*true\b/.test(argument)))
}
