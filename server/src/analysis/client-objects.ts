import { isStored } from '../matching/fields.js'
import type { Pair } from '../matching/pair.js'
import type { ShapeProperty } from '../model/shape.js'
import type { ObjectLiteral } from '../model/usage.js'
import type { Corroboration } from '../rules/corroboration.js'
import { escapePattern } from '../text/escape-pattern.js'
import type { FileId } from '../text/file-id.js'
import { COMPONENT, fills, isRecord, looksLike, type TypeName, typesOf } from './likeness.js'
import type { Literals } from './literals.js'
import type { Texts } from './texts.js'

export interface ClientObjectsInput {
  readonly texts: Texts
  readonly literals: Literals
  /** The files of pure clients in the scope of the pair's schema that hold a name. */
  clientsWith(pair: Pair, name: string): readonly FileId[]
  /** The literals anywhere in the scope of the pair's schema that are annotated with a type. */
  annotated(pair: Pair, type: TypeName): readonly ObjectLiteral[]
}

/** The objects that a client makes by itself, of whatever it is sent. */
export type ClientObjects = Pick<Corroboration, 'builtByClient' | 'isNoted' | 'isReshaped'>

export function createClientObjects({ texts, literals, clientsWith, annotated }: ClientObjectsInput): ClientObjects {
  /** Whether a file that declares a property sets one of the name, as parsers do: `parsed.zip = match[5]`. */
  const isSet = (file: FileId, name: string) => literals.repeats(file, name) && setsName(texts.get(file) ?? '', name)
  const adds = (pair: Pair, file: FileId, name: string) =>
    literals.in(file).some((literal) => fills(literal, name) && isAddition(literal, pair))
  /** Whether a client adds a name to what it asks the server for by the type. */
  const isMapped = (pair: Pair, name: string) =>
    clientsWith(pair, name).some(
      (file) =>
        texts.holdsWord(file, pair.shape.name) &&
        asksFor(texts.get(file) ?? '', pair.shape.name) &&
        adds(pair, file, name),
    )
  /** Whether a client that names both types adds to a record what the type adds to the one that it extends. */
  const isGrown = (pair: Pair, { name, inherited }: ShapeProperty) => {
    const bases = pair.shape.properties.flatMap((property) => (property.inherited ? property.declaredIn.name : []))
    const namesBoth = (file: FileId) =>
      texts.holdsWord(file, pair.shape.name) && bases.some((base) => texts.holdsWord(file, base))
    return !inherited && clientsWith(pair, name).some((file) => namesBoth(file) && adds(pair, file, name))
  }
  /** Whether a client's module, which is no component, makes the whole type of what it is sent, the key included. */
  const isRemade = (pair: Pair, name: string) => {
    const names = pair.shape.properties.flatMap((property) => (property.optional ? [] : property.name))
    const isModule = (file: FileId) => !COMPONENT.test(file) && texts.holdsWord(file, pair.shape.name)
    const isWhole = ({ keys }: ObjectLiteral) => keys.includes(name) && names.every((each) => keys.includes(each))
    const modules = names.includes('id') ? clientsWith(pair, name).filter(isModule) : []
    return modules.some((file) => literals.holding(file, names).some(({ literal }) => isWhole(literal)))
  }
  return {
    builtByClient(pair, property) {
      const { name, declaredIn } = property
      const built = typesOf(pair, property).flatMap((type) => annotated(pair, type))
      const beside = [...new Set([pair.shape.file, declaredIn.file])].flatMap((file) => literals.naming(file, name))
      const adding = beside.filter((literal) => literal.spread || isRecord(literal, pair))
      const isMadeHere = [...built, ...adding].some((literal) => fills(literal, name))
      const isAnywhere = isMapped(pair, name) || isGrown(pair, property) || isRemade(pair, name)
      return isMadeHere || isSet(pair.shape.file, name) || isAnywhere
    },
    isNoted: (pair, { name }) => clientsWith(pair, name).some((file) => marks(texts.get(file) ?? '', name)),
    isReshaped(pair, { name }) {
      const names = pair.shape.properties.map((each) => each.name)
      const files = clientsWith(pair, name).filter((file) => file !== pair.shape.file)
      const isLike = (literal: ObjectLiteral) => fills(literal, name) && looksLike(literal, pair)
      return files.some((file) => literals.holding(file, names).some(({ literal }) => isLike(literal)))
    },
  }
}

/** Beside a spread nothing but names that no column has: a record is made with some of its columns. */
function isAddition({ spread, keys }: ObjectLiteral, { fields }: Pair): boolean {
  const columns = new Set(fields.filter(({ column }) => isStored(column)).map(({ property }) => property.name))
  return spread && !keys.some((key) => columns.has(key))
}

/** `{ ...post, pending: true }`. */
function marks(text: string, name: string): boolean {
  return new RegExp(`\\b${escapePattern(name)}['"]?\\s*:\\s*true\\b`).test(text)
}

/** What collects values that a server is to take. */
const REQUEST = /form|payload|(body|params)$/i

/** `parsed.zip = match[5]`; what is set in a form or a request is no record that somebody reads. */
function setsName(text: string, name: string): boolean {
  return [...text.matchAll(new RegExp(`\\.${escapePattern(name)}\\s*=(?![=>])`, 'g'))].some(({ index }) => {
    const [owner = ''] = /[\w$.[\]()?!]*$/.exec(text.slice(Math.max(0, index - LONGEST_OWNER), index)) ?? []
    return !REQUEST.test(owner)
  })
}

const LONGEST_OWNER = 80

/** `client.get<Post[]>(…)`, `request<Post>(…)`. */
function asksFor(text: string, type: string): boolean {
  return new RegExp(`\\b(?:get|request|fetch\\w*)\\s*<[^;=]{0,60}\\b${escapePattern(type)}\\b`).test(text)
}
