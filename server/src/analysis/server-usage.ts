import type { Pair } from '../matching/pair.js'
import type { Model, Schema } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { sameItems, sameRecords, sameSet } from '../query/equality.js'
import { createFlatMap } from '../query/flat-map.js'
import { createGroups } from '../query/groups.js'
import { createFamily, createNamedFamily, createQuery, type Query } from '../query/query.js'
import type { Into } from '../rules/corroboration.js'
import type { FileId } from '../text/file-id.js'
import { groupBy } from '../text/group-by.js'
import { type DelegateCalls, delegateOf } from './delegates.js'
import { createSentNames, type Sends } from './sent-names.js'
import type { Sources } from './sources.js'
import type { Texts } from './texts.js'

/** What the server's files do with the records of a model. */
export interface ServerUsage {
  /**
   * The server files that touch a model, by their texts: that call its delegate, reach it through a relation in an
   * `include`, a `select` or a nested write, or mention a server type of it or a payload of it that is typed by Prisma.
   */
  filesTouching(model: Model): readonly FileId[]
  /** Those, and the server files that import the model's type from Prisma's client: they make of records what is sent. */
  filesShaping(model: Model): readonly FileId[]
  /** Whether a server file creates records of the model, by its text: by its delegate or in a nested write. */
  creates(model: Model): boolean
  /** Whether a file that touches the model may write the name; undefined where none touches it. */
  writes(model: Model, name: string): boolean | undefined
  /** The same of names in records that are sent. */
  sends(model: Model, name: string, into: Into): boolean | undefined
  /** Whether a file may write the name into a record of the model that is sent. */
  readonly sendsIn: Sends
}

export interface ServerUsageInput {
  readonly schema: Schema
  readonly texts: Texts
  readonly sources: Sources
  readonly calls: DelegateCalls
  /** Whether a file runs on the server and may work with this schema. */
  readonly isServerFile: (file: FileId) => boolean
  /** The pairs of the server's own types with this schema, inline ones aside. */
  readonly serverPairs: Query<readonly Pair[]>
  /** The pairs of the types that a file declares, inline ones aside. */
  readonly pairsIn: (file: FileId) => readonly Pair[]
}

/** Tells by their texts which files touch a model; only those of them that hold a name are parsed to see who writes it. */
export function createServerUsage(input: ServerUsageInput): ServerUsage {
  const { schema, texts, sources, calls, isServerFile } = input
  const callers = createQuery(() => [...calls.all()].filter(([file]) => isServerFile(file)), sameRecords)
  const callersOf = createNamedFamily((model) => {
    const delegate = delegateOf(model)
    return callers().flatMap(([file, delegates]) => (delegates.includes(delegate) ? [file] : []))
  }, sameItems)
  const delegatesOf = createQuery(() => new Set([...schema.models.keys()].map(delegateOf)), sameSet)
  const callerFiles = createQuery(() => {
    const own = delegatesOf()
    return callers().flatMap(([file, delegates]) => (delegates.some((each) => own.has(each)) ? [file] : []))
  }, sameItems)
  const models = createQuery(() => [...schema.models.values()], sameItems)
  const relationsOf = createFamily((model: Model) => model.columns.filter(({ relation }) => relation), sameItems)
  const relations = createFlatMap(models, relationsOf)
  const relationsTo = createGroups(relations, ({ type }) => type)
  const relationNames = createNamedFamily(
    (model) => [...new Set(relationsTo(model).map(({ name }) => name))],
    sameItems,
  )
  const pairsFor = createGroups(input.serverPairs, ({ model }) => model.name)
  const typesFor = createNamedFamily((model) => pairsFor(model).map(({ shape }) => shape), sameItems)
  const importing = texts.scan((model) => {
    const imported = new RegExp(
      `\\bimport\\s+(?:type\\s+)?\\{[^}]*\\b${model}\\b[^}]*\\}\\s*from\\s*['"][^'"]*(?:prisma|generated)`,
    )
    // A file that makes records of that type makes what is stored.
    const making = new RegExp(
      `\\)\\s*:\\s*\\(?${model}\\b|Promise<\\s*\\(?${model}\\b|\\b(?:const|let)\\s+\\w+\\s*:\\s*\\(?${model}\\b`,
    )
    return { words: [model], ask: (text) => (imported.test(text) && !making.test(text)) || undefined }
  })
  const typing = texts.scan((model) => {
    const payload = new RegExp(`\\bPrisma\\.${model}GetPayload\\b`)
    return { words: [`${model}GetPayload`], ask: (text) => payload.test(text) || undefined }
  })
  const mayInclude = createNamedFamily((key) => {
    const [file = '', name = ''] = key.split('\n')
    return texts.holdsWord(file, name) && holdsKey(texts.get(file) ?? '', name)
  })
  const filesTouching = createNamedFamily((model) => {
    const touching = new Set(callersOf(model))
    const names = relationNames(model)
    for (const file of callerFiles()) {
      if (names.some((name) => mayInclude(`${file}\n${name}`))) touching.add(file)
    }
    for (const file of filesMentioning(typesFor(model), texts.holding)) if (isServerFile(file)) touching.add(file)
    for (const file of typing(model).keys()) if (isServerFile(file)) touching.add(file)
    return [...touching]
  }, sameItems)
  const filesShaping = createNamedFamily(
    (model) => [...new Set([...filesTouching(model), ...[...importing(model).keys()].filter(isServerFile)])],
    sameItems,
  )
  const creating = texts.scan((name) => {
    const pattern = new RegExp(`\\b${name}\\b(?:${CREATING}|['"]?\\s*:[^,;{}]*\\{\\s*${NESTED_CREATING})`, 'g')
    const ask = (text: string) => [...text.matchAll(pattern)].some(({ index }) => !isCommentedOut(text, index))
    return { names: [name], ask: (text) => ask(text) || undefined }
  })
  const creates = createNamedFamily((model) =>
    [delegateOf(model), ...relationNames(model)].some((name) => [...creating(name).keys()].some(isServerFile)),
  )
  const writesIn = createNamedFamily((key) => {
    const [file = '', name = ''] = key.split('\n')
    return texts.holdsWord(file, name) && (sources.usageOf(file)?.written.includes(name) ?? false)
  })
  const sendsIn = createSentNames({
    schema,
    sources,
    pairsOf: (file, type) => input.pairsIn(file).filter(({ shape }) => shape.name === type),
  })
  const writes = createFamily((model: Model) =>
    createNamedFamily((name) => {
      const files = filesTouching(model.name)
      return files.length === 0 ? undefined : files.some((file) => writesIn(`${file}\n${name}`))
    }),
  )
  const sendersOf = (into: Into) =>
    createFamily((model: Model) =>
      createNamedFamily((name) => {
        const files = filesTouching(model.name)
        return files.length === 0
          ? undefined
          : files.some((file) => writesIn(`${file}\n${name}`) && sendsIn(file, model, name, into))
      }),
    )
  const sends = { anything: sendersOf('anything'), record: sendersOf('record') }
  return {
    filesTouching: (model) => filesTouching(model.name),
    filesShaping: (model) => filesShaping(model.name),
    creates: (model) => creates(model.name),
    writes: (model, name) => writes(model)(name),
    sends: (model, name, into) => sends[into](model)(name),
    sendsIn,
  }
}

/** Whether what stands at an offset is out of use: its line begins as one of a comment does. */
function isCommentedOut(text: string, offset: number): boolean {
  return /^\s*(?:\/\/|\/?\*)/.test(text.slice(text.lastIndexOf('\n', offset) + 1, offset))
}

/** What follows a delegate. */
const CREATING = '\\s*[?!]?\\.\\s*(?:create(?:Many(?:AndReturn)?)?|upsert)\\b'
/** What an object under a relation's name begins with. */
const NESTED_CREATING = '(?:create|connectOrCreate|upsert)'

const INCLUDE =
  /\b(?:include|select|create|createMany|connectOrCreate|upsert|update|updateMany)\b['"`\]]*\s*(?:[:,}]|\/[/*])/

/** Whether a text may hold the name as a key of an `include`, a `select` or a nested write, judged without parsing it. */
function holdsKey(text: string, name: string): boolean {
  return INCLUDE.test(text) && keyPattern(name).test(text)
}

const keyPatterns = new Map<string, RegExp>()

function keyPattern(name: string): RegExp {
  const known = keyPatterns.get(name) ?? new RegExp(`\\b${name}\\b['"\`\\]]*\\s*(?:[:,}]|\\/[/*])`)
  keyPatterns.set(name, known)
  return known
}

/** A file that declares a type of a name holds the name for that alone, which says nothing. */
function filesMentioning(
  types: readonly Shape[],
  mentioning: (name: string) => ReadonlyMap<FileId, true>,
): ReadonlySet<FileId> {
  const files = new Set<FileId>()
  for (const [name, same] of groupBy(types, (type) => type.name)) {
    for (const file of mentioning(name).keys()) if (same.every((type) => type.file !== file)) files.add(file)
  }
  return files
}
