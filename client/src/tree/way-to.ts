import type { Node } from './nodes.js'

export interface PlaceInFile {
  /** Whether a line of the tree leads to the file. */
  readonly isThere: (node: Node) => boolean
  readonly line: number
}

/**
 * The lines of the tree down to the one for a place: that of a finding that stands there, or else of the type or model
 * whose name stands there or next above. Empty where there is none.
 */
export function wayTo(nodes: readonly Node[], { isThere, line }: PlaceInFile): readonly Node[] {
  const ways = waysIn(nodes).filter((way) => way.slice(-1).every(isThere))
  const finding = ways.find((way) => way.at(-1)?.kind === 'finding' && startOf(way) === line)
  const above = ways.filter((way) => way.at(-1)?.kind !== 'finding' && startOf(way) <= line)
  return finding ?? above.reduce((best: readonly Node[], way) => (startOf(way) > startOf(best) ? way : best), [])
}

function waysIn(nodes: readonly Node[], down: readonly Node[] = []): readonly (readonly Node[])[] {
  return nodes.flatMap((node) => [[...down, node], ...waysIn(node.children, [...down, node])])
}

/** A schema itself has no range: it is what is left above its first model. */
function startOf(way: readonly Node[]): number {
  const node = way.at(-1)
  if (!node) return -2
  return node.range?.start.line ?? -1
}
