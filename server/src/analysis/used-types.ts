import type { Shape } from '../model/shape.js'
import { createNamedFamily } from '../query/query.js'
import { countWord } from '../text/contains-word.js'
import type { FileId } from '../text/file-id.js'
import type { Texts } from './texts.js'

export interface UsedTypesInput {
  readonly texts: Texts
  readonly isServer: (file: FileId) => boolean
  /** Whether a file can run. */
  readonly isWired: (file: FileId) => boolean
  /** The server's types that a file declares. */
  readonly declaredIn: (file: FileId) => readonly string[]
}

/** A file that does something, as opposed to one that only declares, lists or exports. */
const DOES = /\b(?:return|await|function)\b|^(?!\s*@).*=>/m

/**
 * Whether code of the server works with a type of its own, or with one beside it in its file, so that
 * the type says what is sent or taken. One that was only declared says what somebody means to do.
 */
export function createUsedTypes({ texts, isServer, isWired, declaredIn }: UsedTypesInput): (type: Shape) => boolean {
  const does = createNamedFamily((file) => DOES.test(texts.get(file) ?? ''))
  const usersOf = (file: FileId, name: string): readonly FileId[] =>
    [...texts.holding(name).keys()].filter(
      (each) => isServer(each) && isWired(each) && (each !== file || countWord(texts.get(file) ?? '', name, 2) === 2),
    )
  const isUsed = createNamedFamily((key) => {
    const [file = '', name = ''] = key.split('\n')
    return usersOf(file, name).some(does)
  })
  return ({ file, name }) => [name, ...declaredIn(file)].some((each) => isUsed(`${file}\n${each}`))
}
