import type { Pair } from '../matching/pair.js'
import type { Model, Schema } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { containsWord } from '../text/contains-word.js'
import type { FileId } from '../text/file-id.js'
import { createDelegateScan } from './delegates.js'
import { groupBy, lazy, memoise } from './memo.js'
import type { Sources } from './sources.js'

/** What the server's files do with the records of a model. */
export interface ServerUsage {
  /**
   * The server files that touch a model, by their texts: that call its delegate, reach it through a relation in an
   * `include`, a `select` or a nested write, or mention a server type of it.
   */
  filesTouching(model: Model): readonly FileId[]
  /** Whether a file that touches the model may write the name; undefined where none touches it. */
  writes(model: Model, name: string): boolean | undefined
}

export interface ServerUsageInput {
  readonly schema: Schema
  readonly serverTexts: ReadonlyMap<FileId, string>
  readonly sources: Sources
  /** The pairs of the server's own types with this schema. */
  readonly serverPairs: readonly Pair[]
}

/** Tells by their texts which files touch a model; only those of them that hold a name are parsed to see who writes it. */
export function createServerUsage(input: ServerUsageInput): ServerUsage {
  const { serverTexts, sources } = input
  const callers = lazy(() => callersByModel(input))
  const typesOf = lazy(() => groupBy(input.serverPairs, ({ model }) => model))
  const filesTouching = memoise((model: Model) => {
    const touching = new Set(callers().get(model.name))
    for (const file of filesIncluding(model, input, callers())) touching.add(file)
    const types = (typesOf().get(model) ?? []).map(({ shape }) => shape)
    for (const file of filesMentioning(types, input)) touching.add(file)
    return [...touching]
  })
  return {
    filesTouching,
    writes(model, name) {
      const files = filesTouching(model)
      if (files.length === 0) return undefined
      return files.some((file) => {
        return containsWord(serverTexts.get(file) ?? '', name) && sources.usageOf(file)?.written.includes(name)
      })
    },
  }
}

function callersByModel({ schema, serverTexts }: ServerUsageInput): ReadonlyMap<string, ReadonlySet<FileId>> {
  const modelsIn = createDelegateScan([schema])
  const callers = new Map<string, Set<FileId>>()
  for (const [file, text] of serverTexts) {
    for (const model of modelsIn(text)) callers.set(model, (callers.get(model) ?? new Set()).add(file))
  }
  return callers
}

/** Files that work with another model and reach this one through a relation in `include` or `select`. */
function filesIncluding(
  model: Model,
  { schema, serverTexts }: ServerUsageInput,
  callers: ReadonlyMap<string, ReadonlySet<FileId>>,
): readonly FileId[] {
  const relations = [...schema.models.values()]
    .flatMap(({ columns }) => columns)
    .filter(({ relation, type }) => relation && type === model.name)
  const names = [...new Set(relations.map(({ name }) => name))]
  const files = new Set([...callers.values()].flatMap((each) => [...each]))
  return [...files].filter((file) => {
    const text = serverTexts.get(file) ?? ''
    return names.some((name) => mayInclude(text, name))
  })
}

const INCLUDE =
  /\b(?:include|select|create|createMany|connectOrCreate|upsert|update|updateMany)\b['"`\]]*\s*(?:[:,}]|\/[/*])/

/** Whether a text may hold the name as a key of an `include`, a `select` or a nested write, judged without parsing it. */
function mayInclude(text: string, name: string): boolean {
  return containsWord(text, name) && INCLUDE.test(text) && keyPattern(name).test(text)
}

const keyPattern = memoise((name: string) => new RegExp(`\\b${name}\\b['"\`\\]]*\\s*(?:[:,}]|\\/[/*])`))

/** A file that declares a type of a name holds the name for that alone, which says nothing. */
function filesMentioning(types: readonly Shape[], { serverTexts }: ServerUsageInput): readonly FileId[] {
  const declaring = groupBy(types, ({ name }) => name)
  return [...serverTexts].flatMap(([file, text]) =>
    [...declaring].some(([name, same]) => same.every((type) => type.file !== file) && containsWord(text, name))
      ? [file]
      : [],
  )
}
