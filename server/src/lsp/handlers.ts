import { didChangeTextDocument } from './did-change-text-document.js'
import { didCloseTextDocument } from './did-close-text-document.js'
import { didOpenTextDocument } from './did-open-text-document.js'
import { didSaveTextDocument } from './did-save-text-document.js'
import type { Handler } from './handler.js'
import { textDocumentDiagnostic } from './text-document-diagnostic.js'
import { workspaceDiagnostic } from './workspace-diagnostic.js'

/** Every method that the server knows, beside `initialize`, `initialized`, `shutdown` and `exit`. */
export const HANDLERS: readonly Handler[] = [
  didOpenTextDocument,
  didChangeTextDocument,
  didSaveTextDocument,
  didCloseTextDocument,
  textDocumentDiagnostic,
  workspaceDiagnostic,
]
