import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { createAnalysisHost } from '../../analysis/host.js'
import type { Snapshot } from '../../analysis/snapshot.js'
import { type Finding, SEVERITIES, type Severity } from '../../model/finding.js'
import { loadSettings } from '../../project/load-settings.js'
import { loadWorkspace, type Workspace } from '../../project/load-workspace.js'
import type { FileProblem } from '../../project/problem.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { RULES } from '../../rules/index.js'
import { type FileId, isWithin } from '../../text/file-id.js'
import { askedPaths } from '../asked-paths.js'
import { errorColours as pc } from '../colours.js'
import { jsonReport } from '../reporters/json.js'
import { prettyReport } from '../reporters/pretty.js'

export interface CheckOptions {
  readonly cwd: string
  readonly base: string
  readonly paths: readonly string[]
  readonly format: 'pretty' | 'json'
  readonly failOn: Severity | 'never'
  readonly verbose?: true
  readonly quiet?: true
}

/** Runs `check`; the result is the exit status. The report goes to stdout, what went wrong to stderr. */
export async function check(options: CheckOptions): Promise<number> {
  tuneForOneRun()
  const root = path.resolve(options.cwd)
  if (!existsSync(root) || !statSync(root).isDirectory()) return complain(`'${options.cwd}' is not a folder`)
  const asked = askedPaths(root, options.paths)
  if ('problem' in asked) return complain(asked.problem)
  const loaded = loadSettings(root, new Set(RULES.map(({ code }) => code)))
  if (loaded.kind === 'broken') return complain(`${loaded.file} is not valid:\n  ${loaded.problems.join('\n  ')}`)
  const started = performance.now()
  const workspace = await loadWorkspace({ root, base: options.base, settings: loaded.settings, trust: 'trusted' })
  const problem = problemOf(workspace, options)
  if (problem !== undefined) return complain(problem)
  const snapshot = createAnalysisHost(workspace.world).snapshot()
  const findings = snapshot.findings().filter(({ at }) => isAsked(at.file, asked.paths))
  const print = options.format === 'json' ? jsonReport : prettyReport
  await write(
    print({ snapshot, workspace, findings, detail: options.verbose ? 'all' : options.quiet ? 'loud' : 'usual' }),
  )
  warn(workspace, snapshot, options)
  process.stderr.write(pc.dim(`${Math.round(performance.now() - started)} ms\n`))
  return exitStatus({ findings, snapshot, workspace, options })
}

function complain(message: string): number {
  process.stderr.write(`${pc.red('error')} ${message}\n`)
  return 2
}

/** Why nothing can be checked. */
function problemOf({ world, base, lookedIn, unreadSchemas }: Workspace, options: CheckOptions): string | undefined {
  if (world.schemas.length === 0) {
    if (unreadSchemas.length > 0) return `No Prisma schema could be read:\n${listOf(unreadSchemas)}`
    const places = lookedIn.slice(0, 12).map((place) => `  ${place}`)
    return `No Prisma schema found. Looked for:\n${places.join('\n')}`
  }
  const wrong = options.base === 'HEAD' ? undefined : baseProblem(base)
  return wrong && `--base ${options.base}: ${wrong}`
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

function isAsked(file: FileId, paths: readonly FileId[]): boolean {
  return paths.length === 0 || paths.some((folder) => isWithin(file, folder))
}

/** Pipes take large reports in parts; the process must not end before the last one. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()))
}

function warn({ problems, base }: Workspace, snapshot: Snapshot, options: CheckOptions): void {
  if (base.kind === 'failed') {
    process.stderr.write(`${pc.yellow('warning')} no changes since ${options.base} are seen: ${base.message}\n`)
  }
  for (const { file, message } of problems) process.stderr.write(pc.dim(`skipped ${file}: ${message}\n`))
  for (const { rule, error } of snapshot.failures()) {
    process.stderr.write(`${pc.yellow('warning')} rule ${rule} failed and was left out: ${String(error)}\n`)
  }
}

interface Outcome {
  readonly findings: readonly Finding[]
  readonly snapshot: Snapshot
  readonly workspace: Workspace
  readonly options: CheckOptions
}

function exitStatus({ findings, snapshot, workspace, options: { failOn } }: Outcome): number {
  const schemas = snapshot.schemas()
  const broken = schemas.filter((schema) => snapshot.schemaErrors(schema).length > 0)
  const unreadable = broken.filter(({ lowered }) => lowered.schema.models.size === 0)
  if (unreadable.length > 0 && unreadable.length === schemas.length) return 2
  const failing = findings.some(({ severity }) => failOn !== 'never' && reaches(severity, failOn))
  const partly = broken.length > 0 || workspace.unreadSchemas.length > 0
  return failing || partly || snapshot.failures().length > 0 ? 1 : 0
}

function reaches(severity: Severity, limit: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit)
}
