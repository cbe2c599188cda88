import type { Pair } from '../matching/pair.js'
import { isInput, isRead } from '../model/role.js'
import type { Column } from '../model/schema.js'
import type { ShapeProperty } from '../model/shape.js'
import type { ObjectLiteral } from '../model/usage.js'
import { sameItems } from '../query/equality.js'
import { createFamily } from '../query/query.js'
import type { Corroboration, SimilarShape } from '../rules/corroboration.js'
import { escapePattern } from '../text/escape-pattern.js'
import { baseName, type FileId } from '../text/file-id.js'
import type { FoundLiteral } from './annotated-literals.js'
import {
  COMPONENT,
  fills,
  isMadeFrom,
  isRecord,
  looksLike,
  SIMILAR,
  shareOf,
  type TypeName,
  typesOf,
} from './likeness.js'
import type { Literals } from './literals.js'
import type { ServerUsage } from './server-usage.js'
import type { Texts } from './texts.js'

/** Shapes of the server beside a type. */
export type SimilarShapes = Pick<
  Corroboration,
  | 'closestServerShape'
  | 'isAdded'
  | 'isAssembled'
  | 'isCarried'
  | 'isComposed'
  | 'isFiltered'
  | 'isMade'
  | 'makesValue'
  | 'passing'
  | 'similarShapes'
>

interface Measured extends SimilarShape {
  readonly share: number
  readonly size: number
  readonly isType: boolean
  /** Handed to Prisma: what is stored need not be sent. */
  readonly isStored: boolean
}

/** Names of which a few that differ say little. */
const SEVERAL = 3

/** What has this much of all a type's properties is of the type, whatever it is made from. */
const ALIKE = 0.85

export interface SimilarShapesInput {
  usageOf(pair: Pair): ServerUsage
  serverPairsOf(pair: Pair): readonly Pair[]
  readonly texts: Texts
  readonly literals: Literals
  /** The files in the scope of the pair's schema that write a column's value under a name. */
  filesMapping(pair: Pair, name: string, column: Column): readonly FileId[]
  /** Whether a file is of the type's own package and means no other type by its name. */
  isNear(pair: Pair, file: FileId): boolean
  /** Whether any model of the pair's schema has a column of a name. */
  hasColumn(pair: Pair, name: string): boolean
  /** Whether a file's text has all words of a model's name. */
  speaksOf(file: FileId, model: string): boolean
  /** The literals anywhere in the scope of the pair's schema that are annotated with a type. */
  annotated(pair: Pair, type: TypeName): readonly ObjectLiteral[]
}

export function createSimilarShapes(input: SimilarShapesInput): SimilarShapes {
  const { usageOf, serverPairsOf, texts, literals, filesMapping, isNear, hasColumn, speaksOf, annotated } = input
  const literalsLike = createFamily((pair: Pair) => {
    const names = namesOf(pair)
    return literals
      .touching(pair, names)
      .filter(({ literal }) => literal.keys.length >= 3 && shareOf(names, new Set(literal.keys)) >= SIMILAR)
  }, sameItems)
  /** Whether a file that touches the model converts what an input has under a name. */
  const isConverted = (pair: Pair, name: string) =>
    usageOf(pair)
      .filesTouching(pair.model)
      .some((file) => converts(texts.get(file) ?? '', name))
  /** Whether an object or select of some kind beside the type has a property's name and looks like the type. */
  const hasLiteralLike = (pair: Pair, property: ShapeProperty, isMeant: (literal: ObjectLiteral) => boolean) => {
    const names = pair.shape.properties.map((each) => each.name)
    const isLike = (literal: ObjectLiteral) =>
      literal.keys.includes(property.name) &&
      isMeant(literal) &&
      shareOf(names, new Set(literal.keys)) >= composed(names, literal.select)
    const files = literals.filesBeside(pair, property)
    return files.some((file) => literals.holding(file, names).some(({ literal }) => isLike(literal)))
  }
  /** Objects of modules that may make what is sent, which have a property and look like the type; where a text may. */
  const literalsBeside = (
    pair: Pair,
    property: ShapeProperty,
    mayHold: (text: string) => boolean = () => true,
  ): readonly FoundLiteral[] => {
    const names = pair.shape.properties.map((each) => each.name)
    const isLike = (literal: ObjectLiteral) =>
      !literal.select &&
      literal.handedTo === undefined &&
      literal.keys.includes(property.name) &&
      looksLike(literal, pair) &&
      mayBeSent(literal, names)
    const files = names.length > SEVERAL ? literals.filesBeside(pair, property) : []
    return files
      .filter((file) => !COMPONENT.test(file) && mayHold(texts.get(file) ?? '') && isNear(pair, file))
      .flatMap((file) => literals.holding(file, names).filter(({ literal }) => isLike(literal)))
  }
  /** Whether an object of the server that looks like the type is made with the value under a property's name. */
  const makes = (pair: Pair, property: ShapeProperty, value: string) => {
    const written = new RegExp(`\\b${escapePattern(property.name)}['"]?\\s*:\\s*['"]${escapePattern(value)}['"]`)
    const found = literalsBeside(pair, property, (text) => written.test(text))
    return found.some(({ literal }) => literal.made.includes(property.name))
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
    similarShapes: measured,
    isComposed(pair, property) {
      // What no model has cannot be selected: Prisma refuses it.
      const isSelected = hasColumn(pair, property.name)
      return hasLiteralLike(pair, property, ({ select, handedTo }) => (select ? isSelected : !handedTo))
    },
    isAssembled(pair, property) {
      return hasLiteralLike(pair, property, ({ select, handedTo }) => !select && handedTo === undefined)
    },
    isAdded(pair, property) {
      const adds = (literal: ObjectLiteral) =>
        literal.spread &&
        literal.handedTo === undefined &&
        literal.keys.includes(property.name) &&
        !isForeign(literal, pair)
      const files = literals.filesBeside(pair, property)
      return files.some((file) => speaksOf(file, pair.model.name) && literals.in(file).some(adds))
    },
    isCarried(pair, { name }, column) {
      const isSent = (literal: ObjectLiteral) =>
        !literal.select && literal.handedTo === undefined && fills(literal, name) && looksLike(literal, pair)
      const files = pair.shape.properties.length > SEVERAL ? filesMapping(pair, name, column) : []
      return files
        .filter((file) => !COMPONENT.test(file) || file === pair.shape.file)
        .some((file) => literals.in(file).some(isSent))
    },
    makesValue: ({ inlineIn, usedBy }, value) =>
      inlineIn !== undefined && usedBy.some(({ pair, field }) => makes(pair, field.property, value)),
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
      const beside = literals.naming(pair.shape.file, name).filter((literal) => isRecord(literal, pair))
      if ([...built, ...beside].some(({ made }) => made.includes(name))) return true
      if (isInput(pair.role)) {
        const writing = literals.touching(pair, [name])
        return writing.some(({ literal }) => literal.made.includes(name)) || isConverted(pair, name)
      }
      const names = namesOf(pair)
      const alike = literalsLike(pair).filter(
        ({ literal }) => !literal.select && literal.keys.includes(name) && mayBeSent(literal, names),
      )
      const whole =
        pair.extras.length < SEVERAL
          ? []
          : literalsBeside(pair, property).filter(({ literal }) => isWholeOf(literal, pair))
      const sent = whole.length > 0 ? whole : alike
      return sent.length > 0 && sent.every(({ literal }) => literal.made.includes(name))
    },
    closestServerShape: createFamily(
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

/** `data.price = parseFloat(dto.price)`. */
function converts(text: string, name: string): boolean {
  return new RegExp(
    `\\b(?:parse(?:Float|Int)|Number|BigInt|Date|Decimal)\\(\\s*\\w+[?!]?\\.${escapePattern(name)}\\b`,
  ).test(text)
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

/** Nearly all of the type, with what it has beside the columns: it is made for that type and no other. */
function isWholeOf({ keys }: ObjectLiteral, { shape }: Pair): boolean {
  const names = shape.properties.map(({ name }) => name)
  return shareOf(names, new Set(keys)) >= ALIKE
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
