import { type FileId, foldersAbove } from '../text/file-id.js'
import type { Package, Packages } from './packages.js'

/** A script of a `package.json` by which a project checks itself. */
export interface ProjectCheck {
  readonly kind: CheckKind
  /** The folder of the package. */
  readonly folder: FileId
  readonly script: string
  /** Why it must not be run without being asked for; undefined where nothing speaks against it. */
  readonly refusal: string | undefined
}

export type CheckKind = 'types' | 'build' | 'tests'

/** The names under which the scripts go, those tried first before others. */
const SCRIPTS: Readonly<Record<CheckKind, readonly string[]>> = {
  types: ['typecheck', 'type-check', 'check-types', 'check:types', 'types:check', 'tsc'],
  build: ['build'],
  tests: ['test'],
}

/**
 * The checks of the packages that hold some files, in the order in which they are run: types, builds, tests. A package
 * without any leaves it to the one above.
 */
export function findChecks(packages: Packages, files: readonly FileId[]): readonly ProjectCheck[] {
  const owners = new Set(files.flatMap((file) => nearestWithChecks(packages, file) ?? []))
  const checks = [...owners].flatMap(checksOf)
  return (['types', 'build', 'tests'] as const).flatMap((kind) => checks.filter((check) => check.kind === kind))
}

function nearestWithChecks(packages: Packages, file: FileId): Package | undefined {
  const above = [...foldersAbove(file)].flatMap((folder) => packages.all.find(({ root }) => root === folder) ?? [])
  return above.find((each) => checksOf(each).length > 0)
}

function checksOf({ root, manifest }: Package): readonly ProjectCheck[] {
  const scripts = scriptsOf(manifest)
  const kinds: readonly CheckKind[] = ['types', 'build', 'tests']
  return kinds.flatMap((kind) => {
    const script = SCRIPTS[kind].find((name) => isReal(scripts.get(name)))
    return script === undefined ? [] : [{ kind, folder: root, script, refusal: refusalOf(scripts, script) }]
  })
}

function scriptsOf({ scripts }: Package['manifest']): ReadonlyMap<string, string> {
  const written = typeof scripts === 'object' && scripts !== null ? Object.entries(scripts) : []
  return new Map(written.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** `npm init` writes a test that always fails. */
function isReal(command: string | undefined): boolean {
  return command !== undefined && !/no test specified/.test(command)
}

/** Commands that change a database. */
const CHANGES_DATABASE = /\bprisma\s+(?:migrate\s+(?:dev|deploy|reset|resolve)|db\s+(?:push|seed|execute|pull))\b/

/** Scripts run others, and before and after themselves those of their name. */
function refusalOf(scripts: ReadonlyMap<string, string>, script: string, seen = new Set<string>()): string | undefined {
  if (seen.has(script)) return undefined
  seen.add(script)
  for (const name of [`pre${script}`, script, `post${script}`]) {
    const command = scripts.get(name)
    if (command === undefined) continue
    const [found] = CHANGES_DATABASE.exec(command) ?? []
    if (found !== undefined) return `its script '${name}' changes a database: ${found}`
    const called = [...command.matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?([\w:.-]+)/g)].map(
      ([, each = '']) => each,
    )
    const refusal = called.map((each) => refusalOf(scripts, each, seen)).find((each) => each !== undefined)
    if (refusal !== undefined) return refusal
  }
  return undefined
}
