import type { SchemaSource } from '../../../analysis/world.js'
import { createEngine } from '../../../project/engine/engine.js'
import { planRollback } from '../../../project/rollback.js'
import { tuneForOneRun } from '../../../project/tune-for-one-run.js'
import { openProject } from '../../open-project.js'
import { complain, put, tellDuration, warn } from '../../output.js'
import { rollbackScript } from '../../reporters/rollback-script.js'

export interface MigrationDownOptions {
  readonly cwd: string
  /** The migration that is taken back, with those after it; else the last one. */
  readonly name: string | undefined
  /** The file to write, relative to `cwd`; else the SQL goes to stdout. */
  readonly output?: string
}

/** Runs `migration down`; the result is the exit status: 1 where the SQL does not lead back all the way. */
export async function migrationDown(options: MigrationDownOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const project = await openProject({ cwd: options.cwd, base: 'HEAD', paths: [] })
  if ('problem' in project) return complain(project.problem)
  const schema = chosenSchema(project.workspace.world.schemas, options.name)
  if ('problem' in schema) return complain(schema.problem)
  const engine = createEngine()
  try {
    const plan = await planRollback({ root: project.root, schema, engine, name: options.name })
    if (plan.kind === 'unknown') return complain(`this cannot be taken back here: ${plan.reason}`)
    const problem = await put(rollbackScript(plan), options)
    if (problem !== undefined) return complain(problem)
    if (plan.remaining !== '') warn(`tried out, this does not lead back all the way; what remains:\n${plan.remaining}`)
    tellDuration(started)
    return plan.remaining === '' ? 0 : 1
  } finally {
    engine.stop()
  }
}

/** The schema with the migration, or the only one that has any. */
function chosenSchema(
  schemas: readonly SchemaSource[],
  name: string | undefined,
): SchemaSource | { readonly problem: string } {
  const having = schemas.filter(({ migrations }) =>
    name === undefined ? migrations.length > 0 : migrations.some((each) => each.name === name),
  )
  const [only, ...others] = having
  if (!only) return { problem: name === undefined ? 'there are no migrations' : `no migration is called '${name}'` }
  const files = having.map(({ files: [first] }) => `  ${first?.file}`)
  return others.length === 0 ? only : { problem: `several schemas have it; name one by --cwd:\n${files.join('\n')}` }
}
