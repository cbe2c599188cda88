import type { Pair } from '../matching/pair.js'
import type { ShapeProperty } from '../model/shape.js'
import type { ObjectLiteral } from '../model/usage.js'
import { sameData } from '../query/equality.js'
import { createNamedFamily } from '../query/query.js'
import { countWord } from '../text/contains-word.js'
import type { FileId } from '../text/file-id.js'
import type { FoundLiteral } from './annotated-literals.js'
import { SIMILAR, shareOf } from './likeness.js'
import type { ServerUsage } from './server-usage.js'
import type { Sources } from './sources.js'
import type { Texts } from './texts.js'

export interface LiteralsInput {
  usageOf(pair: Pair): ServerUsage
  readonly sources: Sources
  readonly texts: Texts
  /** Whether a file can run. */
  readonly isWired: (file: FileId) => boolean
  /** The files in the scope of the pair's schema that hold a name and may run on the server. */
  filesWith(pair: Pair, name: string): readonly FileId[]
}

/** Object literals and selects, by what they may hold. Files are asked by their texts first; only some are parsed. */
export interface Literals {
  /** All those of a file. */
  in(file: FileId): readonly ObjectLiteral[]
  /** Those of a file that holds most of the names. */
  holding(file: FileId, names: readonly string[]): readonly FoundLiteral[]
  /** Those of a file that declares the property of a name, if any can have that name. */
  naming(file: FileId, name: string): readonly ObjectLiteral[]
  /** Those of the files that work with the model's records and hold most of the names. */
  touching(pair: Pair, names: readonly string[]): readonly FoundLiteral[]
  /** The files that may run on the server, hold a property's name and do not declare it. */
  filesBeside(pair: Pair, property: ShapeProperty): readonly FileId[]
  /** Whether a file that declares a property names it once more. */
  repeats(file: FileId, name: string): boolean
}

/** Files that read a record to let a request through, and send nothing of it. */
const GATEKEEPER = /[./-](guard|strategy|middleware)\.[cm]?[jt]s$/

export function createLiterals({ usageOf, sources, texts, isWired, filesWith }: LiteralsInput): Literals {
  const literalsIn = (file: FileId) => sources.usageOf(file)?.literals ?? []
  const holds = createNamedFamily((key) => {
    const [file = '', ...names] = key.split('\n')
    return shareOf(names, { has: (name) => texts.holdsWord(file, name) }) >= SIMILAR
  })
  const holding = createNamedFamily((key): readonly FoundLiteral[] => {
    const [file = ''] = key.split('\n')
    return holds(key) ? literalsIn(file).map((literal) => ({ literal, file })) : []
  }, sameData)
  const repeats = createNamedFamily((key) => {
    const [file = '', name = ''] = key.split('\n')
    return texts.holdsWord(file, name) && countWord(texts.get(file) ?? '', name, 2) === 2
  })
  return {
    in: literalsIn,
    holding: (file, names) => holding([file, ...names].join('\n')),
    naming: (file, name) => (repeats(`${file}\n${name}`) ? literalsIn(file) : []),
    touching: (pair, names) =>
      usageOf(pair)
        .filesShaping(pair.model)
        .filter((file) => !GATEKEEPER.test(file) && isWired(file))
        .flatMap((file) => holding([file, ...names].join('\n'))),
    filesBeside: (pair, { name, declaredIn }) =>
      filesWith(pair, name).filter((file) => file !== pair.shape.file && file !== declaredIn.file),
    repeats: (file, name) => repeats(`${file}\n${name}`),
  }
}
