import type { Model, Schema } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import type { Corroboration } from '../rules/corroboration.js'
import { escapePattern } from '../text/escape-pattern.js'
import type { FileId } from '../text/file-id.js'
import { createListEncodings } from './list-encodings.js'
import type { ServerUsage } from './server-usage.js'
import type { Surfaces } from './surfaces.js'
import type { TextEvidence } from './text-evidence.js'
import type { Texts } from './texts.js'
import { createValueSpellings } from './value-spellings.js'

export interface ToldEvidenceInput {
  readonly texts: Texts
  readonly told: TextEvidence
  readonly surfaces: Pick<Surfaces, 'isClientOnly' | 'of'>
  readonly isInScope: (file: FileId, schema: Schema) => boolean
  readonly usageOf: (schema: Schema) => Pick<ServerUsage, 'filesTouching'>
  /** Whether a file imports another one. */
  readonly imports: (from: FileId, file: FileId) => boolean
}

/** What the texts of files tell by themselves: what becomes of values on the way, and what a file is about. */
export type ToldEvidence = Pick<
  Corroboration,
  | 'asksForData'
  | 'convertsValues'
  | 'dropsUnvalidated'
  | 'encodesList'
  | 'foldsValues'
  | 'isAskedFor'
  | 'isDeleted'
  | 'isExtended'
  | 'isHandedOnAs'
  | 'isMerged'
  | 'isOwnState'
  | 'isReckoned'
  | 'mappedTo'
  | 'mapsValues'
>

export function createToldEvidence(input: ToldEvidenceInput): ToldEvidence {
  const { texts, told, surfaces, isInScope, usageOf, imports } = input
  const spellings = createValueSpellings(texts)
  const encodings = createListEncodings(texts)
  const touching = (schema: Schema, model: Model) => new Set(usageOf(schema).filesTouching(model))
  /** Whether a file imports a type, as far as its text tells. */
  const takes = (from: FileId, { name, file }: Shape) => imports(from, file) && importsName(texts.get(from) ?? '', name)
  return {
    asksForData: ({ file }) => told.asking().has(file),
    isAskedFor: ({ schema, shape }) => {
      const isKept = shape.declaration.exportedAs.length === 0
      const names = (file: FileId) => (isKept ? file === shape.file : takes(file, shape))
      const isClients = (file: FileId) => isInScope(file, schema) && surfaces.of(file) !== 'server'
      return some(texts.holding(shape.name).keys(), (file) => isClients(file) && told.asking().has(file) && names(file))
    },
    isOwnState: (file) => told.keeping().has(file),
    dropsUnvalidated: () => texts.holding('whitelist').size > 0,
    isDeleted: ({ schema }, name) =>
      some(told.deleting(name), (file) => isInScope(file, schema) && !surfaces.isClientOnly(file)),
    isReckoned: ({ shape }, name) =>
      some(told.reckoning(name), (file) => file === shape.file || texts.holdsWord(file, shape.name)),
    isHandedOnAs: ({ schema, shape }, { name }, others) => {
      const counts = (file: FileId) =>
        isInScope(file, schema) && surfaces.isClientOnly(file) && texts.holdsWord(file, shape.name)
      return others.some((other) => some(told.renaming(name, other), counts))
    },
    mappedTo: ({ schema, model, missing }, { name }) => {
      const files = touching(schema, model)
      const written = [...told.mapping(name)].flatMap(([file, columns]) => (files.has(file) ? columns : []))
      return missing.filter((column) => written.includes(column.name))
    },
    isMerged: ({ schema, model, extras }, { name }) => {
      const files = touching(schema, model)
      return model.columns.some((column) => {
        const other = column.relation && !column.list ? schema.models.get(column.type) : undefined
        const names = new Set(other?.columns.map((each) => each.name))
        const shared = extras.filter((extra) => names.has(extra.name)).length
        return names.has(name) && shared >= SEVERAL && some(told.spreading(column.name), (file) => files.has(file))
      })
    },
    encodesList: ({ schema, model }, name) => {
      const files = touching(schema, model)
      return some(encodings(name), (file) => files.has(file))
    },
    mapsValues: ({ schema }, crossings) => some(spellings.mapping(crossings), (file) => isInScope(file, schema)),
    foldsValues: spellings.folds,
    isExtended: spellings.extends,
    convertsValues: (list, renamed) =>
      some(spellings.converting(list, renamed), (file) => file !== list.at.file && isInScope(file, list.schema)) ||
      some(spellings.switching(renamed), (file) => isInScope(file, list.schema)),
  }
}

/** So many columns of a record in a type that describes another one are no coincidence. */
const SEVERAL = 3

function importsName(text: string, name: string): boolean {
  return new RegExp(`\\b(?:import|export)\\b[^;'"]*\\b${escapePattern(name)}\\b[^;'"]*\\bfrom\\b`).test(text)
}

function some<Item>(items: Iterable<Item>, accept: (item: Item) => boolean): boolean {
  for (const item of items) if (accept(item)) return true
  return false
}
