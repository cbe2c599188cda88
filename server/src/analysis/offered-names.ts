import type { EnumPair, Pair } from '../matching/pair.js'
import type { Query } from '../query/query.js'
import { escapePattern } from '../text/escape-pattern.js'
import type { FileId } from '../text/file-id.js'
import { relativeModule, writesExtensions } from './generate/project.js'

/** The module by which a file could import a type, as it would write it; undefined where none or several offer one. */
export type OfferedNames = (file: FileId, name: string) => string | undefined

export interface OfferedNamesInput {
  readonly pairs: Query<readonly Pair[]>
  readonly enumPairs: Query<readonly EnumPair[]>
  readonly packageOf: (file: FileId) => FileId
  readonly textOf: (file: FileId) => string | undefined
}

/** Finds the types of models, and the lists of values, that the package of a file exports under a name. */
export function createOfferedNames({ pairs, enumPairs, packageOf, textOf }: OfferedNamesInput): OfferedNames {
  const declaring = (name: string): readonly FileId[] => [
    ...enumPairs().flatMap((pair) => (pair.name === name && isFirm(pair) && !pair.inlineIn ? [pair.at.file] : [])),
    ...pairs().flatMap((pair) => (pair.shape.name === name && isFirm(pair) && !pair.inline ? [pair.shape.file] : [])),
  ]
  return (file, name) => {
    const isOffered = (from: FileId) =>
      from !== file && packageOf(from) === packageOf(file) && exports(textOf(from), name)
    const [module, ...others] = new Set(declaring(name).filter(isOffered))
    if (module === undefined || others.length > 0) return undefined
    return relativeModule(file, module, writesExtensions(textOf(file) ?? ''))
  }
}

function isFirm({ confidence }: Pick<Pair, 'confidence'>): boolean {
  return confidence !== 'possible'
}

/** Whether a file exports a type of the name where it declares it. */
function exports(text: string | undefined, name: string): boolean {
  const declaration = `^export\\s+(?:declare\\s+)?(?:const\\s+)?(?:enum|type|interface|class)\\s+${escapePattern(name)}\\b`
  return text !== undefined && new RegExp(declaration, 'm').test(text)
}
