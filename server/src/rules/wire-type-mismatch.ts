import type { FieldPair, Pair } from '../matching/pair.js'
import { isRead } from '../model/role.js'
import type { Column } from '../model/schema.js'
import type { Base, ShapeProperty } from '../model/shape.js'
import type { Wire, WireFormat } from './corroboration.js'
import { listValues } from './enum-values.js'
import { columnType, defineRule, nameOf, typeOf } from './rule.js'
import { comparedBases, possibleBases, wireBase } from './wire.js'

interface Fact {
  readonly at: ReturnType<typeof typeOf>
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
  readonly wire: Wire
  readonly arrivesAs: Base
  readonly evidence: readonly string[]
  /** The properties that are typed otherwise for the same reason, this one first: one fix changes them all. */
  readonly together: readonly ShapeProperty[]
}

const SURFACE: Record<WireFormat, string> = {
  json: 'JSON',
  superjson: 'superjson',
  native: 'the server itself',
}

/** A Date, Decimal, BigInt or Bytes column typed otherwise than its values arrive. Most projects convert on the way. */
export const wireTypeMismatch = defineRule<Fact>({
  code: 'wire-type-mismatch',
  summary: "property's type is not what arrives over the wire",

  *run({ pair, fields, ask }) {
    if (!isRead(pair.role)) return
    // What a type has from one of another surface is written there.
    const wrong = fields.flatMap((field) => disagreement(field, pair, ask.wireOf(field.property.ref)))
    // One conversion usually serves the whole type, so an inferred format says it once a declaration.
    const inferred = wrong.filter(({ wire }) => !wire.configured)
    yield* wrong.filter(({ wire }) => wire.configured)
    yield* inferred.slice(0, 1).map((first) => ({ ...first, together: likeOf(first, inferred) }))
  },

  severity: ({ wire }) => (wire.configured ? 'warning' : 'hint'),
  message: ({ column, property, wire, arrivesAs }) =>
    !wire.configured
      ? `'${property.name}' is typed ${property.type.text}, but '${nameOf(column)}' is ${column.type}, and most types here have ${arrivesAs} for that`
      : `'${property.name}' is typed ${property.type.text}, but ${column.type} column '${nameOf(column)}' arrives as ${arrivesAs} through ${SURFACE[wire.format]}`,
  related: ({ column }) => [{ at: columnType(column), message: `The column is ${column.type} here` }],
  fixes: ({ together, arrivesAs }) => [
    {
      title: `Change the type of ${listValues(together.map(({ name }) => name))} to ${arrivesAs}`,
      safe: true,
      intents: together.map((each) => ({
        kind: 'setType',
        at: typeOf(each),
        type: arrivesAs === 'bytes' ? 'Uint8Array' : arrivesAs,
      })),
    },
  ],
})

function likeOf({ arrivesAs, property }: Fact, all: readonly Fact[]): readonly ShapeProperty[] {
  const like = all.filter((each) => each.arrivesAs === arrivesAs && each.property.ref.file === property.ref.file)
  return like.map((each) => each.property)
}

function disagreement({ column, property }: FieldPair, pair: Pair, wire: Wire): readonly Fact[] {
  const arrivesAs = wireBase(column, wire)
  const written = comparedBases(property.type)
  if (!arrivesAs || !written || written.includes(arrivesAs)) return []
  if (!possibleBases(column)?.some((base) => written.includes(base))) return []
  const evidence = [wire.configured ? 'the wire format is configured' : `the usual ${column.type} here is ${arrivesAs}`]
  return [{ at: typeOf(property), pair, column, property, wire, arrivesAs, evidence, together: [property] }]
}
