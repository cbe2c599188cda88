import type { FileId } from '../text/file-id.js'
import type { ElementRef } from './element.js'

/**
 * One description of a database's records: what a Prisma schema says, or what the generated client, the migrations or
 * an earlier revision say. Holds no positions; `ref`s lead to them.
 */
export interface Schema {
  /** The folder of the package that the schema belongs to. */
  readonly root: FileId
  /** The files it is read from, sorted. The first is the one that names it in reports. */
  readonly files: readonly FileId[]
  /** The datasource's provider, such as `postgresql`; undefined where none is declared. */
  readonly provider: string | undefined
  readonly models: ReadonlyMap<string, Model>
  readonly enums: ReadonlyMap<string, EnumType>
}

/** What a block of columns is: a table, a database view, or a composite type of MongoDB (`type`). */
export type ModelKind = 'model' | 'view' | 'type'

export interface Model {
  readonly ref: ElementRef
  readonly name: string
  readonly kind: ModelKind
  /** The table's name: `@@map`, else the model's own. */
  readonly databaseName: string
  /** In the order they are written, relations included. */
  readonly columns: readonly Column[]
  /** The names in `@@id([...])`, or of the column with `@id`. */
  readonly primaryKey: readonly string[]
  /** What the client calls a key of several columns: `@@id(name: …)`, else their names with `_` between them. */
  readonly primaryKeyName: string
  /** The columns of each `@@unique([...])` of several. */
  readonly uniqueKeys: readonly (readonly string[])[]
  readonly documentation: string | undefined
  /** False where a part of the block could not be read: then columns may be missing from `columns`. */
  readonly intact: boolean
}

/** `unknown`: the type is absent or names nothing that the schema declares. */
export type ColumnKind = 'scalar' | 'enum' | 'relation' | 'composite' | 'unsupported' | 'unknown'

export interface Column {
  readonly ref: ElementRef
  /** The name of the model that declares it. */
  readonly owner: string
  readonly name: string
  readonly kind: ColumnKind
  /** The type's name as written: `String`, `DateTime`, an enum, a model. Empty where none is written. */
  readonly type: string
  readonly list: boolean
  readonly nullable: boolean
  /** The database's name: `@map`, else the column's own. */
  readonly databaseName: string
  readonly isId: boolean
  readonly isUnique: boolean
  readonly isUpdatedAt: boolean
  /** The text between the parentheses of `@default(...)`. */
  readonly defaultValue: string | undefined
  /** `@db.VarChar(255)` is `{ name: 'VarChar', args: ['255'] }`. */
  readonly nativeType: NativeType | undefined
  /** Present on relation columns. */
  readonly relation: Relation | undefined
  /** On a foreign key: the names of the relation columns that it serves. */
  readonly foreignKeyOf: readonly string[]
  readonly documentation: string | undefined
  /** The texts that its comment lists: `draft` and `sent` of `status String // draft, sent`. */
  readonly listedTexts: readonly string[]
}

export interface NativeType {
  readonly name: string
  readonly args: readonly string[]
}

export interface Relation {
  readonly name: string | undefined
  readonly target: string
  /** The foreign keys on this side; empty on the other side. */
  readonly fields: readonly string[]
  readonly references: readonly string[]
}

export interface EnumType {
  readonly ref: ElementRef
  readonly name: string
  readonly databaseName: string
  readonly values: readonly EnumValue[]
  readonly documentation: string | undefined
  readonly intact: boolean
}

export interface EnumValue {
  readonly ref: ElementRef
  readonly name: string
  /** `@map`, else the value's own name. */
  readonly databaseName: string
}

/** An error in a schema's text; `file` and `span` where they are known. Offsets are UTF-16 code units. */
export interface SchemaError {
  readonly file: FileId
  readonly start: number
  readonly end: number
  readonly message: string
}
