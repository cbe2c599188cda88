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
  const [here, there] = [new Set(present), new Set(before)]
  const same = new Set<string>()
  const apart = new Set<string>()
  const left = (lines: readonly string[], others: ReadonlySet<string>) =>
    lines.filter((line) => {
      const name = fieldNameIn(line)
      const isInBoth = others.has(line)
      if (name !== '') (isInBoth ? same : apart).add(name)
      else if (!isInBoth) apart.add(UNKNOWN)
      return name === '' || !isInBoth
    })
  const texts = { now: left(present, there).join('\n'), made: left(before, here).join('\n') }
  const isPlain = !apart.has(UNKNOWN) && ![...apart].some((name) => same.has(name))
  return isPlain ? texts : { now, made }
}

/** Stands for a line that is no field; no field's name. */
const UNKNOWN = ''

/** The name of the field that a line holds as a whole; empty for any other line. */
function fieldNameIn(line: string): string {
  const name = FIELD.exec(line)?.[1] ?? ''
  return name !== '' && countOf('(', line) === countOf(')', line) ? name : ''
}

function countOf(character: string, line: string): number {
  let count = 0
  for (let at = line.indexOf(character); at >= 0; at = line.indexOf(character, at + 1)) count++
  return count
}

const FIELD = /^[ \t]+(\w+)[ \t]+\w/
