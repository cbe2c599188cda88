import type { Naming, Pair } from '../matching/pair.js'
import type { ElementRef } from '../model/element.js'
import type { WantedType } from '../model/intent.js'
import type { Column } from '../model/schema.js'
import type { Corroboration } from './corroboration.js'
import { renamedColumns } from './extras.js'
import { isHidden } from './hidden-columns.js'
import { membersBefore } from './member-place.js'
import { defineRule, nameOf } from './rule.js'
import { wantedType } from './wire.js'

interface Fact {
  readonly at: ElementRef
  readonly pair: Pair
  readonly column: Column
  readonly wanted: WantedType
  readonly evidence: readonly string[]
}

/**
 * A required column without default that a create input lacks and that nothing on the server fills in. Lacking it
 * alone means nothing (0 of 914): keys come from the route, slugs and hashes from the service.
 */
export const dtoRequiredMissing = defineRule<Fact>({
  code: 'dto-required-missing',
  summary: 'create input lacks a required column that nothing fills in',

  *run(context) {
    const { pair, fields, missing, ask } = context
    if (pair.role !== 'create' || pair.shape.open || pair.inline || !ask.isServer(pair.shape)) return
    // An input that gives none of the required columns acts on a record, and does not make one.
    if (!fields.some(({ column }) => isRequired(column))) return
    if (isBesideOwnInput(pair, ask)) return
    const renamed = renamedColumns(context)
    for (const column of missing) {
      if (!isRequired(column) || isHidden(column) || ask.isLeftOut(column) || renamed.has(column)) continue
      // Code that follows the schema later still says the former name.
      const former = ask.changes(pair.schema)?.columnBefore(pair.model.name, column.name)?.name ?? column.name
      if (ask.writes(pair.model, column.name) !== false || ask.writes(pair.model, former) !== false) continue
      if (ask.isBuilt(pair, column.name) || !ask.isCreated(pair)) continue
      const evidence = [`no server file that works with ${pair.model.name} writes '${column.name}'`]
      const wanted = wantedType(column, pair, ask.wireOf(pair.shape))
      yield { at: pair.shape.ref, pair, column, wanted, evidence }
    }
  },

  severity: () => 'warning',
  message: ({ pair, column, evidence }) =>
    `'${pair.shape.name}' lacks the required column '${nameOf(column)}': ${evidence[0]}`,
  related: ({ column }) => [{ at: column.ref, message: 'The column is required and has no default' }],
  fixes: ({ pair, column, wanted }) => [
    {
      title: `Add '${column.name}' to '${pair.shape.name}'`,
      safe: true,
      intents: [
        {
          kind: 'addMember',
          at: pair.shape.ref,
          name: column.name,
          ...wanted,
          optional: false,
          after: membersBefore(pair, column),
        },
      ],
    },
  ],
})

/** Named for something beside the model, such as `OrderEmailData`, while another input has the model's own name. */
function isBesideOwnInput(pair: Pair, ask: Corroboration): boolean {
  const isOwn = ({ naming }: Pair) => OWN.has(naming)
  return !isOwn(pair) && ask.serverInputs(pair).some((other) => other.role === pair.role && isOwn(other))
}

const OWN: ReadonlySet<Naming> = new Set(['tag', 'exact', 'affix'])

function isRequired(column: Column): boolean {
  const filled =
    column.nullable || column.list || column.defaultValue !== undefined || column.isUpdatedAt || column.isId
  return !filled && column.foreignKeyOf.length === 0 && (column.kind === 'scalar' || column.kind === 'enum')
}
