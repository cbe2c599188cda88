import { DEFAULT_SETTINGS } from '../../configuration/settings.js'
import { debounced } from '../../project/debounce.js'
import { gitFolderOf } from '../../project/git-folder.js'
import { createLiveWorkspace, type LiveWorkspace } from '../../project/live-workspace.js'
import { loadSettings } from '../../project/load-settings.js'
import { watchFolders } from '../../project/watch-folders.js'
import { errorColours as pc } from '../colours.js'
import { resultOf } from '../compare.js'
import { type Keyboard, listenToKeys } from '../keyboard.js'
import { openProject, type Project } from '../open-project.js'
import { complain, warn } from '../output.js'
import { sayResult } from '../say-result.js'
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
  let keyboard: Keyboard | undefined
  const live = createLiveWorkspace({
    root,
    base: options.base,
    trust: 'trusted',
    settings: () => settingsOf(root),
    onError: (error) => warn(`the project could not be read: ${String(error)}`),
    // Migrations are followed where a schema is open in an editor.
    onUnknown: () => {},
    onChange: () => showing.request(),
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
    status = await report({ ...project, workspace: { ...workspace, world: live.world() } }, live, options, started)
    process.stderr.write(pc.dim('Watching for changes. r checks again, q quits.\n'))
  }
  const showing = debounced(CALM_MS, () => show().catch((error) => warn(`nothing could be shown: ${String(error)}`)))
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
  showing.dispose()
  watcher.close()
  live.dispose()
  return status
}

async function report(project: Project, live: LiveWorkspace, options: CheckOptions, started: number): Promise<number> {
  const selection = await selectFindings(project, options)
  if ('problem' in selection) return complain(selection.problem)
  // Git may have been waited for: what was the snapshot before need not be it any more.
  const compared = { snapshot: live.snapshot(), known: live.world().baseline.size, ...selection }
  const result = resultOf(project, compared, options)
  if (process.stdout.isTTY && options.output === undefined) process.stdout.write(CLEAR)
  return sayResult(result, { ...options, started })
}

/** While a configuration is broken, it is told so, and the defaults hold. */
async function settingsOf(root: string) {
  const loaded = await loadSettings({ root, trust: 'trusted' })
  if (loaded.kind === 'loaded') return loaded.settings
  warn(`${loaded.file} is not valid:\n  ${loaded.problems.join('\n  ')}`)
  return DEFAULT_SETTINGS
}
