import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A user of VS Code. */
export interface Profile {
  /** Where VS Code finds this user's data and extensions. */
  readonly flags: readonly string[]
  /** VS Code leaves sockets in its temporary folder, which is therefore the profile's. */
  readonly env: NodeJS.ProcessEnv
}

/** A user with nothing but our settings, in a temporary folder. */
export interface TemporaryProfile extends Profile {
  readonly root: string
  remove(): void
}

/** What would write, ask, fetch or move by itself is off. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.cursorBlinking': 'solid',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.iconTheme': 'vs-seti',
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

/** Makes a profile; `settings` are added to ours. */
export function makeProfile(settings: Readonly<Record<string, unknown>> = {}): TemporaryProfile {
  const root = mkdtempSync(path.join(os.tmpdir(), 'drift-vscode-'))
  const [user, extensions, temporary] = ['user', 'extensions', 'tmp'].map((name) => path.join(root, name))
  if (!user || !extensions || !temporary) throw new Error('a profile has three folders')
  for (const folder of [path.join(user, 'User'), extensions, temporary]) mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(user, 'User', 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, null, 2))
  return {
    root,
    flags: [`--user-data-dir=${user}`, `--extensions-dir=${extensions}`],
    env: { ...process.env, TMPDIR: temporary },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  }
}
