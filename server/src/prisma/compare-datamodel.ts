import type { Column, EnumType, Model, Schema } from '../model/schema.js'
import type { Datamodel, DatamodelEnum, DatamodelField, DatamodelModel } from './datamodel.js'

/**
 * Compares our reading of a schema with Prisma's, for tests; one line per difference. What Prisma leaves out of it is
 * skipped: unsupported types and ignored columns. Ignored models show up as ours alone.
 */
export function differencesFrom(schema: Schema, datamodel: Datamodel): string[] {
  const ours = [...schema.models.values()].map((model) => [model.name, describeModel(model)] as const)
  const theirs = [...datamodel.models, ...datamodel.types].map((model) => [model.name, describeTheirs(model)] as const)
  const ourEnums = [...schema.enums.values()].map((item) => [item.name, describeEnum(item)] as const)
  const theirEnums = datamodel.enums.map((item) => [item.name, describeTheirEnum(item)] as const)
  return [...compare(new Map(ours), new Map(theirs)), ...compare(new Map(ourEnums), new Map(theirEnums))]
}

type Described = Readonly<Record<string, unknown>>

function compare(ours: ReadonlyMap<string, Described>, theirs: ReadonlyMap<string, Described>): string[] {
  const missing = [...theirs.keys()].filter((name) => !ours.has(name)).map((name) => `${name} is missing`)
  const differing = [...ours].flatMap(([name, mine]) => {
    const other = theirs.get(name)
    return other ? differences(name, mine, other) : [`${name} is ours alone`]
  })
  return [...missing, ...differing]
}

function differences(name: string, mine: Described, other: Described): string[] {
  return [...new Set([...Object.keys(mine), ...Object.keys(other)])].flatMap((key) => {
    const [left, right] = [JSON.stringify(mine[key]), JSON.stringify(other[key])]
    return left === right ? [] : [`${name} ${key}: ${left} but Prisma says ${right}`]
  })
}

function describeModel({ databaseName, columns, primaryKey, documentation }: Model): Described {
  const fields = columns.filter((column) => column.kind !== 'unsupported').map((c) => [`.${c.name}`, describeColumn(c)])
  return {
    databaseName,
    primaryKey,
    documentation,
    order: fields.map(([n]) => n),
    ...Object.fromEntries(fields),
  }
}

function describeTheirs({ name, dbName, fields, primaryKey, documentation }: DatamodelModel): Described {
  const described = fields.filter(({ kind }) => kind !== 'unsupported').map((f) => [`.${f.name}`, describeField(f)])
  return {
    databaseName: dbName ?? name,
    primaryKey: primaryKey?.fields ?? fields.filter(({ isId }) => isId).map((field) => field.name),
    documentation,
    order: described.map(([n]) => n),
    ...Object.fromEntries(described),
  }
}

function describeColumn(column: Column): Described {
  const isObject = column.kind === 'relation' || column.kind === 'composite'
  return {
    kind: isObject ? 'object' : column.kind,
    type: column.type,
    list: column.list,
    required: !column.nullable,
    id: column.isId,
    unique: column.isUnique && !column.isId,
    hasDefault: column.defaultValue !== undefined,
    updatedAt: column.isUpdatedAt,
    databaseName: column.databaseName,
    nativeType: column.nativeType ? [column.nativeType.name, column.nativeType.args] : null,
    from: column.relation?.fields ?? [],
    to: column.relation?.references ?? [],
    documentation: column.documentation,
  }
}

function describeField(field: DatamodelField): Described {
  return {
    kind: field.kind,
    type: field.type,
    list: field.isList,
    required: field.isRequired,
    id: field.isId,
    unique: field.isUnique && !field.isId,
    hasDefault: field.hasDefaultValue,
    updatedAt: field.isUpdatedAt ?? false,
    databaseName: field.dbName ?? field.name,
    nativeType: field.nativeType ?? null,
    from: field.relationFromFields ?? [],
    to: field.relationToFields ?? [],
    documentation: field.documentation,
  }
}

function describeEnum({ databaseName, values, documentation }: EnumType): Described {
  return { databaseName, documentation, values: values.map(({ name, databaseName }) => [name, databaseName]) }
}

function describeTheirEnum({ name, dbName, values, documentation }: DatamodelEnum): Described {
  return {
    databaseName: dbName ?? name,
    documentation,
    values: values.map((value) => [value.name, value.dbName ?? value.name]),
  }
}
