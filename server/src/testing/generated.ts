import assert from 'node:assert/strict'
import { type Generation, generate } from '../analysis/generate/generate.js'
import type { Output } from '../analysis/generate/outputs.js'
import { createAnalysisHost } from '../analysis/host.js'
import type { World } from '../analysis/world.js'
import type { FileId } from '../text/file-id.js'
import { type FixtureFile, parseFixture } from './fixture.js'
import { worldOf } from './memory-world.js'

/** What generating came to in a fixture, and the fixture with the new texts in it. */
export interface Generated extends Generation {
  readonly world: World
}

type Files = ReadonlyMap<FileId, string>

/**
 * Generates code for models in a fixture, where there are further files that the world is not read from. Asserts that
 * generating once more changes nothing.
 */
export function generated(source: string, output: Output, ...asked: readonly (string | Files)[]): Generated {
  const fixture = parseFixture(source)
  const models = asked.filter((each) => typeof each === 'string')
  const others = asked.find((each) => typeof each !== 'string') ?? new Map<FileId, string>()
  const filesWith = (made: Files) => {
    const all = new Map([...others, ...made])
    return { list: [...all.keys()], readText: (file: FileId) => all.get(file) }
  }
  const generation = generate(worldOf(fixture), { outputs: [output], models, files: filesWith(new Map()) })
  const world = worldOf(withTexts(fixture, generation.texts))
  const again = generate(world, { outputs: [output], models, files: filesWith(generation.texts) })
  assert.deepEqual([...again.texts], [], 'generated again')
  return { ...generation, world }
}

/** The findings of a world, for short expectations. */
export function findingsIn(world: World): readonly string[] {
  const snapshot = createAnalysisHost(world).snapshot()
  const messages = snapshot.findings().map(({ at, rule, message }) => `${at.file} ${rule}: ${message}`)
  assert.deepEqual(snapshot.failures(), [], 'a rule failed')
  return messages
}

function withTexts(fixture: readonly FixtureFile[], texts: ReadonlyMap<FileId, string>): readonly FixtureFile[] {
  const kept = fixture.filter(({ file }) => !texts.has(file))
  const made = [...texts].map(([file, text]): FixtureFile => ({ file, flag: undefined, text, annotations: [] }))
  return [...kept, ...made]
}
