import { ts } from '@ts-morph/common'
import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import { applyEdits, type TextEdit } from '../text/text-edit.js'
import { clientTypes } from './client-types.js'
import type { LeftPlace, RenamedUses, RenameInput } from './input.js'
import { finds, type Mention, mentionsIn, namingOf } from './naming.js'
import { type CheckedProgram, createCompiler } from './programs.js'
import { useEdit } from './use-edit.js'

/** Rounds reveal uses: what is behind a renamed member is known only when that is renamed. More have never been needed. */
const ROUNDS = 5

/**
 * Finds what uses renamed declarations: the workspace is compiled as it is and with the declarations renamed. A place
 * is a use if it names something under the old name, nothing once the declarations are renamed, and then something
 * under the new name. So every edit is proven by the checker; places that could be uses but cannot be proven are left.
 */
export async function renameUses(input: RenameInput): Promise<RenamedUses> {
  const { workspace, names, clients, pause } = input
  const wanted = new Set(names.map(({ from }) => from))
  const files = candidatesOf(input)
  const compiler = createCompiler(workspace, pause)
  const before = await compiler.compile({ files, texts: workspace.texts, clients: typesOf(clients, 'before') })
  let open = await suspectsIn(before, { files, wanted, input })
  const left = open.left
  const edits = new Map<FileId, TextEdit[]>([...input.declarations].map(([file, list]) => [file, [...list]]))
  const after = typesOf(clients, 'after')
  let uses = 0
  for (let round = 0; round < ROUNDS && open.suspects.length > 0; round++) {
    const texts = new Map([...edits].map(([file, list]) => [file, applyEdits(workspace.texts.get(file) ?? '', list)]))
    const program = await compiler.compile({ files, texts, clients: after })
    const found = await provenIn(program, open.suspects, edits, input)
    if (found.length === 0) break
    uses += found.length
    const done = new Set(found.map(({ suspect }) => suspect))
    for (const { suspect, to } of found) {
      const list = edits.get(suspect.file) ?? []
      edits.set(suspect.file, list)
      list.push(useEdit(suspect.node, to, suspect.source))
    }
    open = { ...open, suspects: open.suspects.filter((each) => !done.has(each)) }
  }
  return { edits: sorted(edits), uses, left: left.toSorted(comparePlaces) }
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

function typesOf(clients: RenameInput['clients'], which: 'before' | 'after'): ReadonlyMap<FileId, string> {
  return new Map(clients.map((client) => [client[which].root, clientTypes(client[which])]))
}

interface Search {
  readonly files: readonly FileId[]
  readonly wanted: ReadonlySet<string>
  readonly input: RenameInput
}

async function suspectsIn(program: CheckedProgram, { files, wanted, input }: Search) {
  const suspects: Suspect[] = []
  const left: LeftPlace[] = []
  for (const file of files) {
    const source = program.sourceOf(file)
    if (!source) continue
    const declared = input.declarations.get(file) ?? []
    for (const node of mentionsIn(source, wanted)) {
      const start = node.getStart(source)
      if (declared.some(({ span }) => span.start <= start && start < span.end)) continue
      const naming = namingOf(node, program.checker)
      const found = naming && finds(naming, node.text, program.checker)
      if (found === 'yes' || found === 'some') suspects.push({ file, source, node })
      else if (found === 'unknown' && naming?.kind === 'member')
        left.push({
          file,
          line: source.getLineAndCharacterOfPosition(start).line + 1,
          name: node.text,
          reason: 'unknown',
        })
    }
    const paused = input.pause()
    if (paused) await paused
  }
  return { suspects, left }
}

interface Proven {
  readonly suspect: Suspect
  readonly to: string
}

async function provenIn(
  program: CheckedProgram,
  suspects: readonly Suspect[],
  edits: ReadonlyMap<FileId, readonly TextEdit[]>,
  { names, pause, isOpen }: RenameInput,
): Promise<readonly Proven[]> {
  const proven: Proven[] = []
  for (const suspect of suspects) {
    const { file, node, source } = suspect
    const place = movedBy(edits.get(file) ?? [], node.getStart(source))
    const moved = nodeAt(program.sourceOf(file), place, node.text)
    const naming = moved && namingOf(moved, program.checker)
    if (!naming || finds(naming, node.text, program.checker) !== 'no') continue
    const [to, other] = names.filter(
      (name) => name.from === node.text && /yes|some/.test(finds(naming, name.to, program.checker)),
    )
    if (to && !other && isOpen(file)) proven.push({ suspect, to: to.to })
    const paused = pause()
    if (paused) await paused
  }
  return proven
}

/** Where an offset is after edits none of which touches what stands there. */
function movedBy(edits: readonly TextEdit[], offset: number): number {
  const earlier = edits.filter(({ span }) => span.end <= offset)
  return earlier.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), offset)
}

function nodeAt(source: ts.SourceFile | undefined, offset: number, text: string): Mention | undefined {
  let node: ts.Node | undefined = source
  while (node) {
    if (
      (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) &&
      node.text === text &&
      node.getStart(source) === offset
    )
      return node
    node = ts.forEachChild(node, (child) => (child.pos <= offset && offset < child.end ? child : undefined))
  }
  return undefined
}

function sorted(edits: ReadonlyMap<FileId, readonly TextEdit[]>): RenamedUses['edits'] {
  const files = [...edits].sort(([a], [b]) => compareText(a, b))
  return new Map(files.map(([file, list]) => [file, list.toSorted((a, b) => a.span.start - b.span.start)]))
}

function comparePlaces(a: LeftPlace, b: LeftPlace): number {
  return compareText(a.file, b.file) || a.line - b.line
}
