import { diffArrays } from 'diff'

export interface MergeInput {
  /** What both come from. */
  readonly base: string
  /** What it became; stays where both say different things. */
  readonly own: string
  /** What else it became. */
  readonly other: string
}

/** Merges two changes of one text, line by line. `conflicts` counts the places at which the other one was left out. */
export function mergeTexts({ base, own, other }: MergeInput): { readonly text: string; readonly conflicts: number } {
  const lines = linesOf(base)
  const sides = [hunksOf(lines, linesOf(own)), hunksOf(lines, linesOf(other))] as const
  const merged: string[] = []
  let conflicts = 0
  let at = 0
  for (const region of regionsOf(sides.flat())) {
    merged.push(...lines.slice(at, region.start))
    const [mine, others] = sides.map((hunks) => hunks.filter((hunk) => isWithin(hunk, region)))
    const [ownLines, otherLines] = [mine, others].map((hunks = []) => linesIn(region, lines, hunks))
    const isConflict = mine?.length !== 0 && others?.length !== 0 && ownLines?.join('') !== otherLines?.join('')
    if (isConflict) conflicts++
    merged.push(...((mine?.length === 0 ? otherLines : ownLines) ?? []))
    at = region.end
  }
  return { text: [...merged, ...lines.slice(at)].join(''), conflicts }
}

/** With their line breaks. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Lines of the base, and what stands in their place. */
interface Hunk {
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

function hunksOf(base: readonly string[], changed: readonly string[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  for (const { added, removed, value } of diffArrays([...base], [...changed])) {
    const last = hunks.at(-1)
    const end = added ? at : at + value.length
    if (!added && !removed) {
      at = end
      continue
    }
    const lines = added ? value : []
    if (last && last.end === at) hunks.splice(-1, 1, { start: last.start, end, lines: [...last.lines, ...lines] })
    else hunks.push({ start: at, end, lines })
    at = end
  }
  return hunks
}

type Region = Pick<Hunk, 'start' | 'end'>

/** What hunks touch, those that meet as one. */
function regionsOf(hunks: readonly Hunk[]): readonly Region[] {
  const regions: { start: number; end: number }[] = []
  for (const { start, end } of hunks.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = regions.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else regions.push({ start, end })
  }
  return regions
}

function isWithin(hunk: Region, region: Region): boolean {
  return region.start <= hunk.start && hunk.end <= region.end
}

function linesIn({ start, end }: Region, base: readonly string[], hunks: readonly Hunk[]): readonly string[] {
  const lines: string[] = []
  let at = start
  for (const hunk of hunks) {
    lines.push(...base.slice(at, hunk.start), ...hunk.lines)
    at = hunk.end
  }
  return [...lines, ...base.slice(at, end)]
}
