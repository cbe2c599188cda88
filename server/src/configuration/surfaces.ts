import { matchGlobs, requiredGlobs } from './globs.js'
import { isRecord } from './is-record.js'
import { problemAt, type SettingsProblem, unknownKey } from './problem.js'
import { readList } from './read-list.js'
import { readOneOf } from './read-one-of.js'
import { type ConfiguredWire, WIRE_FORMATS } from './wire.js'

const SIDES = ['server', 'client'] as const
type Side = (typeof SIDES)[number]

/** What a person says of some files: where their code runs, and how values reach their types. */
export interface SurfaceSetting {
  /** Globs. */
  readonly files: readonly string[]
  readonly side: Side | undefined
  readonly wire: ConfiguredWire | undefined
}

/** Reads the surfaces; undefined where they are not set. */
export function readSurfaces(value: unknown, problems: SettingsProblem[]): readonly SurfaceSetting[] | undefined {
  return readList(['surfaces'], value, problems, {
    wanted: 'must be a list, such as [{ "files": ["apps/web/**"], "side": "client", "wire": "json" }]',
    read(at, item) {
      if (!isRecord(item)) {
        problems.push(problemAt(at, 'must be an object with "files" and "side" or "wire"'))
        return undefined
      }
      const { files, side, wire, ...others } = item
      problems.push(...Object.keys(others).map((key) => unknownKey([...at, key])))
      if (side === undefined && wire === undefined) problems.push(problemAt(at, 'must have "side" or "wire"'))
      return {
        files: requiredGlobs([...at, 'files'], files, problems),
        side: readOneOf([...at, 'side'], side, SIDES, problems),
        wire: readOneOf([...at, 'wire'], wire, WIRE_FORMATS, problems),
      }
    },
  })
}

/** What is said of a file: the first surface that names it and says where it runs, or how values reach it. */
export interface SurfaceLookup {
  sideOf(file: string): Side | undefined
  wireOf(file: string): ConfiguredWire | undefined
}

export function createSurfaceLookup(surfaces: readonly SurfaceSetting[]): SurfaceLookup {
  const matchers = surfaces.map(({ files, side, wire }) => ({ holds: matchGlobs(files), side, wire }))
  return {
    sideOf: (file) => matchers.find(({ side, holds }) => side !== undefined && holds(file))?.side,
    wireOf: (file) => matchers.find(({ wire, holds }) => wire !== undefined && holds(file))?.wire,
  }
}
