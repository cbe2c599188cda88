import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { type AnalysisHost, createAnalysisHost } from '../analysis/host.js'
import type { World } from '../analysis/world.js'
import type { FileId } from '../text/file-id.js'
import { type Answers, answersOf } from './answers.js'
import type { FileFlag } from './fixture.js'
import { worldOf } from './memory-world.js'
import { createRandom, type Random } from './random.js'
import { type EditedFiles, editAtRandom } from './random-edits.js'

/** The texts of a workspace by name. `x.prisma base` is the earlier text of a schema, `x.prisma twin` a twin of it. */
export type WorkspaceTexts = ReadonlyMap<FileId, string>

export interface Walk {
  readonly first: WorkspaceTexts
  /** The seed of each step, so that a walk can be shortened: a step does not depend on those before it but by the texts. */
  readonly steps: readonly number[]
  /** Of all steps, the percentage after which everything is compared. */
  readonly compared: number
}

/**
 * Edits a workspace step by step and asks one host all the way, now about one file and now about all. At quiet points,
 * and at the end, the host must answer as one does that was made just now for the same texts. Throws with what was done
 * and the first difference.
 */
export function walk({ first, steps, compared }: Walk): void {
  const files: EditedFiles = { now: new Map(first), first }
  let world = worldOfTexts(files.now)
  const host = createAnalysisHost(world)
  const done: string[] = []
  for (const [index, seed] of steps.entries()) {
    const random = createRandom(seed)
    const isLast = index === steps.length - 1
    done.push(editAtRandom(files, random))
    // What is not handed on now comes together with what is done next.
    if (!isLast && random.chance(25)) continue
    world = applied(host, world, worldOfTexts(files.now), random)
    done.push(...askSome(host, world, random))
    if (isLast || random.chance(compared)) assertSame(host, world, done)
  }
}

/** The world that texts make. */
export function worldOfTexts(texts: WorkspaceTexts): World {
  const fixture = [...texts].map(([name, text]) => {
    const [file = '', flag] = name.split(' ')
    return { file, flag: flag as FileFlag | undefined, text, annotations: [] }
  })
  return worldOf(fixture)
}

/** Hands on what differs, and some of what does not, which must change nothing. */
function applied(host: AnalysisHost, before: World, after: World, random: Random): World {
  const texts = new Map<FileId, string | undefined>()
  for (const [file, text] of after.texts) if (before.texts.get(file) !== text) texts.set(file, text)
  for (const file of before.texts.keys()) if (!after.texts.has(file)) texts.set(file, undefined)
  const sameFiles =
    before.texts.size === after.texts.size && [...after.texts.keys()].every((file) => before.texts.has(file))
  const { schemas, packages, resolveModule, settings } = after
  const parts = { schemas, packages, settings, ...((!sameFiles || random.chance(5)) && { resolveModule }) }
  host.apply({ texts, ...parts })
  return after
}

/** Some queries are asked and others not, so that they are out of date for different lengths of time. */
function askSome(host: AnalysisHost, world: World, random: Random): readonly string[] {
  const asked: string[] = []
  const names = [...world.texts.keys(), ...world.schemas.flatMap(({ files }) => files.map(({ file }) => file))]
  if (names.length > 0 && random.chance(60)) {
    for (let left = 1 + random.below(3); left > 0; left--) {
      const file = random.pick(names)
      host.snapshot().findingsOf(file)
      asked.push(`asked about ${file}`)
    }
  }
  if (random.chance(10)) {
    host.snapshot().findings()
    asked.push('asked about all')
  }
  if (random.chance(10)) {
    host.sweep()
    asked.push('swept')
  }
  return asked
}

function assertSame(host: AnalysisHost, world: World, done: readonly string[]): void {
  const { texts, schemas } = world
  const names = [
    ...texts.keys(),
    ...schemas.flatMap(({ files, twins }) => [...files, ...twins].map(({ file }) => file)),
  ]
  const fresh = answersOf(createAnalysisHost(world).snapshot(), names)
  const live = answersOf(host.snapshot(), names)
  for (const part of Object.keys(fresh) as (keyof Answers)[]) {
    const [own, expected] = [live[part], fresh[part]].map((items) => items.map((item) => JSON.stringify(item)))
    if (isDeepStrictEqual(own, expected)) continue
    const only = (some: readonly string[], others: readonly string[]) => some.filter((item) => !others.includes(item))
    const lines = [
      ...done.map((each) => `  ${each}`),
      `${part} differ`,
      ...only(own ?? [], expected ?? []).map((each) => `+ ${each}`),
      ...only(expected ?? [], own ?? []).map((each) => `- ${each}`),
    ]
    assert.fail(lines.join('\n'))
  }
}
