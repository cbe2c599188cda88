import type { FileId } from '../text/file-id.js'
import { findGone, type GoneInput, placeOf, type StillUsed, type Use } from './gone-uses.js'
import { namedBy } from './naming.js'
import type { CheckedProgram } from './programs.js'

export interface UsedInput extends Omit<GoneInput, 'names'> {
  /** The members that `declarations` take out. */
  readonly members: readonly GoneMember[]
}

export interface GoneMember {
  readonly file: FileId
  /** Where its name stands. */
  readonly offset: number
  readonly name: string
}

/** For each of the members the first place that would name nothing without it; undefined where there is none. */
export function usesOfMembers({ members, ...input }: UsedInput): readonly (StillUsed | undefined)[] {
  const names = [...new Set(members.map(({ name }) => name))]
  const { before, uses } = findGone({ ...input, names })
  const found = uses.map((use) => ({ use, declared: declarationsOf(use, before) }))
  return members.map((member) => {
    const first = found.find(({ use, declared }) => use.node.text === member.name && isNamed(member, declared))
    return first && placeOf(first.use)
  })
}

interface Declared {
  readonly file: FileId
  readonly start: number
  readonly end: number
}

/** Where that what a place names is declared; empty where that is not known. */
function declarationsOf({ naming, node }: Use, { checker, fileOf }: CheckedProgram): readonly Declared[] {
  const declarations = namedBy(naming, node.text, checker).flatMap((symbol) => symbol.declarations ?? [])
  return declarations.flatMap((declaration) => {
    const file = fileOf(declaration.getSourceFile())
    return file === undefined ? [] : [{ file, start: declaration.getStart(), end: declaration.end }]
  })
}

function isNamed({ file, offset }: GoneMember, declared: readonly Declared[]): boolean {
  return (
    declared.length === 0 || declared.some((each) => each.file === file && each.start <= offset && offset < each.end)
  )
}
