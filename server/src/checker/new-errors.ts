import type { ts } from '@ts-morph/common'
import type { FileId } from '../text/file-id.js'
import type { Editing } from './editing.js'
import type { CheckedProgram } from './programs.js'

/** Something that does not compile and did before. */
export interface NewError {
  readonly file: FileId
  /** In the text as it was before; counts from 1. */
  readonly line: number
  readonly message: string
  readonly error: ts.Diagnostic
}

/**
 * Compares what is wrong in a program with what was wrong before. A file in which nothing was wrong is not looked at
 * again before its text changes.
 */
export interface ErrorComparison {
  newIn(after: CheckedProgram, files: Iterable<FileId>): readonly NewError[]
}

/** Makes a comparison with what was wrong before there were edits. */
export function createErrorComparison(before: CheckedProgram, editing: Editing): ErrorComparison {
  const known = new Map<FileId, readonly string[]>()
  const sound = new Map<FileId, string>()
  const lineIn = (file: FileId, offset: number) =>
    (before.sourceOf(file)?.getLineAndCharacterOfPosition(offset).line ?? 0) + 1
  const knownIn = (file: FileId) => {
    const keys = known.get(file) ?? before.errorsIn(file).map(({ code, start = 0 }) => keyOf(code, lineIn(file, start)))
    known.set(file, keys)
    return keys
  }
  return {
    newIn(after, files) {
      const found: NewError[] = []
      for (const file of files) {
        const text = after.sourceOf(file)?.text
        if (text === undefined || sound.get(file) === text) continue
        const errors = after.errorsIn(file).map((error): NewError => {
          const line = lineIn(file, editing.original(file, error.start ?? 0))
          return { file, line, message: messageOf(error), error }
        })
        const fresh = withoutKnown(errors, errors.length > 0 ? knownIn(file) : [])
        if (fresh.length === 0) sound.set(file, text)
        found.push(...fresh)
      }
      return found
    },
  }
}

function withoutKnown(errors: readonly NewError[], known: readonly string[]): readonly NewError[] {
  const rest = [...known]
  return errors.filter(({ error, line }) => {
    const index = rest.indexOf(keyOf(error.code, line))
    if (index >= 0) rest.splice(index, 1)
    return index < 0
  })
}

/** An error stays the same where it stood before the edits and is of the same kind; its words may hold a new name. */
function keyOf(code: number, line: number): string {
  return `${WITHOUT_HINT.get(code) ?? code} ${line}`
}

/** The codes of errors that end with "Did you mean …?", which is said only so many times. */
const WITHOUT_HINT: ReadonlyMap<number, number> = new Map([
  [2551, 2339],
  [2552, 2304],
  [2561, 2353],
  [2724, 2305],
  [2820, 2322],
])

function messageOf({ messageText }: ts.Diagnostic): string {
  return typeof messageText === 'string' ? messageText : messageText.messageText
}
