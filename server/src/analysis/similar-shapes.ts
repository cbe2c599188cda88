import { isStored } from '../matching/fields.js'
import type { Pair } from '../matching/pair.js'
import { isInput, isRead } from '../model/role.js'
import type { Shape, ShapeProperty } from '../model/shape.js'
import type { ObjectLiteral } from '../model/usage.js'
import { sameData, sameItems } from '../query/equality.js'
import { createFamily, createNamedFamily } from '../query/query.js'
import type { SimilarShape } from '../rules/corroboration.js'
import { countWord } from '../text/contains-word.js'
import { escapePattern } from '../text/escape-pattern.js'
import { baseName, type FileId } from '../text/file-id.js'
import type { FoundLiteral } from './annotated-literals.js'
import type { ServerUsage } from './server-usage.js'
import type { Sources } from './sources.js'
import type { Texts } from './texts.js'

/** Shapes of the server beside a type. */
export interface SimilarShapes {
  /** Those with at least 70 % of the columns that the type has, and nothing hidden behind a spread. */
  of(pair: Pair): readonly SimilarShape[]
  /** The one that has most of the type's fields and the fewest others. */
  closest(pair: Pair): SimilarShape | undefined
  /** Whether a literal annotated with the type has the name, or one in its file that looks like it or adds to it. */
  isBuilt(pair: Pair, property: ShapeProperty): boolean
  /** Whether an object or a select anywhere outside pure client packages has the name and looks like the type. */
  isComposed(pair: Pair, property: ShapeProperty): boolean
  /** Whether such an object, and no select, has it. */
  isAssembled(pair: Pair, property: ShapeProperty): boolean
  /** Whether an object in a file that speaks of the model adds the name to another one. */
  isAdded(pair: Pair, property: ShapeProperty): boolean
  /** Whether an object of a pure client has the name and looks like the type: made there of what is sent. */
  isReshaped(pair: Pair, property: ShapeProperty): boolean
  /** The select that hands a property's value on as it is stored: one that has all of the type's columns. */
  passing(pair: Pair, property: ShapeProperty): string | undefined
  /** Whether a file that touches the model asks for records by a condition on the property's name. */
  isFiltered(pair: Pair, property: ShapeProperty): boolean
  /** Whether annotated literals, or all literals that look like the type, make the property's value themselves. */
  isMade(pair: Pair, property: ShapeProperty): boolean
}

interface Measured extends SimilarShape {
  readonly share: number
  readonly size: number
  readonly isType: boolean
  /** Handed to Prisma: what is stored need not be sent. */
  readonly isStored: boolean
}

const SIMILAR = 0.7

/** Names of which a few that differ say little. */
const SEVERAL = 3

/** What has this much of all a type's properties is of the type, whatever it is made from. */
const ALIKE = 0.85

/** Files that read a record to let a request through, and send nothing of it. */
const GATEKEEPER = /[./-](guard|strategy|middleware)\.[cm]?[jt]s$/

/** Files that show records. */
const COMPONENT = /\.([jt]sx|vue|svelte)$|\.(component|page)\.ts$/

export interface SimilarShapesInput {
  usageOf(pair: Pair): ServerUsage
  serverPairsOf(pair: Pair): readonly Pair[]
  readonly sources: Sources
  readonly texts: Texts
  /** Whether a file can run. */
  readonly isWired: (file: FileId) => boolean
  /** The files in the scope of the pair's schema that hold a name and may run on the server. */
  filesWith(pair: Pair, name: string): readonly FileId[]
  /** Whether any model of the pair's schema has a column of a name. */
  hasColumn(pair: Pair, name: string): boolean
  /** The files of pure clients in the scope of the pair's schema that hold a name. */
  clientsWith(pair: Pair, name: string): readonly FileId[]
  /** Whether a file's text has all words of a model's name. */
  speaksOf(file: FileId, model: string): boolean
  /** The literals anywhere in the scope of the pair's schema that are annotated with a type. */
  annotated(pair: Pair, type: TypeName): readonly ObjectLiteral[]
}

/** A type by its name and the file that declares it. */
export type TypeName = Pick<Shape, 'name' | 'file'>

export function createSimilarShapes({
  usageOf,
  serverPairsOf,
  sources,
  texts,
  annotated,
  filesWith,
  clientsWith,
  hasColumn,
  speaksOf,
  isWired,
}: SimilarShapesInput): SimilarShapes {
  const literalsIn = (file: FileId) => sources.usageOf(file)?.literals ?? []
  /** Files are asked by their texts first; only those that hold the names are parsed. */
  const holds = createNamedFamily((key) => {
    const [file = '', ...names] = key.split('\n')
    return shareOf(names, { has: (name) => texts.holdsWord(file, name) }) >= SIMILAR
  })
  const literalsHolding = createNamedFamily((key): readonly FoundLiteral[] => {
    const [file = ''] = key.split('\n')
    return holds(key) ? literalsIn(file).map((literal) => ({ literal, file })) : []
  }, sameData)
  /** A file that declares a property holds its name for that alone. */
  const repeats = createNamedFamily((key) => {
    const [file = '', name = ''] = key.split('\n')
    return texts.holdsWord(file, name) && countWord(texts.get(file) ?? '', name, 2) === 2
  })
  /** Whether a file that declares a property sets one of the name, as parsers do: `parsed.zip = match[5]`. */
  const isSet = (file: FileId, name: string) =>
    repeats(`${file}\n${name}`) && new RegExp(`\\.${escapePattern(name)}\\s*=(?![=>])`).test(texts.get(file) ?? '')
  /** The literals of a file that declares the property of a name, if any can have that name. */
  const literalsNaming = (file: FileId, name: string) => (repeats(`${file}\n${name}`) ? literalsIn(file) : [])
  /** Literals and selects of the files that work with the model's records and hold most of the names. */
  const literalsTouching = (pair: Pair, names: readonly string[]): readonly FoundLiteral[] =>
    usageOf(pair)
      .filesShaping(pair.model)
      .filter((file) => !GATEKEEPER.test(file) && isWired(file))
      .flatMap((file) => literalsHolding([file, ...names].join('\n')))
  /** The files that may run on the server, hold a property's name and do not declare it. */
  const filesBeside = (pair: Pair, { name, declaredIn }: ShapeProperty) =>
    filesWith(pair, name).filter((file) => file !== pair.shape.file && file !== declaredIn.file)
  const literalsLike = createFamily((pair: Pair) => {
    const names = namesOf(pair)
    return literalsTouching(pair, names).filter(
      ({ literal }) => literal.keys.length >= 3 && shareOf(names, new Set(literal.keys)) >= SIMILAR,
    )
  }, sameItems)
  /** Whether a file that touches the model converts what an input has under a name. */
  const isConverted = (pair: Pair, name: string) =>
    usageOf(pair)
      .filesTouching(pair.model)
      .some((file) => converts(texts.get(file) ?? '', name))
  /** Whether a client adds a name to what it asks the server for by the type. */
  const isMapped = (pair: Pair, name: string) =>
    clientsWith(pair, name).some(
      (file) =>
        texts.holdsWord(file, pair.shape.name) &&
        asksFor(texts.get(file) ?? '', pair.shape.name) &&
        literalsIn(file).some((literal) => fills(literal, name) && isAddition(literal, pair)),
    )
  /** Whether a client's module, which is no component, makes the whole type of what it is sent, the key included. */
  const isRemade = (pair: Pair, name: string) => {
    const names = pair.shape.properties.flatMap((property) => (property.optional ? [] : property.name))
    const isModule = (file: FileId) => !COMPONENT.test(file) && texts.holdsWord(file, pair.shape.name)
    return (names.includes('id') ? clientsWith(pair, name).filter(isModule) : []).some((file) =>
      literalsHolding([file, ...names].join('\n')).some(
        ({ literal: { keys } }) => keys.includes(name) && names.every((each) => keys.includes(each)),
      ),
    )
  }
  /** Whether an object or select of some kind beside the type has a property's name and looks like the type. */
  const hasLiteralLike = (pair: Pair, property: ShapeProperty, isMeant: (literal: ObjectLiteral) => boolean) => {
    const names = pair.shape.properties.map((each) => each.name)
    const isLike = (literal: ObjectLiteral) =>
      literal.keys.includes(property.name) &&
      isMeant(literal) &&
      shareOf(names, new Set(literal.keys)) >= composed(names, literal.select)
    return filesBeside(pair, property).some((file) =>
      literalsHolding([file, ...names].join('\n')).some(({ literal }) => isLike(literal)),
    )
  }
  const isFiltered = (pair: Pair, { name }: ShapeProperty) =>
    usageOf(pair)
      .filesTouching(pair.model)
      .some((file) => filters(texts.get(file) ?? '', name))
  const measured = createFamily((pair: Pair): readonly Measured[] => {
    const names = namesOf(pair)
    const types = typesBeside(pair, names, serverPairsOf(pair)).filter(({ share }) => share >= SIMILAR)
    const whole = literalsLike(pair).filter(({ literal }) => isWhole(literal, names))
    return [...types, ...whole.map((found) => measureLiteral(found, names))]
  })
  return {
    of: measured,
    isBuilt(pair, property) {
      const { name, declaredIn } = property
      const built = typesOf(pair, property).flatMap((type) => annotated(pair, type))
      const beside = [...new Set([pair.shape.file, declaredIn.file])].flatMap((file) => literalsNaming(file, name))
      const adding = beside.filter((literal) => literal.spread || looksLike(literal, pair))
      const isMadeHere = [...built, ...adding].some((literal) => fills(literal, name))
      return isMadeHere || isSet(pair.shape.file, name) || isMapped(pair, name) || isRemade(pair, name)
    },
    isComposed(pair, property) {
      // What no model has cannot be selected: Prisma refuses it.
      const isSelected = hasColumn(pair, property.name)
      return hasLiteralLike(pair, property, ({ select, handedTo }) => (select ? isSelected : !handedTo))
    },
    isAssembled(pair, property) {
      return hasLiteralLike(pair, property, ({ select, handedTo }) => !select && handedTo === undefined)
    },
    isReshaped(pair, { name }) {
      const names = pair.shape.properties.map((each) => each.name)
      const files = clientsWith(pair, name).filter((file) => file !== pair.shape.file)
      return files.some((file) =>
        literalsHolding([file, ...names].join('\n')).some(
          ({ literal }) => fills(literal, name) && looksLike(literal, pair),
        ),
      )
    },
    isAdded(pair, property) {
      const adds = (literal: ObjectLiteral) =>
        literal.spread &&
        literal.handedTo === undefined &&
        literal.keys.includes(property.name) &&
        !isForeign(literal, pair)
      return filesBeside(pair, property).some((file) => speaksOf(file, pair.model.name) && literalsIn(file).some(adds))
    },
    isFiltered,
    passing(pair, property) {
      const { name } = property
      const names = namesOf(pair)
      const sent = literalsLike(pair).filter(
        ({ literal: { keys, select, handedTo } }) => keys.includes(name) && (select || handedTo === undefined),
      )
      const whole = sent.find(({ literal }) => literal.select && names.every((each) => literal.keys.includes(each)))
      const isAsStored = sent.every(({ literal: { made, select } }) => select || !made.includes(name))
      return names.length >= 4 && whole && isAsStored && !isFiltered(pair, property)
        ? measureLiteral(whole, names).name
        : undefined
    },
    isMade(pair, property) {
      const { name } = property
      const built = typesOf(pair, property).flatMap((type) => annotated(pair, type))
      const beside = literalsNaming(pair.shape.file, name).filter((literal) => looksLike(literal, pair))
      if ([...built, ...beside].some(({ made }) => made.includes(name))) return true
      if (isInput(pair.role)) {
        const writing = literalsTouching(pair, [name])
        return writing.some(({ literal }) => literal.made.includes(name)) || isConverted(pair, name)
      }
      const names = namesOf(pair)
      const alike = literalsLike(pair).filter(
        ({ literal }) => !literal.select && literal.keys.includes(name) && mayBeSent(literal, names),
      )
      return alike.length > 0 && alike.every(({ literal }) => literal.made.includes(name))
    },
    closest: createFamily(
      (pair: Pair) =>
        measured(pair)
          .filter((each) => !each.isStored)
          .toSorted((a, b) => b.share - a.share || Number(b.isType) - Number(a.isType) || a.size - b.size)[0],
    ),
  }
}

/** Whether a text asks for a column's values by a condition, which records without one do not meet. */
function filters(text: string, name: string): boolean {
  return new RegExp(
    `\\b${escapePattern(name)}['"]?\\s*:\\s*(\\{\\s*(not|equals|in|[lg]te?|contains|startsWith|endsWith)\\b|null\\b)`,
  ).test(text)
}

/** Beside a spread nothing but names that no column has: a record is made with some of its columns. */
function isAddition({ spread, keys }: ObjectLiteral, { fields }: Pair): boolean {
  const columns = new Set(fields.filter(({ column }) => isStored(column)).map(({ property }) => property.name))
  return spread && !keys.some((key) => columns.has(key))
}

/** `data.price = parseFloat(dto.price)`. */
function converts(text: string, name: string): boolean {
  return new RegExp(
    `\\b(?:parse(?:Float|Int)|Number|BigInt|Date|Decimal)\\(\\s*\\w+[?!]?\\.${escapePattern(name)}\\b`,
  ).test(text)
}

/** `client.get<Post[]>(…)`, `request<Post>(…)`. */
function asksFor(text: string, type: string): boolean {
  return new RegExp(`\\b(?:get|request|fetch\\w*)\\s*<[^;=]{0,60}\\b${escapePattern(type)}\\b`).test(text)
}

/** Of a few properties any object may have most, and what is selected may be of another model with the same columns. */
function composed(names: readonly string[], isSelect: boolean): number {
  return names.length <= 4 ? 1 : isSelect ? ALIKE : SIMILAR
}

/** Of several names most are not the type's: what they are added to is no record that the type describes. */
function isForeign({ keys }: ObjectLiteral, { shape }: Pair): boolean {
  const names = new Set(shape.properties.map(({ name }) => name))
  return keys.length > SEVERAL && keys.filter((key) => !names.has(key)).length > keys.length / 2
}

/** Whether an object has the name with a value: a client that sets it to null has none to put there. */
function fills({ keys, empty }: ObjectLiteral, name: string): boolean {
  return keys.includes(name) && !empty.includes(name)
}

/** At least 70 % of all the type's properties. */
function looksLike({ keys }: ObjectLiteral, { shape }: Pair): boolean {
  const names = shape.properties.map(({ name }) => name)
  return keys.length >= 3 && shareOf(names, new Set(keys)) >= SIMILAR
}

/** The type itself, and the one that the property is inherited from. */
function typesOf({ shape }: Pair, { declaredIn }: ShapeProperty): readonly TypeName[] {
  return shape.name === declaredIn.name && shape.file === declaredIn.file ? [shape] : [shape, declaredIn]
}

/** The properties of the type that are columns. */
function namesOf({ fields }: Pair): readonly string[] {
  return fields.map(({ property }) => property.name)
}

function typesBeside(pair: Pair, names: readonly string[], serverPairs: readonly Pair[]): readonly Measured[] {
  const types = serverPairs.filter(
    ({ shape, role, inline }) => !isMadeFrom(shape, pair.shape) && isRead(role) && !shape.open && !inline,
  )
  return types.map(({ shape }) => {
    const keys = new Set(shape.properties.map(({ name }) => name))
    return {
      name: `the server's ${shape.name}`,
      at: shape.ref,
      has: (name) => keys.has(name),
      share: shareOf(names, keys),
      size: keys.size,
      isType: true,
      isStored: false,
    }
  })
}

/** Those with a spread hide some of their names. */
function isWhole(literal: ObjectLiteral, names: readonly string[]): boolean {
  return !literal.spread && literal.keys.length >= 3 && mayBeSent(literal, names)
}

/** Those that build rows to insert lack the key. */
function mayBeSent({ spread, keys }: ObjectLiteral, names: readonly string[]): boolean {
  return spread || !names.includes('id') || keys.includes('id')
}

function measureLiteral({ literal, file }: FoundLiteral, names: readonly string[]): Measured {
  const keys = new Set(literal.keys)
  return {
    name: `${literal.select ? 'the select' : 'the object'} in ${baseName(file)}`,
    at: undefined,
    has: (name) => keys.has(name),
    share: shareOf(names, keys),
    size: keys.size,
    isType: false,
    isStored: !literal.select && literal.handedTo !== undefined,
  }
}

function shareOf(names: readonly string[], keys: { has(name: string): boolean }): number {
  return names.length === 0 ? 0 : names.filter((name) => keys.has(name)).length / names.length
}

/** A type that is, extends or merges the other one says nothing that the other does not. */
export function isMadeFrom(shape: Shape, other: Shape): boolean {
  return (
    shape === other ||
    shape.properties.some(({ declaredIn }) => declaredIn.file === other.file && declaredIn.name === other.name)
  )
}
