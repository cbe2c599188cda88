import picomatch from 'picomatch'
import type { FileId } from '../text/file-id.js'
import { type KeyPath, problemAt, type SettingsProblem } from './problem.js'
import { readList } from './read-list.js'

/** Reads a list of globs, adding what is wrong with it to `problems`; undefined where it is not set. */
export function readGlobs(at: KeyPath, value: unknown, problems: SettingsProblem[]): readonly string[] | undefined {
  return readList(at, value, problems, {
    wanted: 'must be a list of globs, such as ["src/**"]',
    read(here, glob) {
      const problem = globProblem(glob)
      if (problem !== undefined) problems.push(problemAt(here, problem))
      return problem === undefined ? String(glob) : undefined
    },
  })
}

/** The same for a list that must be there and hold a glob. */
export function requiredGlobs(at: KeyPath, value: unknown, problems: SettingsProblem[]): readonly string[] {
  const isMissing = value === undefined || (Array.isArray(value) && value.length === 0)
  return readGlobs(at, isMissing ? null : value, problems) ?? []
}

/** Why a value is no glob over the files of a workspace; undefined for one. */
export function globProblem(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return 'must be a glob, such as "src/**"'
  if (value.includes('\\')) return 'must have / between folders'
  if (value.startsWith('!')) return 'must not begin with !; what is to be left out belongs in exclude'
  if (/^(?:\/|[a-z]:)|^(?:.*\/)?\.\.(?:\/|$)/i.test(value)) return 'must be a path inside the workspace'
  return undefined
}

/** Tells which files globs name. A glob that names a folder stands for all that is in it. */
export function matchGlobs(globs: readonly string[]): (file: FileId) => boolean {
  const plain = globs.map((glob) => glob.replace(/^(?:\.\/)+/, '').replace(/\/+$/, ''))
  // The answer must not depend on the system: paths of files have `/` on all of them.
  return picomatch(
    plain.flatMap((glob) => (glob === '.' ? ['**'] : [glob, `${glob}/**`])),
    { dot: true, windows: false },
  )
}

/** Tells which files are read for types: those that are included, where anything is, and not excluded. */
export function createFileFilter(globs: {
  readonly include: readonly string[] | undefined
  readonly exclude: readonly string[] | undefined
}): (file: FileId) => boolean {
  const { include = [], exclude = [] } = globs
  const isIncluded = include.length > 0 ? matchGlobs(include) : () => true
  const isExcluded = exclude.length > 0 ? matchGlobs(exclude) : () => false
  return (file) => isIncluded(file) && !isExcluded(file)
}
