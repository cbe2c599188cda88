import { checkWorkspace } from './check-workspace.js'
import { codeAction } from './code-action.js'
import { codeActionResolve } from './code-action-resolve.js'
import { codeLensResolve } from './code-lens-resolve.js'
import { didChangeConfiguration } from './did-change-configuration.js'
import { didChangeTextDocument } from './did-change-text-document.js'
import { didChangeWatchedFiles } from './did-change-watched-files.js'
import { didChangeWorkspaceFolders } from './did-change-workspace-folders.js'
import { didCloseTextDocument } from './did-close-text-document.js'
import { didCreateFiles } from './did-create-files.js'
import { didDeleteFiles } from './did-delete-files.js'
import { didOpenTextDocument } from './did-open-text-document.js'
import { didRenameFiles } from './did-rename-files.js'
import { didSaveTextDocument } from './did-save-text-document.js'
import { executeCommand } from './execute-command.js'
import { explain } from './explain.js'
import { generateTargets } from './generate-targets.js'
import type { Handler } from './handler.js'
import { linkTargets } from './link-targets.js'
import { missingMigration } from './missing-migration.js'
import { prismaRun, prismaSchemas } from './prisma.js'
import { report } from './report.js'
import { rules } from './rules.js'
import { textDocumentCodeLens } from './text-document-code-lens.js'
import { textDocumentCompletion } from './text-document-completion.js'
import { textDocumentDefinition } from './text-document-definition.js'
import { textDocumentDiagnostic } from './text-document-diagnostic.js'
import { textDocumentHover } from './text-document-hover.js'
import { textDocumentInlayHint } from './text-document-inlay-hint.js'
import { textDocumentPrepareRename } from './text-document-prepare-rename.js'
import { textDocumentReferences } from './text-document-references.js'
import { textDocumentRename } from './text-document-rename.js'
import { tree } from './tree.js'
import { workspaceDiagnostic } from './workspace-diagnostic.js'

/** Every method that the server knows, beside `initialize`, `initialized`, `shutdown` and `exit`. */
export const HANDLERS: readonly Handler[] = [
  didOpenTextDocument,
  didChangeTextDocument,
  didSaveTextDocument,
  didCloseTextDocument,
  didChangeConfiguration,
  didChangeWatchedFiles,
  didChangeWorkspaceFolders,
  didCreateFiles,
  didRenameFiles,
  didDeleteFiles,
  textDocumentDiagnostic,
  workspaceDiagnostic,
  codeAction,
  codeActionResolve,
  executeCommand,
  textDocumentHover,
  textDocumentDefinition,
  textDocumentReferences,
  textDocumentCodeLens,
  codeLensResolve,
  textDocumentPrepareRename,
  textDocumentRename,
  textDocumentInlayHint,
  textDocumentCompletion,
  checkWorkspace,
  explain,
  generateTargets,
  linkTargets,
  missingMigration,
  prismaRun,
  prismaSchemas,
  report,
  rules,
  tree,
]
