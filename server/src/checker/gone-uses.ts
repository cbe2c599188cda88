import type { ts } from '@ts-morph/common'
import type { FileId } from '../text/file-id.js'
import { typesOf } from './client-types.js'
import { createEditing, type Editing } from './editing.js'
import type { RenameInput } from './input.js'
import { finds, type Mention, mentionsIn, type Naming, namingOf } from './naming.js'
import { type CheckedProgram, createCompiler } from './programs.js'
import { mentionAt } from './rename-uses.js'

export interface GoneInput extends Pick<RenameInput, 'workspace' | 'declarations' | 'clients'> {
  /** Names of members that are gone. `declarations` are the edits that take them out of TypeScript's types. */
  readonly names: readonly string[]
}

/** The workspace without the members, and what names them in it. */
export interface Gone {
  /** The workspace with the members. */
  readonly before: CheckedProgram
  readonly editing: Editing
  /** Compiles the workspace with what `editing` has. */
  readonly compile: () => CheckedProgram
  /** The files that may name one of the members. */
  readonly files: readonly FileId[]
  readonly uses: readonly Use[]
}

export interface Use {
  readonly file: FileId
  readonly source: ts.SourceFile
  readonly node: Mention
  /** What it names while the members are there. */
  readonly naming: Naming
}

/** A place that uses what is gone, and that only a person can change. */
export interface StillUsed {
  readonly file: FileId
  /** Counts from 1. */
  readonly line: number
  readonly name: string
}

/** Finds what uses members that are gone, by compiling the workspace with and without them. */
export function findGone(input: GoneInput): Gone {
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
  return { before, editing, compile, files, uses: mentioned.filter((use) => isGone(use, after, editing)) }
}

export function placeOf({ file, source, node }: Use): StillUsed {
  return { file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, name: node.text }
}

/** The places that name one of the members while they are there. */
function mentionsOf(
  program: CheckedProgram,
  files: readonly FileId[],
  { names, declarations }: GoneInput,
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
      return naming && (found === 'yes' || found === 'some') ? [{ file, source, node, naming }] : []
    })
  })
}

/** Whether a place names nothing any more. */
function isGone({ file, source, node }: Use, after: CheckedProgram, editing: Editing): boolean {
  const moved = mentionAt(after.sourceOf(file), editing.moved(file, node.getStart(source)), node.text)
  const naming = moved && namingOf(moved, after.typesIn(file))
  return naming !== undefined && finds(naming, node.text, after.checker) === 'no'
}
