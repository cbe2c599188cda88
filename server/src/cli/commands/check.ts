import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import pc from 'picocolors'
import { createAnalysisHost } from '../../analysis/host.js'
import type { Snapshot } from '../../analysis/snapshot.js'
import { type Finding, SEVERITIES, type Severity } from '../../model/finding.js'
import { loadSettings } from '../../project/load-settings.js'
import { loadWorkspace, type Workspace } from '../../project/load-workspace.js'
import { RULES } from '../../rules/index.js'
import { isWithin } from '../../text/file-id.js'
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
  const root = path.resolve(options.cwd)
  if (!existsSync(root) || !statSync(root).isDirectory()) return complain(`'${options.cwd}' is not a folder`)
  const loaded = loadSettings(root, new Set(RULES.map(({ code }) => code)))
  if (loaded.kind === 'broken') return complain(`${loaded.file} is not valid:\n  ${loaded.problems.join('\n  ')}`)
  const started = performance.now()
  const workspace = await loadWorkspace({ root, base: options.base, settings: loaded.settings, trust: 'trusted' })
  const problem = problemOf(workspace, options)
  if (problem !== undefined) return complain(problem)
  const snapshot = createAnalysisHost(workspace.world).snapshot()
  const findings = snapshot.findings().filter((finding) => isAsked(finding, root, options))
  const print = options.format === 'json' ? jsonReport : prettyReport
  await write(
    print({ snapshot, workspace, findings, detail: options.verbose ? 'all' : options.quiet ? 'loud' : 'usual' }),
  )
  warn(workspace, snapshot)
  process.stderr.write(pc.dim(`${Math.round(performance.now() - started)} ms\n`))
  return exitStatus(findings, snapshot, options)
}

function complain(message: string): number {
  process.stderr.write(`${pc.red('error')} ${message}\n`)
  return 2
}

/** Why nothing can be checked. */
function problemOf({ world, base, lookedIn }: Workspace, options: CheckOptions): string | undefined {
  if (world.schemas.length === 0) {
    const places = lookedIn.slice(0, 12).map((place) => `  ${place}`)
    return `No Prisma schema found. Looked for:\n${places.join('\n')}`
  }
  const wrongBase = base.kind === 'no-such-ref' && options.base !== 'HEAD'
  return wrongBase ? `--base: git knows no revision '${options.base}'` : undefined
}

function isAsked({ at }: Finding, root: string, { paths, cwd }: CheckOptions): boolean {
  if (paths.length === 0) return true
  const asked = paths.map((each) => path.relative(root, path.resolve(cwd, each)).split(path.sep).join('/'))
  return asked.some((folder) => isWithin(at.file, folder))
}

/** Pipes take large reports in parts; the process must not end before the last one. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()))
}

function warn({ problems }: Workspace, snapshot: Snapshot): void {
  for (const { file, message } of problems) process.stderr.write(pc.dim(`skipped ${file}: ${message}\n`))
  for (const { rule, error } of snapshot.failures()) {
    process.stderr.write(`${pc.yellow('warning')} rule ${rule} failed and was left out: ${String(error)}\n`)
  }
}

function exitStatus(findings: readonly Finding[], snapshot: Snapshot, { failOn }: CheckOptions): number {
  const schemas = snapshot.schemas()
  const broken = schemas.filter((schema) => snapshot.schemaErrors(schema).length > 0)
  const unreadable = broken.filter(({ lowered }) => lowered.schema.models.size === 0)
  if (unreadable.length > 0 && unreadable.length === schemas.length) return 2
  const failing = findings.some(({ severity }) => failOn !== 'never' && reaches(severity, failOn))
  return failing || (broken.length > 0 && failOn !== 'never') || snapshot.failures().length > 0 ? 1 : 0
}

function reaches(severity: Severity, limit: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit)
}
