import type { Snapshot } from '../../analysis/snapshot.js'
import { DEFAULT_SETTINGS } from '../../configuration/settings.js'
import { gitFolderOf } from '../../project/git-folder.js'
import { createLiveWorkspace } from '../../project/live-workspace.js'
import { loadSettings } from '../../project/load-settings.js'
import { watchFolders } from '../../project/watch-folders.js'
import { errorColours as pc } from '../colours.js'
import { detailOf } from '../compare.js'
import { deliver } from '../deliver.js'
import { exitStatus } from '../exit-status.js'
import { type Keyboard, listenToKeys } from '../keyboard.js'
import { openProject, type Project } from '../open-project.js'
import { complain, tellDuration, tellOmissions, warn } from '../output.js'
import { renderReport } from '../reporters/render.js'
import { selectFindings } from '../select-findings.js'
import type { CheckOptions } from './check.js'

/** Empties the screen and what can be scrolled back to. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H'
/** Saving all files of an editor is one change. */
const CALM_MS = 60

/**
 * Runs `check` again whenever something changes, until it is ended by `q` or an interrupt. Only what depends on a change
 * is computed again. The result is the exit status of the last report.
 */
export async function watch(options: CheckOptions): Promise<number> {
  const project = await openProject(options)
  if ('problem' in project) return complain(project.problem)
  const { root } = project
  let status = 0
  let started = performance.now()
  let calm: NodeJS.Timeout | undefined
  let keyboard: Keyboard | undefined
  const live = createLiveWorkspace({
    root,
    base: options.base,
    trust: 'trusted',
    settings: () => settingsOf(root),
    onError: (error) => warn(`the project could not be read: ${String(error)}`),
    // Migrations are followed where a schema is open in an editor.
    onUnknown: () => {},
    onChange: () => later(),
  })
  const watcher = watchFolders({
    root,
    gitFolder: gitFolderOf(root),
    onChange(change) {
      started = performance.now()
      live.filesChanged([change])
    },
    onHead: () => void live.reload(),
  })
  const show = async () => {
    const workspace = live.workspace()
    if (!workspace || !live.isSettled()) return
    watcher.follow(workspace.files)
    status = await report({ ...project, workspace: { ...workspace, world: live.world() } }, live.snapshot(), options)
    tellDuration(started)
    process.stderr.write(pc.dim('Watching for changes. r checks again, q quits.\n'))
  }
  const later = () => {
    clearTimeout(calm)
    calm = setTimeout(() => void show(), CALM_MS)
  }
  await live.ready
  await new Promise<void>((resolve) => {
    keyboard = listenToKeys((key) => {
      started = performance.now()
      if (key === 'rerun') void live.reread()
      else resolve()
    })
    process.once('SIGINT', resolve).once('SIGTERM', resolve)
  })
  keyboard?.close()
  clearTimeout(calm)
  watcher.close()
  live.dispose()
  return status
}

async function report(project: Project, snapshot: Snapshot, options: CheckOptions): Promise<number> {
  const { workspace, prefix } = project
  const selection = await selectFindings(project, options)
  if ('problem' in selection) return complain(selection.problem)
  const findings = snapshot.findings().filter(selection.isWanted)
  if (process.stdout.isTTY && options.output === undefined) process.stdout.write(CLEAR)
  const known = workspace.world.baseline.size
  const shown = { known, snapshot, workspace, findings, detail: detailOf(options), failOn: options.failOn, prefix }
  const problem = await deliver(renderReport(shown, options.format), options)
  if (problem !== undefined) return complain(problem)
  tellOmissions(workspace, snapshot, options.base)
  return exitStatus({ ...options, findings, snapshot, workspace })
}

/** While a configuration is broken, it is told so, and the defaults hold. */
async function settingsOf(root: string) {
  const loaded = await loadSettings({ root, trust: 'trusted' })
  if (loaded.kind === 'loaded') return loaded.settings
  warn(`${loaded.file} is not valid:\n  ${loaded.problems.join('\n  ')}`)
  return DEFAULT_SETTINGS
}
