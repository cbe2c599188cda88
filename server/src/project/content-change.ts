import { isDeepStrictEqual } from 'node:util'
import type { Change } from '../analysis/host.js'
import type { SchemaSource, SourceText, World } from '../analysis/world.js'
import type { FileId } from '../text/file-id.js'
import type { Decoded } from './decode.js'
import { effectOf, isSchemaFile } from './file-change.js'
import type { Workspace } from './load-workspace.js'
import type { FileProblem } from './problem.js'
import { readSchemaFacts, type SchemaFacts } from './schema-facts.js'

export interface ContentChangeInput {
  readonly root: string
  readonly workspace: Workspace
  readonly world: World
  readonly reads: readonly { readonly file: FileId; readonly read: Decoded | FileProblem }[]
}

export interface ContentChange {
  readonly change: Change
  /** Whether more can follow from the new texts than the change says, so that the workspace must be read anew. */
  readonly restructures: boolean
}

/** What follows from new texts of files that are known already. */
export function contentChange({ root, workspace, world, reads }: ContentChangeInput): ContentChange {
  const texts = new Map<FileId, string | undefined>()
  let { schemas } = world
  let restructures = false
  for (const { file, read } of reads) {
    const text = 'text' in read ? read.text : undefined
    if (workspace.sources.has(file)) {
      if (world.texts.get(file) !== text) texts.set(file, text)
      restructures ||= 'kind' in read && read.kind === 'missing'
    } else if (text !== undefined && isSchemaFile(schemas, file)) {
      restructures ||= !hasSameFacts(schemas, file, text)
      schemas = withText(schemas, file, text)
    } else restructures ||= effectOf({ file, kind: 'changed' }, root, workspace) !== 'nothing'
  }
  const change = { ...(texts.size > 0 && { texts }), ...(schemas !== world.schemas && { schemas }) }
  return { change, restructures }
}

/** Whether a schema file says the same of what belongs together as before, so that only its meaning can change. */
function hasSameFacts(schemas: readonly SchemaSource[], file: FileId, text: string): boolean {
  const before = schemas.flatMap(({ files, twins }) => [...files, ...twins]).find((each) => each.file === file)
  return before !== undefined && isDeepStrictEqual(factsOf(before), factsOf({ file, text }))
}

/** The facts of the text that was read last: it is the one before the next change. */
let last: { readonly source: SourceText; readonly facts: SchemaFacts } | undefined

function factsOf(source: SourceText): SchemaFacts {
  if (last?.source.file === source.file && last.source.text === source.text) return last.facts
  const facts = readSchemaFacts(source.file, source.text)
  last = { source, facts }
  return facts
}

function withText(schemas: readonly SchemaSource[], file: FileId, text: string): readonly SchemaSource[] {
  const isOther = (schema: SchemaSource) =>
    [...schema.files, ...schema.twins].some((each) => each.file === file && each.text !== text)
  const replace = (list: SchemaSource['files']) => list.map((each) => (each.file === file ? { file, text } : each))
  if (!schemas.some(isOther)) return schemas
  return schemas.map((schema) =>
    isOther(schema) ? { ...schema, files: replace(schema.files), twins: replace(schema.twins) } : schema,
  )
}
