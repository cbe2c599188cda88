import { createAnalysisHost } from '../../analysis/host.js'
import { withBaseMigrations } from '../../project/base-migrations.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { openProject } from '../open-project.js'
import { complain, put, tellDuration, tellOmissions } from '../output.js'
import { htmlOf, markdownOf } from '../reporters/document.js'
import { workspaceReport } from '../reporters/workspace-report.js'
import { askEngine, withAnswer } from './migration/ask-engine.js'

export interface ReportOptions {
  readonly cwd: string
  /** The git revision that changes are told since. */
  readonly base: string
  readonly format: 'markdown' | 'html'
  /** The file to write, relative to `cwd`; else the report goes to stdout. */
  readonly output?: string
}

/** Runs `report`; the result is the exit status, which says nothing about drift. */
export async function report(options: ReportOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const project = await openProject({ ...options, paths: [] })
  if ('problem' in project) return complain(project.problem)
  const { root, workspace } = project
  const migrations = await askEngine(project, { shadow: 'left' })
  const schemas = await withBaseMigrations(migrations.map(withAnswer), { root, base: options.base })
  const snapshot = createAnalysisHost({ ...workspace.world, schemas }).snapshot()
  const blocks = workspaceReport({ snapshot, workspace, migrations })
  const text = options.format === 'html' ? htmlOf('Prisma Drift: report', blocks) : markdownOf(blocks)
  const problem = await put(text, options)
  if (problem !== undefined) return complain(problem)
  tellOmissions(workspace, snapshot, options.base)
  tellDuration(started)
  return 0
}
