import { DidChangeConfigurationNotification } from 'vscode-languageserver'
import { SETTINGS_SECTION } from '../../../shared/src/settings.js'
import { onNotification } from './handler.js'

/** Settings changed in the client; one that can be asked is asked again by each folder. */
export const didChangeConfiguration = onNotification(DidChangeConfigurationNotification.type, (server, params) => {
  const sent: unknown = params?.settings?.[SETTINGS_SECTION]
  if (typeof sent === 'object' && sent !== null) server.settings = sent
  for (const { live } of server.folders.all()) void live.reload()
})
