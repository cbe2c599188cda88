import type { ColumnType, TypeOf } from '../../generators/members.js'
import type { ImportedName } from '../../generators/source-text.js'
import { mostFrequent } from '../../generators/style.js'
import { isInput } from '../../model/role.js'
import type { FileId } from '../../text/file-id.js'
import { clientModuleOf } from './client-module.js'
import { type Project, packageOf } from './project.js'

/**
 * How the columns of a server's inputs are typed: as other inputs of the project do, else so that Prisma takes the value
 * and JSON can bring it. Big integers and bytes need class-transformer for that.
 */
export function createInputTypeOf(project: Project, file: FileId): TypeOf {
  const client = clientModuleOf(project, file)
  const converts = packageOf(project, file)?.dependencies.has('class-transformer') ?? false
  const usual = usualInputTypes(project)
  const enums = clientModuleOf(project, file, 'enum')
  const fromClient = (text: string, name: string, module = client): ColumnType => {
    const needed: ImportedName = { name, module, kind: 'value' }
    return { text, imports: [needed] }
  }
  return ({ kind, type }) => {
    if (kind === 'enum') return fromClient(type, type, enums)
    if (kind === 'composite') return fromClient(`Prisma.${type}CreateInput`, 'Prisma')
    if (kind !== 'scalar') return undefined
    if (type === 'Bytes') return fromClient('Prisma.Bytes', 'Prisma')
    if (type === 'Json') return fromClient('Prisma.InputJsonValue', 'Prisma')
    if (type === 'BigInt') return { text: converts ? 'bigint' : 'number', imports: [] }
    const text = usual.get(type) ?? INPUT[type]
    return text === undefined ? undefined : { text, imports: [] }
  }
}

const INPUT: Readonly<Record<string, string>> = {
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  Decimal: 'string',
  DateTime: 'string',
}

/** How most inputs on the server type dates and decimals. */
function usualInputTypes({ snapshot, schema }: Project): ReadonlyMap<string, string> {
  const pairs = snapshot.pairs().filter((pair) => {
    const isClass = pair.shape.declaration.kind === 'class' && snapshot.surfaceOf(pair.shape.file) === 'server'
    return isClass && pair.schema === schema && isInput(pair.role) && pair.confidence !== 'possible'
  })
  const fields = pairs.flatMap((pair) => pair.fields)
  const usual = new Map<string, string>()
  for (const scalar of ['DateTime', 'Decimal']) {
    const own = fields.filter(({ column }) => column.kind === 'scalar' && column.type === scalar)
    const bases = own.flatMap(({ property }) => [...property.type.bases])
    const base = mostFrequent(bases.filter((each) => each === 'string' || each === 'number' || each === 'Date'))
    if (base) usual.set(scalar, base)
  }
  return usual
}
