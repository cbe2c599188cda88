import { existsSync } from 'node:fs'
import { createAnalysisHost } from '../../analysis/host.js'
import { CONFIGURATION_FILES, loadSettings } from '../../project/load-settings.js'
import { pathOf } from '../../project/paths.js'
import { replaceTexts } from '../../project/replace-texts.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { configurationText } from '../configuration-text.js'
import { openProject } from '../open-project.js'
import { complain, write } from '../output.js'
import { totals } from '../reporters/report.js'

export interface InitOptions {
  readonly cwd: string
  readonly dryRun?: true
}

const FILE = 'prisma-drift.config.jsonc'

/**
 * Writes a commented configuration from what is seen in the project, or prints it with `dryRun`. It says what holds
 * anyway, so that nothing is reported otherwise than before. Never writes over one that is there.
 */
export async function init(options: InitOptions): Promise<number> {
  tuneForOneRun()
  const project = await openProject({ cwd: options.cwd, base: 'HEAD', paths: [] })
  if ('problem' in project) return complain(project.problem)
  const { root, workspace } = project
  const there = await configurationOf(root)
  if (there !== undefined) return complain(`there is a configuration already, in ${there}; it stays as it is`)
  const snapshot = createAnalysisHost(workspace.world).snapshot()
  const isInstalled = existsSync(pathOf(root, SCHEMA))
  const text = configurationText({ snapshot, workspace, schema: isInstalled ? `./${SCHEMA}` : undefined })
  const [problem] = options.dryRun ? [] : replaceTexts(root, new Map([[FILE, { before: undefined, after: text }]]))
  if (problem) return complain(`${FILE} could not be written: ${problem.message}`)
  const findings = snapshot.findings()
  const hint =
    findings.length > 0
      ? `\n\`prisma-drift check --suppress-all\` takes note of them, so that only new drift is reported.`
      : ''
  const lost = await write(options.dryRun ? text : `created ${FILE}\n${totals(findings)}${hint}\n`)
  return lost === undefined ? 0 : complain(lost)
}

const SCHEMA = 'node_modules/prisma-drift/dist/configuration.schema.json'

/** The file that holds the configuration of a project, if any does. */
async function configurationOf(root: string): Promise<string | undefined> {
  const file = CONFIGURATION_FILES.find((each) => existsSync(pathOf(root, each)))
  if (file !== undefined) return file
  const loaded = await loadSettings({ root, trust: 'untrusted' })
  return loaded.file
}
