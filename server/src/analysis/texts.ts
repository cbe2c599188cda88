import { sameData, sameItems } from '../query/equality.js'
import { createInput, createNamedFamily, expectsChanges, type Family, type Input, type Timing } from '../query/query.js'
import { compareText } from '../text/compare-text.js'
import { containsWord } from '../text/contains-word.js'
import type { FileId } from '../text/file-id.js'
import { createWordIndex, foldedKeyOf, type WordIndex, type WordKey, wordKeyOf } from '../text/word-index.js'

/** The texts of the workspace's TypeScript files, in the order of their names. */
export interface Texts {
  get(file: FileId): string | undefined
  files(): readonly FileId[]
  /** Whether a file's text holds a name that is not part of a longer one. */
  holdsWord(file: FileId, word: string): boolean
  /** The files whose texts do. */
  holding: Family<string, ReadonlyMap<FileId, true>>
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
  /** Words that a text must hold for there to be an answer: spares looking at most texts. */
  readonly names?: readonly string[]
  /** The same in any case. */
  readonly words?: readonly string[]
  /** Words, in any case, of which it must hold one. */
  readonly anyOf?: readonly string[]
  ask(text: string): Answer | undefined
}

export interface LiveTexts extends Texts {
  /** Replaces texts; undefined for files that are gone. */
  apply(changes: ReadonlyMap<FileId, string | undefined>): void
}

/** Makes the store of a workspace's texts. */
export function createTexts(initial: ReadonlyMap<FileId, string>): LiveTexts {
  const present = new Map(initial)
  const inputs = new Map<FileId, Input<string | undefined>>()
  const files = createInput<readonly FileId[]>([...present.keys()].sort(compareText), sameItems)
  const log = createLog()
  const words = createTextWords(present)
  const inputOf = (file: FileId) => {
    const input = inputs.get(file) ?? createInput(present.get(file))
    inputs.set(file, input)
    return input
  }
  const get = expectsChanges() ? (file: FileId) => inputOf(file).get() : (file: FileId) => present.get(file)
  const scan: Texts['scan'] = (prepare, timing) =>
    createScan(prepare, { present, log, files: files.get, words }, timing)
  return {
    get,
    files: files.get,
    holdsWord(file, word) {
      const text = get(file)
      return text !== undefined && words().mayHold(file, wordKeyOf(word)) && containsWord(text, word)
    },
    holding: scan((name) => ({ names: [name], ask: (text) => containsWord(text, name) || undefined })),
    scan,
    apply(changes) {
      const before = present.size
      let removed = 0
      for (const [file, text] of changes) {
        if (text !== undefined) present.set(file, text)
        else if (present.delete(file)) removed++
        inputs.get(file)?.set(text)
      }
      if (removed > 0 || present.size !== before) files.set([...present.keys()].sort(compareText))
      words.forget(changes.keys())
      log.add(changes.keys())
    },
  }
}

interface TextWords {
  /** The words of all present texts. */
  (): WordIndex<FileId>
  /** Says that texts have changed. */
  forget(files: Iterable<FileId>): void
}

/** Texts are looked through when they are first asked for, and those that changed when they are asked for again. */
function createTextWords(present: ReadonlyMap<FileId, string>): TextWords {
  const index = createWordIndex<FileId>()
  const outdated = new Set(present.keys())
  const upToDate = () => {
    for (const file of outdated) {
      const text = present.get(file)
      if (text === undefined) index.delete(file)
      else index.set(file, text)
    }
    outdated.clear()
    return index
  }
  return Object.assign(upToDate, {
    forget(files: Iterable<FileId>) {
      for (const file of files) outdated.add(file)
    },
  })
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
  readonly present: ReadonlyMap<FileId, string>
  readonly log: ChangeLog
  readonly files: () => readonly FileId[]
  readonly words: TextWords
}

type Answers<Answer> = ReadonlyMap<FileId, Answer>

function createScan<Answer>(
  prepare: (key: string) => TextQuestion<Answer>,
  { present, log, files, words }: Scanned,
  timing?: Timing,
): Family<string, Answers<Answer>> {
  const states = new WeakMap<Answers<Answer>, { readonly question: Question<Answer>; readonly read: number }>()
  const askAll = (question: Question<Answer>): Answers<Answer> => {
    const found: [FileId, Answer][] = []
    for (const file of isAboutWords(question) ? words().candidates(question.all, question.some) : files()) {
      const answer = question.ask(present.get(file) ?? '')
      if (answer !== undefined) found.push([file, answer])
    }
    return inOrder(found)
  }
  const answerOf = (question: Question<Answer>, file: FileId): Answer | undefined => {
    const text = present.get(file)
    return text !== undefined && mayAnswer(question, file, words()) ? question.ask(text) : undefined
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
    return found ? inOrder([...found]) : before
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

function inOrder<Answer>(found: [FileId, Answer][]): Answers<Answer> {
  return new Map(found.sort(([a], [b]) => compareText(a, b)))
}

interface Question<Answer> extends TextQuestion<Answer> {
  readonly all: readonly WordKey[]
  readonly some: readonly WordKey[]
}

function withKeys<Answer>({ names = [], words = [], anyOf = [], ask }: TextQuestion<Answer>): Question<Answer> {
  return { ask, all: [...names.map(wordKeyOf), ...words.map(foldedKeyOf)], some: anyOf.map(foldedKeyOf) }
}

function isAboutWords({ all, some }: Question<unknown>): boolean {
  return all.length + some.length > 0
}

function mayAnswer({ all, some }: Question<unknown>, file: FileId, words: WordIndex<FileId>): boolean {
  for (const key of all) if (!words.mayHold(file, key)) return false
  return some.length === 0 || some.some((key) => words.mayHold(file, key))
}
