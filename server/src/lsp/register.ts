import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver'
import { SETTINGS_SECTION } from '../../../shared/src/settings.js'
import type { Folder } from './folders.js'
import type { Server } from './server.js'
import { uriOfPath } from './uri.js'

/** Asks the client to tell of files and settings that change. */
export async function register({ connection, client, folders }: Server): Promise<void> {
  if (client.watches) {
    const git = client.watchesElsewhere ? folders.all().flatMap(gitWatchers) : []
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...WATCHERS, ...git] })
  }
  if (client.tellsConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
  }
}

const WATCHERS: readonly FileSystemWatcher[] = [
  { globPattern: '**/*.{ts,tsx,mts,cts,vue,svelte,prisma}' },
  { globPattern: '**/{package.json,tsconfig*.json,jsconfig.json,pnpm-workspace.yaml,.gitignore,.gitattributes}' },
  { globPattern: '**/{prisma,prisma7}.config.{js,mjs,cjs}' },
  { globPattern: '**/.config/prisma*' },
  { globPattern: '**/prisma-drift.config.*' },
  { globPattern: '**/migrations/**/*.sql' },
  // Of a folder that comes or goes there is one event, with the folder's own name.
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
]

/** Which commit is `HEAD`. */
function gitWatchers({ gitFolder }: Folder): readonly FileSystemWatcher[] {
  if (gitFolder === undefined) return []
  const baseUri = uriOfPath(gitFolder)
  return ['HEAD', 'logs/HEAD', 'packed-refs', 'refs/heads/**'].map((pattern) => ({ globPattern: { baseUri, pattern } }))
}
