import type { ElementSpans } from '../model/element.js'
import type { EnumType, Model, Schema, SchemaError } from '../model/schema.js'
import type { Suppression } from '../model/suppression.js'
import type { FileId } from '../text/file-id.js'
import { createLineIndex, type LineIndex } from '../text/line-index.js'
import { type Datasource, datasourceOf, type Generator, generatorOf } from './configuration-block.js'
import { createElements, type Elements } from './elements.js'
import { lowerEnum, lowerModel } from './lower-block.js'
import { isSameNames } from './same-names.js'
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
  /** The same schema as it was: blocks that are written as before keep the objects that they had. */
  readonly before?: LoweredSchema | undefined
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
  /** How the models and enums were written, by name. */
  readonly written: ReadonlyMap<string, WrittenBlock>
  /** What the schema's names stand for. */
  readonly names: TypeNames
}

/** A block as it was read: written the same way among the same names it means the same. */
export interface WrittenBlock {
  readonly text: string
  readonly documentation: string | undefined
  readonly meaning: Model | EnumType
}

/** Gives a schema's files their meaning, looking names up across all of them. Of two equal names the first counts. */
export function lowerSchema({ root, files, before }: LowerInput): LoweredSchema {
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  const errors = sorted.flatMap(({ file, syntax }) => syntax.errors.map((error) => ({ file, ...error })))
  const blocks = lowerBlocks(sorted, errors, before)
  const datasource = firstDatasource(sorted)
  const { models, enums, spans, written, names } = blocks
  return {
    schema: { root, files: sorted.map(({ file }) => file), provider: datasource?.provider, models, enums },
    spans,
    errors,
    suppressions: new Map(sorted.map(({ file, syntax }) => [file, suppressionsOf(syntax)])),
    generators: sorted.flatMap(({ file, syntax }) =>
      syntax.blocks.filter(({ kind }) => kind === 'generator').map((block) => generatorOf(file, block)),
    ),
    datasource,
    written,
    names,
  }
}

interface LoweredBlocks {
  readonly models: Map<string, Model>
  readonly enums: Map<string, EnumType>
  readonly spans: Map<FileId, ElementSpans>
  readonly written: Map<string, WrittenBlock>
  readonly names: TypeNames
}

function lowerBlocks(
  files: readonly SchemaFile[],
  errors: SchemaError[],
  before: LoweredSchema | undefined,
): LoweredBlocks {
  const names = typeNamesOf(files.flatMap(({ syntax }) => syntax.blocks))
  const lowered: LoweredBlocks = { models: new Map(), enums: new Map(), spans: new Map(), written: new Map(), names }
  const declared = new Map<string, Declared>()
  const known = before && isSameNames(before.names, names) ? before.written : undefined
  for (const { file, syntax } of files) {
    const { text } = syntax
    const open = { text, elements: createElements({ file, text }, errors), lines: once(() => createLineIndex(text)) }
    lowered.spans.set(file, open.elements.spans)
    for (const block of syntax.blocks) lowerBlock(block, { lowered, declared, known, file: open })
  }
  return lowered
}

interface Declared {
  readonly start: number
  readonly file: OpenFile
}

interface OpenFile {
  readonly text: string
  readonly elements: Elements
  /** Made on demand: only duplicates ask for lines. */
  readonly lines: () => LineIndex
}

interface BlockContext {
  readonly lowered: LoweredBlocks
  readonly declared: Map<string, Declared>
  readonly known: ReadonlyMap<string, WrittenBlock> | undefined
  readonly file: OpenFile
}

function lowerBlock(block: BlockSyntax, { lowered, declared, known, file }: BlockContext): void {
  if (block.kind === 'generator' || block.kind === 'datasource' || !block.name) return
  const { name, documentation } = block
  const { elements } = file
  const text = file.text.slice(block.start, block.end)
  const first = declared.get(name.text)
  const same = first ? undefined : reusable(known?.get(name.text), { text, documentation, file: elements.file })
  if (same) elements.addBlock(block, name.text)
  const meaning = same ?? meaningOf(block, elements, lowered.names)
  if (first) {
    elements.fail(name, `'${name.text}' is already declared in ${placeOf(first)}, which counts.`)
    return
  }
  declared.set(name.text, { file, start: name.start })
  if ('columns' in meaning) lowered.models.set(name.text, meaning)
  else lowered.enums.set(name.text, meaning)
  const members = 'columns' in meaning ? meaning.columns : meaning.values
  // What is declared twice has to be complained about each time.
  if (members.length === block.fields.length + block.values.length)
    lowered.written.set(name.text, { text, documentation, meaning })
}

function meaningOf(block: BlockSyntax, elements: Elements, names: TypeNames): Model | EnumType {
  if (block.kind === 'enum') return lowerEnum(block, elements)
  const kind = block.kind === 'view' || block.kind === 'type' ? block.kind : 'model'
  return lowerModel(block, { kind, names, elements })
}

function reusable(
  known: WrittenBlock | undefined,
  { text, documentation, file }: Pick<WrittenBlock, 'text' | 'documentation'> & { readonly file: FileId },
): Model | EnumType | undefined {
  const isSame = known?.text === text && known.documentation === documentation && known.meaning.ref.file === file
  return isSame ? known.meaning : undefined
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
