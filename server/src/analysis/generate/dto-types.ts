import type { DecoratorPackages } from '../../generators/decorators.js'
import { mostFrequent } from '../../generators/style.js'
import type { Pair } from '../../matching/pair.js'
import { isRead, type Role } from '../../model/role.js'
import type { FileId } from '../../text/file-id.js'
import { featureFolder } from './features.js'
import { type Convention, conventionOf, type Place, placeFor } from './place.js'
import { learn, type Project, packageOf } from './project.js'

export type DtoKind = 'create' | 'update' | 'response'

/** The project's classes of one kind for records, and what they have in common. */
export interface DtoTypes {
  readonly pairs: readonly Pair[]
  readonly convention: Convention
}

const USUAL: Readonly<Record<DtoKind, Pick<Convention, 'file' | 'name'>>> = {
  create: { file: 'create-{kebab}.dto.ts', name: 'Create{pascal}Dto' },
  update: { file: 'update-{kebab}.dto.ts', name: 'Update{pascal}Dto' },
  response: { file: '{kebab}-response.dto.ts', name: '{pascal}ResponseDto' },
}

export function dtoTypesOf(kind: DtoKind, project: Project): DtoTypes {
  const pairs = project.snapshot.pairs().filter((pair) => isDto(pair, project) && roleFits(pair.role, kind))
  return { pairs, convention: learn(project, `classes for ${kind}`, () => dtoConvention(kind, pairs, project)) }
}

function dtoConvention(kind: DtoKind, pairs: readonly Pair[], project: Project): Convention {
  const whole = kind === 'response' ? pairs.filter(({ shape }) => shape.declaration.heritage.length === 0) : pairs
  const named = (whole.length > 0 ? whole : pairs).filter(({ naming }) => naming === 'exact' || naming === 'affix')
  const neighbours = named.map(({ shape, model }) => ({ file: shape.file, name: shape.name, model: model.name }))
  const other = kind === 'create' ? undefined : dtoTypesOf('create', project).convention.folder
  const folder = other ?? `${featureFolder(project)}/dto`
  return conventionOf(neighbours, { folder, ...USUAL[kind] })
}

function isDto({ shape, schema, inline, confidence }: Pair, { snapshot, schema: wanted }: Project): boolean {
  const isClass = shape.declaration.kind === 'class' && snapshot.surfaceOf(shape.file) === 'server'
  return isClass && schema === wanted && !inline && confidence !== 'possible'
}

function roleFits(role: Role, kind: DtoKind): boolean {
  return kind === 'response' ? isRead(role) : role === kind
}

/** The class of the name that would be generated, else for a response any that mirrors the record. */
export function existingDto(model: string, kind: DtoKind, { pairs, convention }: DtoTypes): Pair | undefined {
  const { name } = placeFor(model, convention)
  const own = pairs.filter((pair) => pair.model.name === model)
  const mirror = kind === 'response' ? own.find(({ role }) => role === 'mirror') : undefined
  return own.find(({ shape }) => shape.name === name) ?? mirror
}

/** Where a model's class of a kind is, or will be if it is asked for. */
export function dtoAt(model: string, kind: DtoKind, project: Project): Place {
  const types = dtoTypesOf(kind, project)
  const found = existingDto(model, kind, types)
  return found ? { file: found.shape.file, name: found.shape.name } : placeFor(model, types.convention)
}

/** The packages whose decorators classes of the kind carry; where there are none, those that the package depends on. */
export function decoratorsOf({ pairs }: DtoTypes, file: FileId, project: Project): DecoratorPackages {
  const texts = [...new Set(pairs.map(({ shape }) => shape.file))].map((each) => project.texts.get(each) ?? '')
  const uses = (name: string) => {
    const isImported = (text: string) => new RegExp(`from ['"]${name}['"]`).test(text)
    return texts.length > 0 ? texts.some(isImported) : dependsOn(name, file, project)
  }
  const imported = texts.length === 0 || texts.some((text) => /@ApiProperty/.test(text))
  return {
    validator: uses('class-validator'),
    transformer: dependsOn('class-transformer', file, project),
    swagger: imported && uses('@nestjs/swagger'),
  }
}

function dependsOn(name: string, file: FileId, project: Project): boolean {
  return packageOf(project, file)?.dependencies.has(name) ?? false
}

/** The package that `PartialType` comes from; undefined where the project has none. */
export function partialTypeModule(file: FileId, project: Project): string | undefined {
  const usual = learn(project, 'module of PartialType', () => {
    const texts = [...project.texts.values()].filter((text) => text.includes('PartialType'))
    return mostFrequent(texts.flatMap((text) => PARTIAL_TYPE_IMPORT.exec(text)?.[1] ?? []))
  })
  const known = ['@nestjs/swagger', '@nestjs/mapped-types']
  return usual ?? known.find((name) => dependsOn(name, file, project))
}

const PARTIAL_TYPE_IMPORT = /\{[^}]*\bPartialType\b[^}]*\} from ['"]([^'"]+)['"]/

/** Whether required properties are marked with `!`: as the neighbours do, else yes, which every setting allows. */
export function marksCertain({ pairs }: DtoTypes, { texts }: Project): boolean {
  const written = [...new Set(pairs.map(({ shape }) => shape.file))].map((file) => texts.get(file) ?? '').join('\n')
  const marked = written.match(/^\s+(?:readonly |public )*\w+!: /gm)?.length ?? 0
  const plain = written.match(/^\s+(?:readonly |public )*\w+: [^,(]*;?$/gm)?.length ?? 0
  return marked >= plain
}
