import type { AbsentStyle } from '../../generators/members.js'
import { mostFrequent } from '../../generators/style.js'
import type { Pair } from '../../matching/pair.js'
import { isRead } from '../../model/role.js'
import type { Surface } from '../surfaces.js'
import { type Convention, conventionOf, type Place, placeFor } from './place.js'
import { learn, type Project, sourceFolder } from './project.js'

/** The types of a surface that describe records, and what they have in common. */
export interface ReadTypes {
  readonly surface: Surface
  readonly pairs: readonly Pair[]
  readonly form: 'interface' | 'type'
  readonly absent: AbsentStyle
  readonly convention: Convention
}

/** Interfaces and aliases of records: the client's where it has any, else the server's. */
export function readTypesOf(project: Project): ReadTypes {
  const all = project.snapshot.pairs().filter((pair) => isReadType(pair, project))
  const client = all.filter(({ shape }) => project.snapshot.surfaceOf(shape.file) === 'client')
  const pairs = client.length > 0 ? client : all
  return { pairs, ...learn(project, 'types of records', () => commonIn(pairs, project)) }
}

function commonIn(pairs: readonly Pair[], project: Project): Omit<ReadTypes, 'pairs'> {
  const folder = defaultFolder(project)
  const mirrors = pairs.filter(({ role }) => role === 'mirror')
  const telling = (mirrors.length > 0 ? mirrors : pairs).filter(
    ({ naming }) => naming === 'exact' || naming === 'affix',
  )
  const neighbours = telling.map(({ shape, model }) => ({ file: shape.file, name: shape.name, model: model.name }))
  const convention = conventionOf(neighbours, { folder, file: '{kebab}.ts', name: '{pascal}' })
  const kind = mostFrequent(pairs.map(({ shape }) => shape.declaration.kind))
  return {
    surface: project.snapshot.surfaceOf(pairs[0]?.shape.file ?? `${folder}/x.ts`),
    form: kind === 'alias' ? 'type' : 'interface',
    absent: absentStyleOf(pairs),
    convention,
  }
}

function isReadType({ shape, schema, role, inline, confidence }: Pair, project: Project): boolean {
  const { kind, exportedAs } = shape.declaration
  const isType = (kind === 'interface' || kind === 'alias') && exportedAs.includes(shape.name)
  return isType && schema === project.schema && isRead(role) && !inline && confidence !== 'possible'
}

/** How nullable columns are typed. */
export function absentStyleOf(pairs: readonly Pair[], usual: AbsentStyle = 'null'): AbsentStyle {
  const fields = pairs.flatMap((pair) => pair.fields)
  const nullable = fields.filter(({ column }) => column.nullable && !column.list && column.kind !== 'relation')
  const styles = nullable.flatMap(({ property: { optional, type } }): AbsentStyle[] => {
    if (type.admitsNull) return [optional ? 'both' : 'null']
    return optional ? ['optional'] : []
  })
  return mostFrequent(styles) ?? usual
}

/** The `types` folder of a package that is only a client's, else of the schema's own. */
function defaultFolder(project: Project): string {
  const { packages, snapshot, schema } = project
  const folders = packages.map(({ root }) => sourceFolder(project, root, 'types'))
  const client = folders.find((folder) => snapshot.surfaceOf(`${folder}/x.ts`) === 'client')
  return client ?? sourceFolder(project, schema.root, 'types')
}

/** The type of a model's record on the surface: one that is there, else where it will be if it is asked for. */
export function recordTypeOf(model: string, types: ReadTypes, project: Project): Place | undefined {
  const found = existingType(model, types)
  if (found) return { file: found.shape.file, name: found.shape.name }
  return project.asked.has(model) ? placeFor(model, types.convention) : undefined
}

/** The type of the name that would be generated, else any that mirrors the record. */
export function existingType(model: string, { pairs, convention }: ReadTypes): Pair | undefined {
  const own = pairs.filter((pair) => pair.model.name === model)
  const { name } = placeFor(model, convention)
  return own.find(({ shape }) => shape.name === name) ?? own.find(({ role }) => role === 'mirror')
}
