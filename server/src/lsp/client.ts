import type { ClientCapabilities } from 'vscode-languageserver'

/** What matters of what a client can do. */
export interface Client {
  /** It asks for diagnostics; else they are sent to it. Never both: VS Code would show each twice. */
  readonly pulls: boolean
  readonly refreshes: boolean
  readonly watches: boolean
  /** It watches outside of its folders, too. */
  readonly watchesElsewhere: boolean
  readonly configures: boolean
  readonly tellsConfiguration: boolean
  readonly changesFolders: boolean
  readonly showsProgress: boolean
  /** It shows places elsewhere with a diagnostic. */
  readonly relates: boolean
  readonly describesCodes: boolean
  /** Code actions may be told without their edits, which it asks for when one is chosen. */
  readonly resolvesActions: boolean
  /** Edits may say which version of a document they are for. */
  readonly versionsEdits: boolean
  /** It takes links for definitions, which tell what they start from. */
  readonly linksDefinitions: boolean
  readonly refreshesCodeLenses: boolean
  readonly refreshesInlayHints: boolean
  /** It shows what annotations say of an edit. */
  readonly annotatesChanges: boolean
  /** Edits may make files. */
  readonly createsFiles: boolean
}

/** Reads the capabilities of a client; what it does not say it cannot. */
export function clientOf({ textDocument, workspace, window }: ClientCapabilities): Client {
  const pulls = textDocument?.diagnostic !== undefined
  const shows = pulls
    ? { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic }
    : textDocument?.publishDiagnostics
  return {
    pulls,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesElsewhere: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    configures: workspace?.configuration === true,
    tellsConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    showsProgress: window?.workDoneProgress === true,
    relates: shows?.relatedInformation === true,
    describesCodes: shows?.codeDescriptionSupport === true,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    annotatesChanges: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
  }
}

/** Before `initialize` nothing is known. */
export const NO_CLIENT: Client = clientOf({})
