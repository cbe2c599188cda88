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
export async function register(server: Server): Promise<void> {
  const { connection, client, folders } = server
  if (client.watches) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...WATCHERS] })
    await watchRepositories(server, folders.all())
  }
  if (client.tellsConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
  }
}

/** Asks the client to tell when these folders are at another commit. */
export async function watchRepositories({ connection, client }: Server, folders: readonly Folder[]): Promise<void> {
  const watchers = client.watches && client.watchesElsewhere ? folders.flatMap(gitWatchers) : []
  if (watchers.length > 0) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
}

const WATCHERS: readonly FileSystemWatcher[] = [
  { globPattern: '**/*.{ts,tsx,mts,cts,vue,svelte,prisma}' },
  { globPattern: '**/{package.json,tsconfig*.json,jsconfig.json,pnpm-workspace.yaml,.gitignore,.gitattributes}' },
  { globPattern: '**/{prisma,prisma7}.config.{js,mjs,cjs}' },
  { globPattern: '**/.config/prisma*' },
  { globPattern: '**/{prisma-drift.config.*,prisma-drift-suppressions.json}' },
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
