import type { ElementSpans } from '../model/element.js'
import type { EnumType, Model, Schema, SchemaError } from '../model/schema.js'
import type { Suppression } from '../model/suppression.js'
import type { FileId } from '../text/file-id.js'
import { createLineIndex } from '../text/line-index.js'
import { configurationIdOf, type Datasource, datasourceOf, type Generator, generatorOf } from './configuration-block.js'
import { createElements, type Elements } from './elements.js'
import { keepEnum, keepModel } from './keep-same.js'
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
  /** The same schema as it was: blocks that are written as before keep the objects that they had. */
  readonly before?: LoweredSchema | undefined
}

/** The meaning of a schema's files, and beside it what the rest of the program needs of them. */
export interface LoweredSchema {
  readonly schema: Schema
  /**
   * Where the elements stand, per file: `User` (name), `User:block`, `User.email` (name), `User.email:type` (with its
   * modifiers), `User.email:line` (the whole field), and the same for enums: `Role`, `Role:block`, `Role.ADMIN`,
   * `Role.ADMIN:line`; `generator client` and `datasource db` (name) and their blocks.
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

/** A block as it was read: written the same way it means the same, as long as its types' names do. */
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
  const known = before && { ...before, renamed: changedNames(before.names, names) }
  for (const { file, syntax } of files) {
    const elements = createElements({ file, text: syntax.text }, errors)
    lowered.spans.set(file, elements.spans)
    for (const block of syntax.blocks) lowerBlock(block, { lowered, known, elements, files })
  }
  return lowered
}

interface BlockContext {
  readonly lowered: LoweredBlocks
  readonly known: Known | undefined
  readonly elements: Elements
  readonly files: readonly SchemaFile[]
}

interface Known extends LoweredSchema {
  /** The names that do not stand for what they stood for then. */
  readonly renamed: ReadonlySet<string>
}

function lowerBlock(block: BlockSyntax, { lowered, known, elements, files }: BlockContext): void {
  const { kind, name, text, documentation } = block
  if (!name) return
  if (kind === 'generator' || kind === 'datasource') {
    elements.addBlock(block, configurationIdOf(block))
    return
  }
  const { models, enums, written, names } = lowered
  if (models.has(name.text) || enums.has(name.text)) {
    meaningOf(block, elements, names)
    elements.fail(name, `'${name.text}' is already declared in ${placeOf(name.text, files)}, which counts.`)
    return
  }
  const same = known && writtenBefore(block, name.text, { known, file: elements.file })
  if (same) elements.addBlock(block, name.text)
  const meaning = same?.meaning ?? kept(known, meaningOf(block, elements, names))
  if ('columns' in meaning) models.set(name.text, meaning)
  else enums.set(name.text, meaning)
  if (same) written.set(name.text, same)
  else if (hasAllMembers(meaning, block)) written.set(name.text, { text, documentation, meaning })
}

/** What is declared twice has to be complained about each time. */
function hasAllMembers(meaning: Model | EnumType, { fields, values }: BlockSyntax): boolean {
  const members = 'columns' in meaning ? meaning.columns : meaning.values
  return members.length === fields.length + values.length
}

function meaningOf(block: BlockSyntax, elements: Elements, names: TypeNames): Model | EnumType {
  if (block.kind === 'enum') return lowerEnum(block, elements)
  const kind = block.kind === 'view' || block.kind === 'type' ? block.kind : 'model'
  return lowerModel(block, { kind, names, elements })
}

/** The block as it was, if it is written the same way and the names in it stand for the same. */
function writtenBefore(
  { text, documentation }: BlockSyntax,
  name: string,
  { known: { written, renamed }, file }: { readonly known: Known; readonly file: FileId },
): WrittenBlock | undefined {
  const block = written.get(name)
  if (block?.text !== text || block.documentation !== documentation || block.meaning.ref.file !== file) return undefined
  const { meaning } = block
  const isConcerned = renamed.size > 0 && 'columns' in meaning && meaning.columns.some(({ type }) => renamed.has(type))
  return isConcerned ? undefined : block
}

function kept(known: Known | undefined, meaning: Model | EnumType): Model | EnumType {
  const { models, enums } = known?.schema ?? {}
  return 'columns' in meaning
    ? keepModel(models?.get(meaning.name), meaning)
    : keepEnum(enums?.get(meaning.name), meaning)
}

function changedNames(before: TypeNames, after: TypeNames): ReadonlySet<string> {
  const changed = new Set<string>()
  for (const [name, kind] of before) if (after.get(name) !== kind) changed.add(name)
  for (const name of after.keys()) if (!before.has(name)) changed.add(name)
  return changed
}

/** Where a name is declared first. */
function placeOf(name: string, files: readonly SchemaFile[]): string {
  for (const { file, syntax } of files) {
    const block = syntax.blocks.find(
      ({ kind, name: own }) => own?.text === name && kind !== 'generator' && kind !== 'datasource',
    )
    if (block?.name) return `${file}:${createLineIndex(syntax.text).positionAt(block.name.start).line + 1}`
  }
  return ''
}

function firstDatasource(files: readonly SchemaFile[]): Datasource | undefined {
  for (const { file, syntax } of files) {
    const block = syntax.blocks.find(({ kind }) => kind === 'datasource')
    if (block) return datasourceOf(file, block)
  }
  return undefined
}
