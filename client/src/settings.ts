import { Uri, workspace } from 'vscode'
import type { ConfigurationMiddleware } from 'vscode-languageclient'
import { type EditorSettings, SERVER_SETTINGS, SETTINGS_SECTION } from '../../shared/src/settings.js'

/** The settings that somebody set, for a folder or, without one, for the window. Defaults are the server's matter. */
export function readEditorSettings(scope?: Uri): EditorSettings {
  const configuration = workspace.getConfiguration(SETTINGS_SECTION, scope ?? null)
  const settings: Record<string, unknown> = {}
  for (const key of SERVER_SETTINGS) {
    const { workspaceFolderValue, workspaceValue, globalValue } = configuration.inspect(key) ?? {}
    if ([workspaceFolderValue, workspaceValue, globalValue].every((value) => value === undefined)) continue
    const [name, part] = key.split('.') as [string, string?]
    const value = configuration.get(key)
    settings[name] = part === undefined ? value : { [part]: value }
  }
  return settings
}

/** Answers the server's questions for settings: of ours it gets what is set, without what concerns only the client. */
export const answerConfiguration: NonNullable<ConfigurationMiddleware['configuration']> = async (
  params,
  token,
  next,
) => {
  const answers = await next(params, token)
  if (!Array.isArray(answers)) return answers
  return params.items.map(({ section, scopeUri }, index) =>
    section === SETTINGS_SECTION
      ? readEditorSettings(scopeUri === undefined ? undefined : Uri.parse(scopeUri))
      : answers[index],
  )
}
