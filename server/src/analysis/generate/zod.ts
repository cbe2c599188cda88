import { camelCase, pascalCase } from 'change-case'
import {
  createMembers,
  isRelated,
  type Member,
  mayBeLeftOut,
  readMembers,
  type TypeOf,
} from '../../generators/members.js'
import { generateZod, type ZodKind, type ZodNames } from '../../generators/zod.js'
import type { Pair } from '../../matching/pair.js'
import { isSecret } from '../../matching/secrets.js'
import { isInput, isRead } from '../../model/role.js'
import type { Model } from '../../model/schema.js'
import { tsType } from '../../rules/wire.js'
import { escapePattern } from '../../text/escape-pattern.js'
import type { FileId } from '../../text/file-id.js'
import { mergeType } from './merge-type.js'
import { type Convention, conventionOf, placeFor } from './place.js'
import { declares, learn, moduleOf, NOTHING, type Outcome, type Project, packageOf, sourceFolder } from './project.js'
import { absentStyleOf } from './read-types.js'
import { styleFor, writeBlocks } from './write-blocks.js'

interface ZodSchemas {
  readonly pairs: readonly Pair[]
  /** Of the schemas of records. */
  readonly convention: Convention
}

/** The zod schemas of a model where the project keeps such; those that are there are completed. */
export function planZod(model: Model, project: Project): Outcome {
  const schemas = zodSchemasOf(project)
  const { file, name } = placeFor(model.name, schemas.convention)
  const absent = absentStyleOf(schemas.pairs.filter(({ role }) => isRead(role)))
  const isClient = project.snapshot.surfaceOf(file) === 'client'
  const typeOf = zodTypeOf(project, schemas, file)
  const own = schemas.pairs.filter((pair) => pair.model.name === model.name)
  const members = {
    record: readMembers(model, (column) => (isSecret(column.name) ? undefined : typeOf(column)), absent),
    create: createMembers(model, typeOf, 'optional').filter(
      ({ column }) => !isSecret(column.name) || !(isClient || mayBeLeftOut(column)),
    ),
  }
  const existing = own.find(({ shape }) => shape.name === name) ?? own.find(({ role }) => role === 'mirror')
  if (existing) return complete(existing, members.record, project)
  if (own.some(({ role }) => isInput(role))) {
    const outcomes = own.filter(({ role }) => role === 'create').map((pair) => complete(pair, members.create, project))
    return { changes: outcomes.flatMap(({ changes }) => changes), notes: outcomes.flatMap(({ notes }) => notes) }
  }
  if (project.scope === 'changes') return NOTHING
  const names = namesFor(model, name, schemas, project)
  const taken = Object.values(names).find(({ schema }) => declares(project, { file, name: schema }))
  if (taken) return { changes: [], notes: [`${file}: '${taken.schema}' is there already`] }
  const options = { names, absent, style: styleFor(project, file), enums: project.schema.enums }
  return { changes: writeBlocks(project, file, generateZod(members, options)), notes: [] }
}

function zodSchemasOf(project: Project): ZodSchemas {
  const pairs = project.snapshot.pairs().filter(({ shape, schema, inline, confidence }) => {
    return shape.declaration.kind === 'zod' && schema === project.schema && !inline && confidence !== 'possible'
  })
  const client = pairs.filter(({ shape }) => project.snapshot.surfaceOf(shape.file) === 'client')
  const here = client.length > 0 ? client : pairs
  return { pairs: here, convention: learn(project, 'zod schemas', () => zodConvention(here, project)) }
}

function zodConvention(here: readonly Pair[], project: Project): Convention {
  const neighboursOf = (list: readonly Pair[]) =>
    list.map(({ shape, model }) => ({ file: shape.file, name: shape.name, model: model.name }))
  const dependent = project.packages.find(({ dependencies }) => dependencies.has('zod'))?.root ?? project.schema.root
  const folder = sourceFolder(project, dependent, 'schemas')
  const usual = { folder, file: '{kebab}.ts', name: '{camel}Schema' }
  const records = here.filter(({ role }) => isRead(role))
  const { name } = conventionOf(neighboursOf(records), usual)
  return { ...conventionOf(neighboursOf(here), usual), name }
}

/** Schemas check what arrives as JSON, whatever the server makes of it. */
function zodTypeOf(project: Project, { convention }: ZodSchemas, file: FileId): TypeOf {
  const wire = project.snapshot.wireOf({ file })
  return (column) => {
    if (column.kind === 'enum') return { text: column.type, imports: [] }
    if (column.kind === 'scalar') {
      const type = tsType(column, wire)
      return { text: type === 'Decimal' ? 'string' : type, imports: [] }
    }
    if (column.kind !== 'composite' || isRelated(column)) return undefined
    const part = placeFor(column.type, convention)
    const module = moduleOf(project, file, part.file)
    return { text: part.name, imports: part.file === file ? [] : [{ name: part.name, module, kind: 'value' }] }
  }
}

/** The constants' names, and those of types that the package does not have yet. */
function namesFor(model: Model, record: string, schemas: ZodSchemas, project: Project): Record<ZodKind, ZodNames> {
  const texts = [...new Set(schemas.pairs.map(({ shape }) => shape.file))].map((file) => project.texts.get(file) ?? '')
  const infers = texts.length === 0 || texts.some((text) => /z\.(infer|output)</.test(text))
  const place = placeFor(model.name, schemas.convention)
  const isFree = (type: string) => !isDeclared(type, place.file, project) && !project.schema.enums.has(type)
  const names = (schema: string, type: string): ZodNames => ({
    schema,
    type: infers && isFree(type) ? type : undefined,
  })
  const isUsual = record.startsWith(camelCase(model.name))
  const suffix = isUsual ? record.slice(camelCase(model.name).length) : ''
  const schemaFor = (verb: string) => (suffix ? `${verb}${pascalCase(model.name)}${suffix}` : `${verb}${record}`)
  return {
    record: names(record, pascalCase(model.name)),
    create: names(schemaFor('create'), `Create${pascalCase(model.name)}`),
    update: names(schemaFor('update'), `Update${pascalCase(model.name)}`),
  }
}

function isDeclared(name: string, file: FileId, project: Project): boolean {
  const root = packageOf(project, file)?.root
  const declaration = new RegExp(`\\b(?:interface|type|class|enum|const) ${escapePattern(name)}\\b`)
  return [...project.texts].some(
    ([id, text]) => text.includes(name) && packageOf(project, id)?.root === root && declaration.test(text),
  )
}

function complete(pair: Pair, members: readonly Member[], project: Project): Outcome {
  return mergeType(project, pair, {
    members,
    isNeeded: () => isRead(pair.role),
    declarations: () => [],
    prefersOptional: false,
  })
}
