import { DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver'
import { onNotification } from './handler.js'
import { pathOfUri } from './uri.js'

/** Folders were added to the workspace or taken out of it. */
export const didChangeWorkspaceFolders = onNotification(
  DidChangeWorkspaceFoldersNotification.type,
  ({ folders, publisher }, { event: { added, removed } }) => {
    const roots = (list: typeof added) => list.flatMap(({ uri }) => pathOfUri(uri) ?? [])
    folders.change(roots(added), roots(removed))
    publisher.changed()
  },
  ({ workspace }) =>
    workspace?.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {},
)
