import { commonEnd, commonStart } from '../text/common-text.js'
import {
  type BlockText,
  blockOf,
  blockStartBefore,
  blockStartFrom,
  mayHoldBlockComment,
  topLevelBlocks,
} from './top-level.js'

interface Source {
  readonly text: string
}

interface Blocks {
  readonly now: readonly BlockText[]
  readonly made: readonly BlockText[]
}

/**
 * The blocks of two texts, without those that stand in both at the beginning or the end as they are. The datasource is
 * always there. Where blocks came or went all are given, so that of two with one name the first can be told.
 */
export function changedBlocks(now: Source, made: Source): Blocks {
  const blocks = changedAmong(now.text, made.text)
  return blocks && haveSameNames(blocks) ? blocks : { now: topLevelBlocks(now), made: topLevelBlocks(made) }
}

function changedAmong(now: string, made: string): Blocks | undefined {
  const same = commonStart(now, made)
  const start = blockStartBefore(now, same)
  const end = blockStartFrom(now, now.length - commonEnd(now, made, Math.min(now.length, made.length) - same))
  const rest = now.length - end
  // Of a comment over several lines it cannot be told from a part whether it is one.
  const before = made.slice(start, made.length - rest)
  if (mayHoldBlockComment(now) || mayHoldBlockComment(before)) return undefined
  const blocks = { now: topLevelBlocks({ text: now.slice(start, end) }), made: topLevelBlocks({ text: before }) }
  if (blocks.now.some(({ kind }) => kind === 'datasource')) return blocks
  const around = [blockOf(now, 'datasource')].filter((block) => block !== undefined)
  return { now: [...around, ...blocks.now], made: [...around, ...blocks.made] }
}

function haveSameNames({ now, made }: Blocks): boolean {
  const [names, before] = [now.map(nameOf), made.map(nameOf)]
  return new Set(names).size === names.length && names.join() === before.join()
}

function nameOf({ kind, name }: BlockText): string {
  return `${kind} ${name}`
}
