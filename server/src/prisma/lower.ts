import type { ElementSpans } from '../model/element.js'
import type { EnumType, Model, Schema, SchemaError } from '../model/schema.js'
import type { Suppression } from '../model/suppression.js'
import type { FileId } from '../text/file-id.js'
import { createLineIndex, type LineIndex } from '../text/line-index.js'
import { type Datasource, datasourceOf, type Generator, generatorOf } from './configuration-block.js'
import { createElements, type Elements } from './elements.js'
import { lowerEnum, lowerModel } from './lower-block.js'
import { suppressionsOf } from './suppressions.js'
import type { BlockSyntax, SchemaSyntax } from './syntax.js'
import { type TypeNames, typeNamesOf } from './type-names.js'

/** A file of a schema and what it says. */
export interface SchemaFile {
  readonly file: FileId
  readonly syntax: SchemaSyntax
}

export interface LowerInput {
  /** The folder of the package that the schema belongs to. */
  readonly root: FileId
  readonly files: readonly SchemaFile[]
}

/** The meaning of a schema's files, and beside it what the rest of the program needs of them. */
export interface LoweredSchema {
  readonly schema: Schema
  /**
   * Where the elements stand, per file: `User` (name), `User:block`, `User.email` (name), `User.email:type` (with its
   * modifiers), `User.email:line` (the whole field), and the same for enums: `Role`, `Role:block`, `Role.ADMIN`,
   * `Role.ADMIN:line`.
   */
  readonly spans: ReadonlyMap<FileId, ElementSpans>
  /** What the scanner could not read, and names that are declared twice. */
  readonly errors: readonly SchemaError[]
  readonly suppressions: ReadonlyMap<FileId, readonly Suppression[]>
  readonly generators: readonly Generator[]
  readonly datasource: Datasource | undefined
}

/** Gives a schema's files their meaning, looking names up across all of them. Of two equal names the first counts. */
export function lowerSchema({ root, files }: LowerInput): LoweredSchema {
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  const errors = sorted.flatMap(({ file, syntax }) => syntax.errors.map((error) => ({ file, ...error })))
  const blocks = lowerBlocks(sorted, errors)
  const datasource = firstDatasource(sorted)
  const { models, enums, spans } = blocks
  return {
    schema: { root, files: sorted.map(({ file }) => file), provider: datasource?.provider, models, enums },
    spans,
    errors,
    suppressions: new Map(sorted.map(({ file, syntax }) => [file, suppressionsOf(syntax)])),
    generators: sorted.flatMap(({ file, syntax }) =>
      syntax.blocks.filter(({ kind }) => kind === 'generator').map((block) => generatorOf(file, block)),
    ),
    datasource,
  }
}

interface LoweredBlocks {
  readonly models: Map<string, Model>
  readonly enums: Map<string, EnumType>
  readonly spans: Map<FileId, ElementSpans>
}

function lowerBlocks(files: readonly SchemaFile[], errors: SchemaError[]): LoweredBlocks {
  const lowered: LoweredBlocks = { models: new Map(), enums: new Map(), spans: new Map() }
  const names = typeNamesOf(files.flatMap(({ syntax }) => syntax.blocks))
  const declared = new Map<string, Declared>()
  for (const { file, syntax } of files) {
    const open = { elements: createElements(file, errors), lines: once(() => createLineIndex(syntax.text)) }
    lowered.spans.set(file, open.elements.spans)
    for (const block of syntax.blocks) lowerBlock(block, { lowered, names, declared, file: open })
  }
  return lowered
}

interface Declared {
  readonly start: number
  readonly file: OpenFile
}

interface OpenFile {
  readonly elements: Elements
  /** Made on demand: only duplicates ask for lines. */
  readonly lines: () => LineIndex
}

interface BlockContext {
  readonly lowered: LoweredBlocks
  readonly names: TypeNames
  readonly declared: Map<string, Declared>
  readonly file: OpenFile
}

function lowerBlock(block: BlockSyntax, { lowered, names, declared, file }: BlockContext): void {
  if (block.kind === 'generator' || block.kind === 'datasource' || !block.name) return
  const { name } = block
  const { elements } = file
  const model = block.kind === 'enum' ? undefined : lowerModel(block, { kind: block.kind, names, elements })
  const enumType = block.kind === 'enum' ? lowerEnum(block, elements) : undefined
  const first = declared.get(name.text)
  if (first) {
    elements.fail(name, `'${name.text}' is already declared in ${placeOf(first)}, which counts.`)
    return
  }
  declared.set(name.text, { file, start: name.start })
  if (model) lowered.models.set(name.text, model)
  if (enumType) lowered.enums.set(name.text, enumType)
}

function placeOf({ file, start }: Declared): string {
  return `${file.elements.file}:${file.lines().positionAt(start).line + 1}`
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function firstDatasource(files: readonly SchemaFile[]): Datasource | undefined {
  for (const { file, syntax } of files) {
    const block = syntax.blocks.find(({ kind }) => kind === 'datasource')
    if (block) return datasourceOf(file, block)
  }
  return undefined
}
