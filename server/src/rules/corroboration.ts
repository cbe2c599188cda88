import type { EnumPair, Pair } from '../matching/pair.js'
import type { ElementRef } from '../model/element.js'
import type { Operation } from '../model/handover.js'
import type { Column, EnumType, Model, Schema } from '../model/schema.js'
import type { Base, Shape, ShapeProperty } from '../model/shape.js'
import type { FileId } from '../text/file-id.js'

/**
 * Into what a name may be written: `anything` that is sent and is not known to be another model's, or the model's
 * `record`, which an object or type without a name is only with the key or several columns.
 */
export type Into = 'anything' | 'record'

/**
 * The small questions that a rule may ask about the rest of the workspace. A difference alone is rarely a drift; what
 * the server does with the name decides. A finding depends only on the answers it asked for.
 */
export interface Corroboration {
  /** Whether the configuration says that types leave a column out on purpose. */
  isLeftOut(column: Column): boolean
  /** What became of a column or enum since the earlier schema; undefined where there is none to compare with. */
  readonly changes: (schema: Schema) => Changes | undefined
  /** Whether an object of any server file that speaks of the model has the name as a key. */
  isBuilt(pair: Pair, name: string): boolean
  /** Whether a server file creates records of the pair's model. */
  isCreated(pair: Pair): boolean
  /** The texts that files which may run on the server write into a column, as they stand in operations of Prisma. */
  writtenTexts(pair: Pair, column: Column): readonly WrittenText[]
  /** Whether a server file that touches the model may write a name; undefined where no file touches it. */
  writes(model: Model, name: string): boolean | undefined
  /**
   * Whether anything outside pure client packages may write the property into records that are sent: a file that touches
   * the model, or, for a name that is no column of any model, any file that speaks of the model. Undefined where neither
   * is known.
   */
  isWritten(pair: Pair, property: ShapeProperty, into: Into): boolean | undefined
  /** Whether a client itself makes objects that look like the type and have the name, of whatever it is sent. */
  isReshaped(pair: Pair, property: ShapeProperty): boolean
  /** Whether an object or a select anywhere outside pure client packages has the name and looks like the type. */
  isComposed(pair: Pair, property: ShapeProperty): boolean
  /** Whether an object there has the name and looks like the type, and is not selected: made of whatever was read. */
  isAssembled(pair: Pair, property: ShapeProperty): boolean
  /** Whether an object there, in a file that speaks of the model, adds the name to another one. */
  isAdded(pair: Pair, property: ShapeProperty): boolean
  /** Whether a client itself sets the name to `true` in some object, whatever else that holds. */
  isNoted(pair: Pair, property: ShapeProperty): boolean
  /** Whether anything there may write the name, as in `isWritten`, but into any records, sent or not. */
  isNamed(pair: Pair, property: ShapeProperty): boolean
  /** Whether the file of a type asks anybody for data: the types of one that does not describe what it is handed. */
  asksForData(shape: Shape): boolean
  /** Whether a file outside of the server that names the type asks anybody for data. */
  isAskedFor(pair: Pair): boolean
  /** Whether a file makes a store of a client that nobody is asked for: its types say what the client keeps to itself. */
  isOwnState(file: FileId): boolean
  /** Whether anything at all may fill the property: any word of it outside of pure clients, or an object of a client. */
  isFilled(pair: Pair, property: ShapeProperty): boolean
  /** Server literals, selects and types that look like the pair's type; of those without a spread. */
  similarShapes(pair: Pair): readonly SimilarShape[]
  /** The server's own read types of the model, the pair's type aside. */
  serverReadTypes(pair: Pair): readonly Pair[]
  /**
   * The other types of clients of the same name that are read as records of the same model: for a type of an app, those
   * of the same app.
   */
  namesakes(pair: Pair): readonly Pair[]
  /** What the server takes to make or change records of the model. */
  serverInputs(pair: Pair): readonly Pair[]
  /** The server shape that has most of the type's fields: what the server sends. */
  closestServerShape(pair: Pair): SimilarShape | undefined
  /** Whether an object or a select has more of another type that clients read of the model: then it is sent as that one. */
  isSentAsAnother(pair: Pair, shape: SimilarShape): boolean
  /**
   * Whether the server sends records of the model as they are, as far as can be told: it always reads them with all
   * their columns, the type lacks no secret of theirs, and nothing is made that looks like the type.
   */
  isSentWhole(pair: Pair): boolean
  /** The server's type for the same operation: `CreateUserDto` for a client's `CreateUserRequest`. */
  operationTwin(pair: Pair): Pair | undefined
  /**
   * Whether the server takes the property: in the very type of the pair, or in another one that it shares with clients
   * for the same role, such as a schema that it validates requests with.
   */
  isTaken(pair: Pair, name: string): boolean
  /** Whether a file of a client that names the type hands a property's value on under one of the other names. */
  isHandedOnAs(pair: Pair, property: ShapeProperty, others: readonly string[]): boolean
  /** The operations on the model that get values of the type as an argument as they are, or without a few names. */
  handedWhole(pair: Pair, argument: Operation['argument']): readonly HandedWhole[]
  /** Whether some file that may run on the server deletes properties of the name. */
  isDeleted(pair: Pair, name: string): boolean
  /** Whether requests lose what has no validator: a pipe of the server is told to by `whitelist`. */
  dropsUnvalidated(): boolean
  /**
   * Whether the client itself fills the property: in a literal annotated with the type, in one that looks like it in the
   * file that declares it, or beside a spread there, as stores do.
   */
  builtByClient(pair: Pair, property: ShapeProperty): boolean
  /** Whether some file holds both spellings of values, as maps and switches do, or changes their case. */
  convertsValues(list: EnumPair, renamed: readonly { readonly from: string; readonly to: string }[]): boolean
  /** Whether some file maps one of the values to the other: then they belong to two vocabularies. */
  mapsValues(list: EnumPair, crossings: readonly { readonly from: string; readonly to: string }[]): boolean
  /** Whether the server makes an object with the value that looks like the type in which the list stands. */
  makesValue(list: EnumPair, value: string): boolean
  /** Whether the file of the list turns one of the values into one of the list's. */
  foldsValues(list: EnumPair, values: readonly string[]): boolean
  /** Whether a longer list is made of the list and of others, or of some of the values. */
  isExtended(list: EnumPair, values: readonly string[]): boolean
  /**
   * Whether the property's value is made on the way, by a call, a default or a literal: in a literal annotated with the
   * type, or in every literal of the server that looks like it; for an
   * input, in any literal of a file that touches the model. Then it need not be what the column holds.
   */
  isMade(pair: Pair, property: ShapeProperty): boolean
  /** Whether a file that declares or names the type makes a number of values of the name: `Number(values.price)`. */
  isReckoned(pair: Pair, name: string): boolean
  /** The select of the server that hands a property's value on as it is stored: one that has all of the type's columns. */
  passing(pair: Pair, property: ShapeProperty): string | undefined
  /** Whether a server file that works with the model asks for records by a condition on the property's name. */
  isFiltered(pair: Pair, property: ShapeProperty): boolean
  /**
   * Whether a server file that touches the model makes a text of a list of the name, or a list of its text, as with
   * `JSON.stringify`, `JSON.parse`, `join` and `split`.
   */
  encodesList(pair: Pair, name: string): boolean
  /** Whether any model of the schema has a column of the name. */
  hasColumn(schema: Schema, name: string): boolean
  /** Whether many models have a column of the name, such as `projectId`: five of them and a quarter of all. */
  isCommonColumn(schema: Schema, name: string): boolean
  /** The migration that dropped the column of the name, or that of the relation of the name, for good. */
  droppedBy(pair: Pair, name: string): string | undefined
  /** Whether the column's migration is newer than those of all columns that the type has. */
  isLate(pair: Pair, column: Column): boolean
  /** The name that migrations renamed to the column's, where they did. */
  renamedFrom(column: Column): readonly string[]
  isServer(shape: Shape): boolean
  /** How values reach the types of the shape's surface, and whether a person said so. */
  wireOf(shape: Pick<Shape, 'file'>): Wire
  /** The pair of another declaration, to tell which model a property's type describes. */
  pairAt(ref: ElementRef): Pair | undefined
  /** The pairs with the same model of the types that the pair's type extends. */
  basesOf(pair: Pair): readonly Pair[]
  /** The columns which the type lacks and a server file that works with the model writes under the property's name. */
  mappedTo(pair: Pair, property: ShapeProperty): readonly Column[]
  /** Whether an object of a module that looks like the type has the column's value under the property's name. */
  isCarried(pair: Pair, property: ShapeProperty, column: Column): boolean
  /** Whether types of other models inherit the property from the same type, and have a column of its name. */
  isForOthers(pair: Pair, property: ShapeProperty): boolean
  /**
   * Whether the property is a column of a record that the model's is related to, the type has several of its columns,
   * and the server spreads that record: then the type is both records in one.
   */
  isMerged(pair: Pair, property: ShapeProperty): boolean
  /** The pair of the type that a name means in the file of a shape. */
  pairNamed(from: Shape, name: string): Pair | undefined
}

/** A server literal, `select` or type that resembles a type. */
/** A text that a file writes into a column. */
export interface WrittenText {
  readonly file: FileId
  readonly text: string
  /** Some file asks for records without it: `status: { not: 'DELETED' }`. */
  readonly isLeftOut: boolean
}

export interface SimilarShape {
  /** What to call it: a type's name, or the file it stands in. */
  readonly name: string
  readonly at: ElementRef | undefined
  has(name: string): boolean
}

/** An operation of Prisma's that gets a value as it is. */
export interface HandedWhole {
  readonly operation: Operation
  /** The names that do not arrive. */
  readonly without: readonly string[]
  /** The only ones that may; undefined where all others do. */
  readonly only: readonly string[] | undefined
  /** Where it is handed over. */
  readonly at: ElementRef
}

/** How values are typed in a surface of the workspace. */
export interface Wire {
  readonly format: WireFormat
  /** The configuration says so; else it is what most types of the surface do. */
  readonly configured: boolean
  /** Where it is inferred: the base type that most properties of a scalar have in the surface. */
  readonly usual: ReadonlyMap<string, Base>
}

/** `json`: HTTP and fetch; `superjson`: tRPC and friends; `native`: inside the server. */
export type WireFormat = 'json' | 'superjson' | 'native'

/** What changed between the earlier schema and the present one. */
export interface Changes {
  /** What it was compared with, for evidence: `git HEAD`. */
  readonly base: string
  /** The earlier state of a column that changed, by its present or its former name; undefined where nothing did. */
  columnBefore(model: string, name: string): Column | undefined
  /** Whether the column is not in the earlier schema, under no name. */
  isAdded(column: Column): boolean
  /** The present name of a column that was renamed. */
  renamedTo(model: string, name: string): string | undefined
  /** The earlier state of an enum that changed. */
  enumBefore(name: string): EnumType | undefined
  /** The present name of an enum's value that was renamed. */
  valueRenamedTo(enumType: string, value: string): string | undefined
}
