import { DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver'
import { onNotification } from './handler.js'
import { watchRepositories } from './register.js'
import { pathOfUri } from './uri.js'

/** Folders were added to the workspace or taken out of it. */
export const didChangeWorkspaceFolders = onNotification(
  DidChangeWorkspaceFoldersNotification.type,
  async (server, { event: { added, removed } }) => {
    const { folders, publisher } = server
    const known = folders.all()
    const roots = (list: typeof added) => list.flatMap(({ uri }) => pathOfUri(uri) ?? [])
    folders.change(roots(added), roots(removed))
    publisher.changed()
    await watchRepositories(
      server,
      folders.all().filter((folder) => !known.includes(folder)),
    )
  },
  ({ workspace }) =>
    workspace?.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {},
)
