import { type Check, examineProject } from '../../project/database/doctor.js'
import { createEngine } from '../../project/engine/engine.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { colours as pc } from '../colours.js'
import { openProject } from '../open-project.js'
import { complain, tellDuration, write } from '../output.js'

export interface DoctorOptions {
  readonly cwd: string
  /** What the simplest query may take. */
  readonly maxLatency: number
  readonly migrationUrl?: string
}

/** Runs `doctor`: a line a check on stdout. The result is the exit status: 1 where something is bad. */
export async function doctor(options: DoctorOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const project = await openProject({ cwd: options.cwd, base: 'HEAD', paths: [] })
  if ('problem' in project) return complain(project.problem)
  const { root, workspace } = project
  const engine = createEngine()
  const all: Check[] = []
  try {
    for (const schema of workspace.world.schemas) {
      const { maxLatency: latencyMs, migrationUrl: migrationVariable } = options
      const checks = await examineProject({ root, schema, engine, latencyMs, migrationVariable })
      all.push(...checks)
      const lost = await write(`${pc.bold(schema.files[0]?.file ?? root)}\n${checks.map(line).join('')}`)
      if (lost !== undefined) return complain(lost)
    }
  } finally {
    engine.stop()
  }
  tellDuration(started)
  return all.some(({ state }) => state === 'bad') ? 1 : 0
}

const MARKS = { good: pc.green('ok  '), doubtful: pc.yellow('warn'), bad: pc.red('fail'), unknown: pc.dim('?   ') }

function line({ state, about, message }: Check): string {
  return `  ${MARKS[state]}  ${about}: ${message}\n`
}
