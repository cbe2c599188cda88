import { createAnalysisHost } from '../../../analysis/host.js'
import type { SchemaSource } from '../../../analysis/world.js'
import type { Severity } from '../../../model/finding.js'
import type { Migration } from '../../../model/migration.js'
import { withBaseMigrations } from '../../../project/base-migrations.js'
import { createEngine, type Engine } from '../../../project/engine/engine.js'
import { readMigrations } from '../../../project/read-migrations.js'
import { tuneForOneRun } from '../../../project/tune-for-one-run.js'
import { SQL_RULES } from '../../../rules/index.js'
import { type Delivery, deliver } from '../../deliver.js'
import { isFailing } from '../../exit-status.js'
import { openProject, type ProjectOptions } from '../../open-project.js'
import { complain, tellDuration, tellOmissions, warn } from '../../output.js'
import { migrationLintReport } from '../../reporters/migration-lint.js'
import { renderReport } from '../../reporters/render.js'
import type { CheckReport } from '../../reporters/report.js'

export interface MigrationLintOptions extends ProjectOptions, Delivery {
  readonly failOn: Severity | 'never'
}

const CODES = new Set(SQL_RULES.map(({ code }) => code))

/**
 * Runs `migration lint` on the migrations that were named or, if none was, on those that the base revision lacks. The
 * result is the exit status.
 */
export async function migrationLint(options: MigrationLintOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const project = await openProject(options)
  if ('problem' in project) return complain(project.problem)
  const { root, workspace, isAsked, prefix } = project
  const engine = createEngine()
  try {
    const known = await withBaseMigrations(workspace.world.schemas, { root, base: options.base })
    if (options.paths.length === 0 && known.every(({ baseMigrations }) => !baseMigrations)) {
      return complain(`git does not know the migrations of '${options.base}'; name those that are to be looked at`)
    }
    const isNew = (schema: SchemaSource) => (migration: Migration) =>
      options.paths.length > 0 ? isAsked(migration.file) : isMissingInBase(schema, migration)
    const read = await Promise.all(known.map((schema) => readSchema(schema, isNew(schema), engine)))
    const schemas = read.map(({ schema }) => schema)
    const snapshot = createAnalysisHost({ ...workspace.world, schemas }).snapshot()
    const findings = snapshot.findings().filter(({ rule }) => CODES.has(rule))
    const { failOn } = options
    const report: CheckReport = { snapshot, workspace, findings, detail: 'usual', failOn, prefix }
    const problem = await deliver(renderReport(report, options.format, { pretty: migrationLintReport }), options)
    if (problem !== undefined) return complain(problem)
    tellOmissions(workspace, snapshot, options.base)
    tellDuration(started)
    if (read.some(({ refused }) => refused > 0)) return 2
    return isFailing({ findings, failOn }) ? 1 : 0
  } finally {
    engine.stop()
  }
}

function isMissingInBase({ baseMigrations }: SchemaSource, { name }: Migration): boolean {
  return baseMigrations !== undefined && !baseMigrations.tip.some((each) => each.name === name)
}

/** The schema with its migrations read, and how many of the new ones could not be. */
async function readSchema(schema: SchemaSource, isNew: (migration: Migration) => boolean, engine: Engine) {
  if (!schema.migrations.some(isNew)) return { schema, refused: 0 }
  const { migrations, refused } = await readMigrations(schema, isNew, engine)
  for (const { file, message } of refused) warn(`${file} is not looked at: it is no SQL of PostgreSQL: ${message}`)
  return { schema: { ...schema, readMigrations: migrations }, refused: refused.length }
}
