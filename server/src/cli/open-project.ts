import { existsSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { BASELINE_FILE } from '../configuration/baseline.js'
import { workTreeOf } from '../project/git-folder.js'
import { loadSettings } from '../project/load-settings.js'
import { loadWorkspace, type Workspace, withSchemaErrors } from '../project/load-workspace.js'
import type { LookedAt } from '../project/looked-at.js'
import type { FileProblem } from '../project/problem.js'
import { type FileId, isWithin } from '../text/file-id.js'
import { askedPaths } from './asked-paths.js'

export interface ProjectOptions {
  readonly cwd: string
  /** A git revision. */
  readonly base: string
  readonly paths: readonly string[]
  /** `later`: whoever asked sees to it, by `withSchemaErrors`. */
  readonly schemaErrors?: 'later'
  /** Told how many files are read. */
  readonly onListed?: (files: number) => void
  /** Notes all that is looked at. */
  readonly looked?: LookedAt
}

export interface Project {
  /** Absolute. */
  readonly root: string
  readonly workspace: Workspace
  /** Whether the paths on the command line, if there are any, hold a file. */
  readonly isAsked: (file: FileId) => boolean
  /** The way from the root of the repository to the project: empty, or `apps/api/`. */
  readonly prefix: string
}

/**
 * Reads the project that a command is about, or says in words for a person why that cannot be. `prepare` is called with
 * its root once that is known to be a folder, before anything is read.
 */
export async function openProject(
  options: ProjectOptions,
  prepare: (root: string) => void = () => undefined,
): Promise<Project | { readonly problem: string }> {
  const root = rootOf(options.cwd)
  if (root === undefined) return { problem: `'${options.cwd}' is not a folder` }
  const { looked } = options
  for (const each of ['', ...options.paths]) looked?.noteEnd(path.resolve(root, each))
  const asked = askedPaths(root, options.paths)
  if ('problem' in asked) return asked
  const loaded = await loadSettings({ root, trust: 'trusted', ...(looked && { looked }) })
  if (loaded.kind === 'broken') return { problem: `${loaded.file} is not valid:\n  ${loaded.problems.join('\n  ')}` }
  prepare(root)
  const read = await loadWorkspace({ ...loadOptions(options), root, settings: loaded.settings, trust: 'trusted' })
  const workspace = options.schemaErrors === 'later' ? read : await withSchemaErrors(read)
  const problem = problemOf(workspace, options)
  if (problem !== undefined) return { problem }
  const isAsked = (file: FileId) => asked.paths.length === 0 || asked.paths.some((folder) => isWithin(file, folder))
  return { root, workspace, isAsked, prefix: prefixOf(root) }
}

function loadOptions({ base, onListed, looked }: ProjectOptions) {
  return { base, ...(onListed && { onListed }), ...(looked && { looked }) }
}

function prefixOf(root: string): string {
  const real = realpathSync(root)
  const parts = path.relative(workTreeOf(real) ?? real, real).split(path.sep)
  return parts.map((part) => (part === '' ? '' : `${part}/`)).join('')
}

/** Why nothing can be checked. */
function problemOf(workspace: Workspace, options: ProjectOptions): string | undefined {
  const { world, base, lookedIn, unreadSchemas, baselineProblems } = workspace
  if (baselineProblems.length > 0) return `${BASELINE_FILE} is not valid:\n  ${baselineProblems.join('\n  ')}`
  const missing = schemaProblem({ world, lookedIn, unreadSchemas })
  if (missing !== undefined) return missing
  const wrong = options.base === 'HEAD' ? undefined : baseProblem(base)
  return wrong && `--base ${options.base}: ${wrong}`
}

/** Why there is no schema; undefined where there is one. */
export function schemaProblem({
  world,
  lookedIn,
  unreadSchemas,
}: Pick<Workspace, 'world' | 'lookedIn' | 'unreadSchemas'>): string | undefined {
  if (world.schemas.length > 0) return undefined
  if (unreadSchemas.length > 0) return `No Prisma schema could be read:\n${listOf(unreadSchemas)}`
  const places = lookedIn.slice(0, 12).map((place) => `  ${place}`)
  return `No Prisma schema found. Looked for:\n${places.join('\n')}`
}

/** The absolute path of a folder; undefined where there is none. */
export function rootOf(cwd: string): string | undefined {
  const root = path.resolve(cwd)
  return existsSync(root) && statSync(root).isDirectory() ? root : undefined
}

function listOf(problems: readonly FileProblem[]): string {
  return problems.map(({ file, message }) => `  ${file}: ${message}`).join('\n')
}

/** Why there is no earlier schema to compare with; undefined where git answered. */
function baseProblem(base: Workspace['base']): string | undefined {
  if (base.kind === 'no-such-ref') return 'git knows no such revision'
  if (base.kind === 'no-repository') return 'this folder is in no git repository'
  if (base.kind === 'no-git') return 'git is not installed'
  return base.kind === 'failed' ? base.message : undefined
}
