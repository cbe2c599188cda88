import { sameData, sameItems } from '../query/equality.js'
import { createInput, createNamedFamily, type Family, type Input, type Timing } from '../query/query.js'
import { compareText } from '../text/compare-text.js'
import { containsWord } from '../text/contains-word.js'
import type { FileId } from '../text/file-id.js'
import { createWordFilter, type WordFilter, type WordKey, wordKeyOf } from '../text/word-filter.js'

/** The texts of the workspace's TypeScript files, in the order of their names. */
export interface Texts {
  get(file: FileId): string | undefined
  files(): readonly FileId[]
  /** Whether a file's text holds a name that is not part of a longer one. */
  holdsWord(file: FileId, word: string): boolean
  /**
   * A question to every text, by the text alone: the files that have an answer, in order. After a change only the
   * changed files are asked again. `prepare` makes the question about a key.
   */
  scan<Answer>(
    prepare: (key: string) => TextQuestion<Answer>,
    timing?: Timing,
  ): Family<string, ReadonlyMap<FileId, Answer>>
}

export interface TextQuestion<Answer> {
  /** Words, in any case, that a text must hold for there to be an answer: spares looking at most texts. */
  readonly words?: readonly string[]
  /** Words of which it must hold one. */
  readonly anyOf?: readonly string[]
  ask(text: string): Answer | undefined
}

export interface LiveTexts extends Texts {
  /** Replaces texts; undefined for files that are gone. */
  apply(changes: ReadonlyMap<FileId, string | undefined>): void
}

/** Makes the store of a workspace's texts. */
export function createTexts(initial: ReadonlyMap<FileId, string>): LiveTexts {
  const present = new Map([...initial].map(([file, text]) => [file, createEntry(text)]))
  const inputs = new Map<FileId, Input<string | undefined>>()
  const files = createInput<readonly FileId[]>([...present.keys()].sort(compareText), sameItems)
  const log = createLog()
  const inputOf = (file: FileId) => {
    const input = inputs.get(file) ?? createInput(present.get(file)?.text)
    inputs.set(file, input)
    return input
  }
  return {
    get: (file) => inputOf(file).get(),
    files: files.get,
    holdsWord(file, word) {
      const text = inputOf(file).get()
      const isPossible = present.get(file)?.words().mayHold(wordKeyOf(word))
      return text !== undefined && isPossible === true && containsWord(text, word)
    },
    scan: (prepare, timing) => createScan(prepare, { present, log, files: files.get }, timing),
    apply(changes) {
      const before = present.size
      let removed = 0
      for (const [file, text] of changes) {
        if (text !== undefined) present.set(file, createEntry(text))
        else if (present.delete(file)) removed++
        inputs.get(file)?.set(text)
      }
      if (removed > 0 || present.size !== before) files.set([...present.keys()].sort(compareText))
      log.add(changes.keys())
    },
  }
}

interface Entry {
  readonly text: string
  /** Made when it is first asked for. */
  words(): WordFilter
}

function createEntry(text: string): Entry {
  let filter: WordFilter | undefined
  return {
    text,
    words() {
      filter ??= createWordFilter(text)
      return filter
    },
  }
}

/** The files that changed, in order, so that whoever looked before can catch up. */
interface ChangeLog {
  /** How many changes there were so far. */
  length(): number
  /** The files that changed since there were `length`; undefined where that is too long ago. */
  since(length: number): ReadonlySet<FileId> | undefined
  add(files: Iterable<FileId>): void
}

/** The changes that are remembered at least. */
const REMEMBERED = 5000

function createLog(): ChangeLog {
  const length = createInput(0)
  let entries: FileId[] = []
  let forgotten = 0
  return {
    length: length.get,
    since: (then) => (then < forgotten ? undefined : new Set(entries.slice(then - forgotten))),
    add(files) {
      entries.push(...files)
      if (entries.length > 2 * REMEMBERED) {
        forgotten += entries.length - REMEMBERED
        entries = entries.slice(-REMEMBERED)
      }
      length.set(forgotten + entries.length)
    },
  }
}

interface Scanned {
  readonly present: ReadonlyMap<FileId, Entry>
  readonly log: ChangeLog
  readonly files: () => readonly FileId[]
}

type Answers<Answer> = ReadonlyMap<FileId, Answer>

function createScan<Answer>(
  prepare: (key: string) => TextQuestion<Answer>,
  { present, log, files }: Scanned,
  timing?: Timing,
): Family<string, Answers<Answer>> {
  const states = new WeakMap<Answers<Answer>, { readonly question: Question<Answer>; readonly read: number }>()
  const answerOf = (question: Question<Answer>, file: FileId): Answer | undefined => {
    const entry = present.get(file)
    return entry && mayAnswer(question, entry) ? question.ask(entry.text) : undefined
  }
  const askAll = (question: Question<Answer>): Answers<Answer> => {
    const found = new Map<FileId, Answer>()
    for (const file of files()) {
      const answer = answerOf(question, file)
      if (answer !== undefined) found.set(file, answer)
    }
    return found
  }
  const askAgain = (question: Question<Answer>, before: Answers<Answer>, changed: Iterable<FileId>) => {
    let found: Map<FileId, Answer> | undefined
    for (const file of changed) {
      const answer = answerOf(question, file)
      if (sameData(answer, (found ?? before).get(file))) continue
      found ??= new Map(before)
      if (answer === undefined) found.delete(file)
      else found.set(file, answer)
    }
    return found ? new Map([...found].sort(([a], [b]) => compareText(a, b))) : before
  }
  const answers = (key: string, before: Answers<Answer> | undefined): Answers<Answer> => {
    const read = log.length()
    const state = before && states.get(before)
    const question = state?.question ?? withKeys(prepare(key))
    const changed = state && log.since(state.read)
    const found = before && changed ? askAgain(question, before, changed) : askAll(question)
    states.set(found, { question, read })
    return found
  }
  return createNamedFamily(answers, Object.is, timing)
}

interface Question<Answer> extends TextQuestion<Answer> {
  readonly allKeys: readonly WordKey[]
  readonly anyKeys: readonly WordKey[]
}

function withKeys<Answer>({ words = [], anyOf = [], ask }: TextQuestion<Answer>): Question<Answer> {
  return { ask, allKeys: words.map(wordKeyOf), anyKeys: anyOf.map(wordKeyOf) }
}

function mayAnswer({ allKeys, anyKeys }: Question<unknown>, entry: Entry): boolean {
  if (allKeys.length + anyKeys.length === 0) return true
  const filter = entry.words()
  for (const key of allKeys) if (!filter.mayHold(key)) return false
  return anyKeys.length === 0 || anyKeys.some((key) => filter.mayHold(key))
}
