import { tuneForOneRun } from '../../../project/tune-for-one-run.js'
import { errorColours as pc } from '../../colours.js'
import { openProject, type ProjectOptions } from '../../open-project.js'
import { complain, tellDuration, warn, write } from '../../output.js'
import { type AskedSchema, askEngine, NO_SCHEMA_ASKED } from './ask-engine.js'

export interface MigrationDiffOptions extends Omit<ProjectOptions, 'base'> {
  /** Columns that seem to be renamed are renamed, not dropped and added. */
  readonly renames?: true
}

/**
 * Runs `migration diff`; the result is the exit status. The SQL of the migrations that are missing goes to stdout, and
 * nothing where none is.
 */
export async function migrationDiff(options: MigrationDiffOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const project = await openProject({ ...options, base: 'HEAD' })
  if ('problem' in project) return complain(project.problem)
  const asked = await askEngine(project)
  if (asked.length === 0) return complain(NO_SCHEMA_ASKED)
  const missing = asked.filter((each) => each.missing.kind === 'missing')
  const lost = await write(missing.map((each) => scriptOf(each, options, missing.length > 1)).join('\n'))
  if (lost !== undefined) return complain(lost)
  for (const each of asked) tell(each)
  if (!options.renames) for (const each of asked) tellRenames(each)
  tellDuration(started)
  return asked.some((each) => each.missing.kind === 'unknown') ? 2 : 0
}

function scriptOf(
  { name, missing, renaming }: AskedSchema,
  options: MigrationDiffOptions,
  isOneOfMany: boolean,
): string {
  const usual = missing.kind === 'missing' ? missing.sql : ''
  const sql = options.renames && renaming ? renaming.sql : usual
  return isOneOfMany ? `-- ${name}\n${sql}` : sql
}

/** Says on stderr which columns seem to be renamed: their values are lost. */
function tellRenames({ renaming }: AskedSchema): void {
  for (const { table, from, to } of renaming?.renames ?? []) {
    warn(`'${table}.${from}' is dropped and '${to}' added: if it was renamed, --renames keeps its values`)
  }
}

/** Says on stderr why there is no SQL for a schema. */
function tell({ name, missing }: AskedSchema): void {
  if (missing.kind === 'unknown') warn(`${name} cannot be checked here: ${missing.reason}`)
  if (missing.kind === 'none') process.stderr.write(pc.dim(`${name}: its migrations hold all of it\n`))
  if (missing.kind === 'no-migrations') process.stderr.write(pc.dim(`${name}: there are no migrations\n`))
}
