import { planSync } from '../../analysis/sync/plan-sync.js'
import { debounced } from '../../project/debounce.js'
import { watchFolders } from '../../project/watch-folders.js'
import { openProject, type Project, type ProjectOptions } from '../open-project.js'
import { complain, tell, warn, write } from '../output.js'
import { refuseSchemaErrors } from '../refusals.js'
import { type CarryOutOptions, carryOut } from './carry-out.js'

export type WatchOptions = CarryOutOptions & Pick<ProjectOptions, 'cwd' | 'base'>

/** Events of one save come closer together than this. */
const QUIET_MS = 200

/**
 * Does the safe part of `sync` now and on every change of a schema, until it is interrupted: regenerates the client,
 * makes safe fixes, and adds members for new columns. Each file that changes is a line on stdout. The result is the exit
 * status.
 */
export async function watchAndSync(options: WatchOptions): Promise<number> {
  const project = await openProject({ ...options, paths: [] })
  if ('problem' in project) return complain(project.problem)
  let seen: string | undefined
  const follow = async () => {
    const current = await openProject({ ...options, paths: [] })
    if ('problem' in current) return warn(current.problem)
    const texts = schemaTextsOf(current)
    if (texts === seen) return
    seen = texts
    await followSafely(current, options)
  }
  const following = debounced(QUIET_MS, () =>
    follow().catch((error) => warn(`it could not be followed: ${String(error)}`)),
  )
  const files = project.workspace.world.schemas.flatMap((schema) => schema.files.map(({ file }) => file))
  const watcher = watchFolders({
    root: project.root,
    gitFolder: undefined,
    onChange: ({ file }) => {
      if (file.endsWith('.prisma')) following.request()
    },
    onHead: following.request,
  })
  watcher.follow(files)
  await following.now()
  tell('watching the schema; Ctrl+C ends it')
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  watcher.close()
  following.dispose()
  return 0
}

function schemaTextsOf({ workspace }: Project): string {
  return JSON.stringify(workspace.world.schemas.map(({ files }) => files))
}

/** What is in the way is said, and the next change is waited for. */
async function followSafely({ root, workspace }: Project, options: WatchOptions): Promise<void> {
  const errors = refuseSchemaErrors(workspace.world)
  if (errors !== undefined) return warn(errors)
  const plan = await planSync(workspace.world, { reach: 'safe' })
  const outcome = await carryOut({ root, workspace, plan, options: { ...options, checks: false } })
  if (typeof outcome === 'string') return warn(outcome)
  const lines = [...plan.texts.keys()].map((file) => `updated ${file}\n`)
  const clients = outcome.clients.map(
    ({ schema, state, problem }) => `${state} the client of ${schema}${problem ? `: ${problem}` : ''}\n`,
  )
  await write([...lines, ...clients].join(''))
}
