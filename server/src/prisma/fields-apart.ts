/** The text of a block now and in another state. */
export interface BlockTexts {
  readonly now: string
  readonly made: string
}

/**
 * The texts of a block without the fields that are written alike in both, which then need not be read. Both as they are
 * where more than lines with a whole field each differ: keys could be among it, or an expression over several lines.
 */
export function withoutSameFields({ now, made }: BlockTexts): BlockTexts {
  const [present, before] = [now.split('\n'), made.split('\n')]
  const there = new Set(before)
  const alike = new Set<string>()
  const same = new Set<string>()
  const apart = new Set<string>()
  const left = present.filter((line) => {
    const name = fieldNameIn(line)
    if (!there.has(line)) apart.add(name)
    if (name === NO_FIELD || !there.has(line)) return true
    alike.add(line)
    same.add(name)
    return false
  })
  const here = new Set(left)
  const leftBefore = before.filter((line) => {
    if (alike.has(line)) return false
    if (!here.has(line)) apart.add(fieldNameIn(line))
    return true
  })
  const isPlain = !apart.has(NO_FIELD) && ![...apart].some((name) => same.has(name))
  return isPlain ? { now: left.join('\n'), made: leftBefore.join('\n') } : { now, made }
}

/** Stands for the name of a line that is no field. */
const NO_FIELD = ''

/** The name of the field that a line holds as a whole. */
function fieldNameIn(line: string): string {
  const name = FIELD.exec(line)?.[1] ?? NO_FIELD
  return countOf('(', line) === countOf(')', line) ? name : NO_FIELD
}

function countOf(character: string, line: string): number {
  let count = 0
  for (let at = line.indexOf(character); at >= 0; at = line.indexOf(character, at + 1)) count++
  return count
}

const FIELD = /^[ \t]+(\w+)[ \t]+\w/
