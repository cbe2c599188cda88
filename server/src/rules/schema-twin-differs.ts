import type { ElementRef } from '../model/element.js'
import type { Column, Model, Schema } from '../model/schema.js'
import { defineWorkspaceRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly model: Model
  readonly other: ElementRef
  readonly difference: string
}

/** Two alternative schemas of one project that disagree on a model. The one that Prisma uses by default judges. */
export const schemaTwinDiffers = defineWorkspaceRule<Fact>({
  code: 'schema-twin-differs',
  summary: 'alternative schemas of one project disagree',

  *run({ twins }) {
    for (const { schema, twin } of twins) {
      const facts = [
        ...differences(schema.models, twin.models, listless(schema) || listless(twin) ? 'without-lists' : 'exact'),
      ]
      const [first] = facts
      if (!first) continue
      const rest = facts.length - 1
      yield rest === 0 ? first : { ...first, difference: `${first.difference} (and ${rest} more)` }
    }
  },

  severity: () => 'info',
  message: ({ difference, other }) => `This schema differs from its alternative '${other.file}': ${difference}`,
  related: ({ other }) => [{ at: other, message: 'The alternative' }],
})

function* differences(
  models: ReadonlyMap<string, Model>,
  others: ReadonlyMap<string, Model>,
  kind: Comparison,
): Generator<Fact> {
  for (const other of others.values()) {
    const model = models.get(other.name)
    const difference = model ? compare(model, other, kind) : `only it has model '${other.name}'`
    if (difference) yield { at: other.ref, model: other, other: model?.ref ?? firstOf(models) ?? other.ref, difference }
  }
  for (const model of models.values()) {
    const at = firstOf(others)
    if (!others.has(model.name) && at)
      yield { at, model, other: model.ref, difference: `it lacks model '${model.name}'` }
  }
}

function compare(model: Model, other: Model, kind: Comparison): string | undefined {
  const columns = new Map(other.columns.map((column) => [column.name, column]))
  for (const column of model.columns) {
    const twin = columns.get(column.name)
    if (!twin) return `its '${model.name}' lacks column '${column.name}'`
    if (signature(twin, kind) !== signature(column, kind))
      return `'${model.name}.${column.name}' is ${written(twin)}, not ${written(column)}`
  }
  const own = new Set(model.columns.map(({ name }) => name))
  const added = other.columns.find(({ name }) => !own.has(name))
  return added && `only it has column '${other.name}.${added.name}'`
}

/** Native types and defaults differ between databases by nature; the type that the client sees should not. */
function signature(column: Column, kind: Comparison): string {
  const { type, list, kind: columnKind } = column
  const isText = columnKind === 'scalar' && (list || type === 'Json' || type === 'String')
  return kind === 'without-lists' && isText ? 'text' : written(column)
}

/** Whether one of the two databases has no scalar lists; there people keep them as text or Json. */
type Comparison = 'exact' | 'without-lists'

function listless({ provider }: Schema): boolean {
  return provider === 'sqlite' || provider === 'mysql' || provider === 'sqlserver'
}

function written({ type, list, nullable }: Column): string {
  return `${type}${list ? '[]' : nullable ? '?' : ''}`
}

function firstOf(models: ReadonlyMap<string, Model>): ElementRef | undefined {
  return models.values().next().value?.ref
}
