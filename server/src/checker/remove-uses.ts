import type { ts } from '@ts-morph/common'
import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import type { TextEdit } from '../text/text-edit.js'
import { typesOf } from './client-types.js'
import { createEditing, type Editing } from './editing.js'
import type { RenameInput } from './input.js'
import { finds, type Mention, mentionsIn, namingOf } from './naming.js'
import { createErrorComparison } from './new-errors.js'
import { type CheckedProgram, createCompiler } from './programs.js'
import { removalOf } from './removal.js'
import { mentionAt } from './rename-uses.js'

export interface RemoveInput extends Omit<RenameInput, 'names'> {
  /** Names of members that are gone. `declarations` are the edits that take them out of TypeScript's types. */
  readonly names: readonly string[]
}

/** What removing members comes to: either all that uses them can be taken out as well, or nothing is. */
export interface RemovedUses {
  /** By file, those of the declarations included; empty where anything is left. */
  readonly edits: ReadonlyMap<FileId, readonly TextEdit[]>
  readonly left: readonly StillUsed[]
}

/** A place that uses what is gone, and that only a person can change. */
export interface StillUsed {
  readonly file: FileId
  /** Counts from 1. */
  readonly line: number
  readonly name: string
}

/**
 * Finds what uses members that are gone, by compiling the workspace with and without them, and takes it out where that
 * changes nothing else: keys of a `select`, properties that only pass the value on. All or nothing, as half of it would
 * not compile.
 */
export function removeUses(input: RemoveInput): RemovedUses {
  const { workspace, names, declarations, clients } = input
  const files = [...workspace.texts].flatMap(([file, text]) => {
    return file.endsWith('.d.ts') || declarations.has(file) || names.some((name) => text.includes(name)) ? [file] : []
  })
  const compiler = createCompiler(workspace)
  const before = compiler.compile({ files, texts: workspace.texts, clients: typesOf(clients, 'before') })
  const mentioned = mentionsOf(before, files, input)
  const editing = createEditing(workspace.texts, declarations)
  const compile = () => compiler.compile({ files, texts: editing.texts(), clients: typesOf(clients, 'after') })
  const after = compile()
  const uses = mentioned.filter((mention) => isGone(mention, after, editing))
  const removals = uses.map((use) => ({
    use,
    edits: input.isOpen(use.file) ? removalOf(use.node, use.source) : undefined,
  }))
  const left = removals.filter(({ edits }) => edits === undefined).map(({ use }) => placeOf(use))
  if (left.length > 0) return { edits: new Map(), left: left.toSorted(comparePlaces) }
  for (const { use, edits = [] } of distinct(removals)) for (const edit of edits) editing.add(use.file, edit)
  const errors = createErrorComparison(before, editing).newIn(compile(), files)
  const broken = errors.map(({ file, line, message }) => ({ file, line, name: message }))
  return broken.length > 0 ? { edits: new Map(), left: broken } : { edits: editing.edits(), left: [] }
}

interface Use {
  readonly file: FileId
  readonly source: ts.SourceFile
  readonly node: Mention
}

/** The places that name one of the members while they are there. */
function mentionsOf(
  program: CheckedProgram,
  files: readonly FileId[],
  { names, declarations }: RemoveInput,
): readonly Use[] {
  const wanted = new Set(names)
  return files.flatMap((file) => {
    const source = program.sourceOf(file)
    if (!source) return []
    const declared = declarations.get(file) ?? []
    return mentionsIn(source, wanted).flatMap((node): Use[] => {
      const start = node.getStart(source)
      if (declared.some(({ span }) => span.start <= start && start < span.end)) return []
      const naming = namingOf(node, program.typesIn(file))
      const found = naming && finds(naming, node.text, program.checker)
      return found === 'yes' || found === 'some' ? [{ file, source, node }] : []
    })
  })
}

/** Whether a place names nothing any more. */
function isGone({ file, source, node }: Use, after: CheckedProgram, editing: Editing): boolean {
  const moved = mentionAt(after.sourceOf(file), editing.moved(file, node.getStart(source)), node.text)
  const naming = moved && namingOf(moved, after.typesIn(file))
  return naming !== undefined && finds(naming, node.text, after.checker) === 'no'
}

interface Removal {
  readonly use: Use
  readonly edits: readonly TextEdit[] | undefined
}

/** Key and value of one property are both uses: it is taken out once. */
function distinct(removals: readonly Removal[]): readonly Removal[] {
  const byPlace = removals.map((each) => [`${each.use.file} ${JSON.stringify(each.edits)}`, each] as const)
  return [...new Map(byPlace).values()]
}

function placeOf({ file, source, node }: Use): StillUsed {
  return { file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, name: node.text }
}

function comparePlaces(a: StillUsed, b: StillUsed): number {
  return compareText(a.file, b.file) || a.line - b.line
}
