import { ts } from '@ts-morph/common'
import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import type { TextEdit } from '../text/text-edit.js'
import { typesOf } from './client-types.js'
import { createEditing, type Editing } from './editing.js'
import type { LeftPlace, RenamedUses, RenameInput } from './input.js'
import { unnamedBehind, valueAt, valuesHandedOn } from './mismatch.js'
import { finds, isMention, type Mention, mentionsIn, namingOf } from './naming.js'
import { createErrorComparison, type NewError } from './new-errors.js'
import { outsideScripts } from './outside-scripts.js'
import { type CheckedProgram, createCompiler } from './programs.js'
import { createSettled, type IsSettled } from './settled.js'
import { useEdit } from './use-edit.js'

/** Rounds reveal uses: what is behind a renamed member is known only when that is renamed. More have never been needed. */
const ROUNDS = 8

/**
 * Finds what uses renamed declarations: the workspace is compiled as it is and with the declarations renamed. A place
 * is a use if it names something under the old name, nothing once the declarations are renamed, and then something
 * under the new name. So every edit is proven by the checker; places that could be uses but cannot be proven are left.
 */
export function renameUses(input: RenameInput): RenamedUses {
  const { workspace, clients } = input
  const files = candidatesOf(input)
  const compiler = createCompiler(workspace)
  const before = compiler.compile({ files, texts: workspace.texts, clients: typesOf(clients, 'before') })
  const editing = createEditing(workspace.texts, input.declarations)
  const compile = () => compiler.compile({ files, texts: editing.texts(), clients: typesOf(clients, 'after') })
  let after = compile()
  const isSettled = createSettled({ before, after, renamed: input.declarations })
  const { suspects, unknown, keyed } = suspectsIn({ before, files, isSettled }, input)
  const errors = createErrorComparison(before, editing)
  const open = new Set(suspects)
  let uses = 0
  for (let round = 1; ; round++) {
    if (round > 1) after = compile()
    const proven = provenIn(after, open, editing, input)
    for (const suspect of proven) open.delete(suspect)
    uses += proven.length
    if (proven.length > 0 && round < ROUNDS) continue
    const broken = errors.newIn(after, filesOf(editing, open))
    const handedOn = handedOnIn(after, keyed, editing)
    const values = [...broken.flatMap(({ error }) => valueAt(error) ?? []), ...handedOn]
    const unnamed = renameUnnamed(after, values, editing, input)
    uses += unnamed
    if (unnamed > 0 && round < ROUNDS) continue
    const left = [...unknown, ...broken.map(placeOfError)].sort(comparePlaces)
    return { edits: editing.edits(), uses, left }
  }
}

/** A place that names something under an old name. */
interface Suspect {
  readonly file: FileId
  readonly source: ts.SourceFile
  readonly node: Mention
}

/** The files that hold one of the names, and those that declare what is known everywhere. */
function candidatesOf({ workspace, names, declarations }: RenameInput): readonly FileId[] {
  const found = [...workspace.texts].filter(
    ([file, text]) => file.endsWith('.d.ts') || declarations.has(file) || names.some(({ from }) => text.includes(from)),
  )
  return found.map(([file]) => file)
}

/** The files in which something may be wrong because of the rename. */
function filesOf(editing: Editing, open: ReadonlySet<Suspect>): ReadonlySet<FileId> {
  return new Set([...editing.files(), ...[...open].map(({ file }) => file)])
}

interface Looking {
  readonly before: CheckedProgram
  readonly files: readonly FileId[]
  readonly isSettled: IsSettled
}

function suspectsIn({ before: program, files, isSettled }: Looking, input: RenameInput) {
  const wanted = new Set(input.names.map(({ from }) => from))
  const suspects: Suspect[] = []
  const unknown: LeftPlace[] = []
  const keyed = new Map<FileId, Suspect[]>()
  for (const file of files) {
    const source = program.sourceOf(file)
    const declared = input.declarations.get(file) ?? []
    const types = program.typesIn(file)
    for (const node of source ? mentionsIn(source, wanted) : []) {
      if (!source || isWithin(node.getStart(source), declared)) continue
      const naming = namingOf(node, types)
      const found = naming && finds(naming, node.text, program.checker)
      if (naming && (found === 'yes' || found === 'some')) {
        if (!isSettled(node, naming)) suspects.push({ file, source, node })
      } else if (isKey(node)) keyed.set(file, [...(keyed.get(file) ?? []), { file, source, node }])
      if (found === 'unknown' && naming?.kind === 'member') unknown.push(placeOf(file, source, node))
    }
    unknown.push(...outsideScripts(file, input.workspace.texts.get(file) ?? '', input.names))
  }
  return { suspects, unknown, keyed }
}

/** The values that are made of objects with one of the keys and handed on in the objects' own files. */
function handedOnIn(
  program: CheckedProgram,
  keyed: ReadonlyMap<FileId, readonly Suspect[]>,
  editing: Editing,
): readonly ts.Expression[] {
  const values: ts.Expression[] = []
  for (const [file, keys] of keyed) {
    const now = program.sourceOf(file)
    const objects = keys.flatMap(({ node, source }) => {
      const key = mentionAt(now, editing.moved(file, node.getStart(source)), node.text)
      return key ? (program.checker.getTypeAtLocation(key.parent.parent).symbol ?? []) : []
    })
    if (now && objects.length > 0) values.push(...valuesHandedOn(now, new Set(objects), program.checker))
  }
  return values
}

/** Whether it is a key of an object of which nothing is expected. */
function isKey({ parent }: Mention): boolean {
  return ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)
}

function isWithin(offset: number, edits: readonly TextEdit[]): boolean {
  return edits.some(({ span }) => span.start <= offset && offset < span.end)
}

/** Makes the edits of those that are uses. */
function provenIn(
  program: CheckedProgram,
  suspects: Iterable<Suspect>,
  editing: Editing,
  { names, isOpen }: RenameInput,
): readonly Suspect[] {
  const found: { readonly suspect: Suspect; readonly edit: TextEdit }[] = []
  for (const suspect of suspects) {
    const { file, node, source } = suspect
    const moved = mentionAt(program.sourceOf(file), editing.moved(file, node.getStart(source)), node.text)
    const naming = moved && namingOf(moved, program.typesIn(file))
    if (!naming || !isOpen(file) || finds(naming, node.text, program.checker) !== 'no') continue
    const fitting = names.filter(
      ({ from, to }) => from === node.text && /yes|some/.test(finds(naming, to, program.checker)),
    )
    const [only, other] = fitting
    if (only && !other) found.push({ suspect, edit: useEdit(node, only.to, source) })
  }
  for (const { suspect, edit } of found) editing.add(suspect.file, edit)
  return found.map(({ suspect }) => suspect)
}

/** The mention of a text at an offset. */
export function mentionAt(source: ts.SourceFile | undefined, offset: number, text: string): Mention | undefined {
  let node: ts.Node | undefined = source
  while (node) {
    if (isMention(node) && node.text === text && node.getStart(source) === offset) return node
    node = ts.forEachChild(node, (child) => (child.pos <= offset && offset < child.end ? child : undefined))
  }
  return undefined
}

/** Renames what has no name of its own and differs from what it is used for in a name alone; tells how many places. */
function renameUnnamed(
  program: CheckedProgram,
  values: readonly ts.Expression[],
  editing: Editing,
  { names, isOpen }: RenameInput,
): number {
  const found = new Map<string, { readonly file: FileId; readonly edit: TextEdit }>()
  for (const value of values) {
    for (const { name, to } of unnamedBehind(value, names, program.checker)) {
      const source = name.getSourceFile()
      const file = program.fileOf(source)
      if (file === undefined || !isOpen(file) || !isMention(name)) continue
      const { span, newText } = useEdit(name, to, source)
      const start = editing.original(file, span.start)
      const edit = { span: { start, end: start + span.end - span.start }, newText }
      found.set(`${file}\n${start}`, { file, edit })
    }
  }
  for (const { file, edit } of found.values()) editing.add(file, edit)
  return found.size
}

function placeOf(file: FileId, source: ts.SourceFile, node: Mention): LeftPlace {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
  return { file, line: line + 1, reason: 'unknown', message: `'${node.text}' of a value whose type is not known` }
}

function placeOfError({ file, line, message }: NewError): LeftPlace {
  return { file, line, reason: 'error', message }
}

function comparePlaces(a: LeftPlace, b: LeftPlace): number {
  return compareText(a.file, b.file) || a.line - b.line
}
