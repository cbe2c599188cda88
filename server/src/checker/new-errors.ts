import type { ts } from '@ts-morph/common'
import type { FileId } from '../text/file-id.js'
import type { RenameInput } from './input.js'
import type { CheckedProgram } from './programs.js'

/** Something that does not compile and did before. */
export interface NewError {
  readonly file: FileId
  /** Counts from 1. */
  readonly line: number
  readonly message: string
  readonly error: ts.Diagnostic
}

/**
 * Compares what is wrong in a program with what was wrong before. A file in which nothing was wrong is not looked at
 * again before its text changes.
 */
export interface ErrorComparison {
  newIn(after: CheckedProgram, files: Iterable<FileId>): Promise<readonly NewError[]>
}

export function createErrorComparison(before: CheckedProgram, pause: RenameInput['pause']): ErrorComparison {
  const known = new Map<FileId, readonly string[]>()
  const sound = new Map<FileId, string>()
  const knownIn = (file: FileId) => {
    const keys = known.get(file) ?? before.errorsIn(file).map(keyOf)
    known.set(file, keys)
    return keys
  }
  return {
    async newIn(after, files) {
      const found: NewError[] = []
      for (const file of files) {
        const text = after.sourceOf(file)?.text
        if (text === undefined || sound.get(file) === text) continue
        const errors = after.errorsIn(file)
        const fresh = withoutKnown(errors, errors.length > 0 ? knownIn(file) : [])
        if (fresh.length === 0) sound.set(file, text)
        found.push(...fresh.map((error) => ({ file, line: lineOf(error), message: messageOf(error), error })))
        const paused = pause()
        if (paused) await paused
      }
      return found
    },
  }
}

function withoutKnown(errors: readonly ts.Diagnostic[], known: readonly string[]): readonly ts.Diagnostic[] {
  const rest = [...known]
  return errors.filter((error) => {
    const index = rest.indexOf(keyOf(error))
    if (index >= 0) rest.splice(index, 1)
    return index < 0
  })
}

/** An error stays the same where it stands and is of the same kind; its words may hold a new name. No edit moves a line. */
function keyOf(error: ts.Diagnostic): string {
  return `${WITHOUT_HINT.get(error.code) ?? error.code} ${lineOf(error)}`
}

/** The codes of errors that end with "Did you mean …?", which is said only so many times. */
const WITHOUT_HINT: ReadonlyMap<number, number> = new Map([
  [2551, 2339],
  [2552, 2304],
  [2561, 2353],
  [2724, 2305],
  [2820, 2322],
])

function lineOf({ file, start = 0 }: ts.Diagnostic): number {
  return (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1
}

function messageOf({ messageText }: ts.Diagnostic): string {
  return typeof messageText === 'string' ? messageText : messageText.messageText
}
