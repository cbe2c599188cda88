import { ConfigurationRequest } from 'vscode-languageserver'
import { type EditorSettings, SETTINGS_SECTION } from '../../../shared/src/settings.js'
import { DEFAULT_SETTINGS, mergeSettings, readSettings, type Settings } from '../configuration/settings.js'
import { loadSettings } from '../project/load-settings.js'
import { RULES } from '../rules/index.js'
import type { Server } from './server.js'
import { uriOfPath } from './uri.js'

/** The settings of one folder. */
export interface FolderSettings {
  /** Asks the client and reads the file. */
  read(): Promise<Settings>
  /** What was wrong with them then. */
  problems(): readonly string[]
  /** What the client said then, for what concerns nobody but the editor. */
  editor(): EditorSettings
}

export function createFolderSettings(server: Server, root: string): FolderSettings {
  let problems: readonly string[] = []
  let editor: EditorSettings = server.settings
  return {
    problems: () => problems,
    editor: () => editor,
    async read() {
      editor = await editorSettings(server, root)
      const merged = await merge(server, root, editor)
      problems = merged.problems
      return merged.settings
    },
  }
}

const CODES = new Set(RULES.map(({ code }) => code))

interface Merged {
  readonly settings: Settings
  readonly problems: readonly string[]
}

/** The file wins. One that is broken says nothing. */
async function merge({ trust }: Server, root: string, editor: EditorSettings): Promise<Merged> {
  const loaded = await loadSettings({ root, trust })
  const known = Object.entries(editor).filter(([key, value]) => Object.hasOwn(DEFAULT_SETTINGS, key) && value !== null)
  const { settings = DEFAULT_SETTINGS, problems: found } = readSettings(Object.fromEntries(known), CODES)
  const problems = found.map(({ text }) => text)
  if (loaded.kind === 'loaded') return { settings: mergeSettings(loaded.settings, settings), problems }
  return { settings, problems: [...loaded.problems.map((each) => `${loaded.file}: ${each}`), ...problems] }
}

/** A client that does not answer must not keep a workspace from being read. */
const LONGEST_WAIT_MS = 2000

async function editorSettings({ connection, client, settings }: Server, root: string): Promise<EditorSettings> {
  if (!client.configures) return settings
  const items = [{ scopeUri: uriOfPath(root), section: SETTINGS_SECTION }]
  const asked = connection.sendRequest(ConfigurationRequest.type, { items }).then(([answer]) => answer)
  const answer: unknown = await Promise.race([asked.catch(() => undefined), waited(LONGEST_WAIT_MS)])
  return typeof answer === 'object' && answer !== null ? answer : settings
}

function waited(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds).unref())
}
