import assert from 'node:assert/strict'
import type { Snapshot } from '../analysis/snapshot.js'
import type { ElementRef } from '../model/element.js'
import type { Annotation } from './annotations.js'
import { type Fixture, type FixtureFile, writeFixture } from './fixture.js'

export interface Found {
  readonly at: ElementRef
  /** The text of the annotation that would announce it, given what is announced at the same place. */
  readonly textBeside: (announced: readonly string[]) => string
}

/** Asserts that the annotations of a fixture announce all that was found and nothing else. */
export function assertFound(fixture: Fixture, found: readonly Found[], snapshot: Snapshot): void {
  const files = new Set(fixture.filter(isPresent).map(({ file }) => file))
  const elsewhere = found.filter(({ at }) => !files.has(at.file))
  assert.deepEqual(elsewhere, [], 'found in files that the fixture does not have')
  const actual = fixture.map((each) => ({ ...each, annotations: annotationsOf(each, found, snapshot) }))
  assert.equal(writeFixture(actual), writeFixture(fixture), `found:\n${writeFixture(actual)}`)
}

function isPresent({ flag }: FixtureFile): boolean {
  return flag !== 'base'
}

function annotationsOf(file: FixtureFile, found: readonly Found[], snapshot: Snapshot): readonly Annotation[] {
  if (!isPresent(file)) return []
  const here = found.filter(({ at }) => at.file === file.file)
  return here.map(({ at, textBeside }) => {
    const place = placeOf(at, snapshot)
    const announced = file.annotations.filter(({ line, start }) => line === place.line && start === place.start)
    return { ...place, text: textBeside(announced.map(({ text }) => text)) }
  })
}

function placeOf(at: ElementRef, snapshot: Snapshot): Omit<Annotation, 'text'> {
  const { start, end } = snapshot.rangeOf(at)
  const continues = end.line > start.line
  const last = continues ? snapshot.lineIndexOf(at.file).lineText(start.line).length : end.character
  return { line: start.line, start: start.character, end: last, continues }
}
