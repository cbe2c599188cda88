import type { Pair } from '../matching/pair.js'
import { foldCase, wordsOf } from '../matching/words.js'
import { isRead } from '../model/role.js'
import type { Column } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import { columnType, defineRule, nameOf } from './rule.js'

interface Fact {
  readonly at: ShapeProperty['ref']
  readonly pair: Pair
  readonly column: Column
  readonly property: ShapeProperty
  readonly evidence: readonly string[]
}

/** A column with a password, hash or token in a type that leaves the server. */
export const sensitiveFieldExposed = defineRule<Fact>({
  code: 'sensitive-field-exposed',
  summary: 'secret column in a type that is sent out',

  *run({ pair, fields, ask }) {
    if (!isRead(pair.role) || !isSentOut(pair) || !ask.isServer(pair.shape)) return
    for (const { column, property } of fields) {
      if (!isCredential(column) || isExcluded(property)) continue
      yield {
        at: property.inherited ? pair.shape.ref : property.ref,
        type: pair.shape.name,
        pair,
        column,
        property,
        evidence: [`'${pair.shape.name}' is named as a response`],
      }
    }
  },

  severity: () => 'warning',
  message: ({ column, property, pair }) =>
    `'${property.name}' in '${pair.shape.name}' sends out the secret column '${nameOf(column)}'`,
  related: ({ column }) => [{ at: columnType(column), message: 'The secret column' }],
  // Removing an inherited property would take it from the type that holds it for a reason.
  fixes: ({ property }) =>
    property.inherited
      ? []
      : [{ title: `Remove '${property.name}'`, safe: false, intents: [{ kind: 'removeMember', at: property.ref }] }],
})

const OUTPUT = new Set(['response', 'result', 'output', 'res', 'view', 'vo', 'public'])

/**
 * Named as what a server answers, in other words than the model's own. An entity class may hold secrets: it does not
 * leave the server as it is. Neither does what a repository answers.
 */
function isSentOut({ shape, model }: Pair): boolean {
  const own = wordsOf(model.name)
  const words = wordsOf(shape.name).filter((word) => !own.includes(word))
  return words.some((word) => OUTPUT.has(word)) && !/repositor/i.test(shape.file)
}

/** Stored credentials; a plain `token` is often what a link is made of. */
function isCredential({ name, type }: Column): boolean {
  return (
    type === 'String' &&
    /passw|(pin|token|key|secret)hash$|salt$|secret$|refreshtoken$|privatekey$/.test(foldCase(name))
  )
}

/** class-transformer's `@Exclude()` and swagger's `@ApiHideProperty()` keep it inside. */
function isExcluded({ decorators }: ShapeProperty): boolean {
  return decorators.some(({ name }) => name === 'Exclude' || name === 'ApiHideProperty' || name === 'HideField')
}
