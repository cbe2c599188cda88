import type { ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { FileId } from '../text/file-id.js'
import type { TextEdit } from '../text/text-edit.js'
import { type FileEdits, workspaceEdit } from './edits.js'
import type { Folder } from './folders.js'
import type { Server } from './server.js'

/** Edits by file that a client shows together under one heading. */
export interface AnnotatedEdits {
  readonly id: string
  readonly annotation: ChangeAnnotation
  readonly edits: ReadonlyMap<FileId, readonly TextEdit[]>
  /** What the edits are for, of files that are no part of the folder's world. */
  readonly texts?: ReadonlyMap<FileId, string>
}

/** One edit of the workspace, annotated for clients that show annotations. No file is in two of the parts. */
export function annotatedEdit(server: Server, folder: Folder, parts: readonly AnnotatedEdits[]): WorkspaceEdit {
  const present = parts.filter(({ edits }) => edits.size > 0)
  const files = present.flatMap(({ id, edits, texts }) =>
    [...edits].map(([file, list]) => ({ id, file, list, text: texts?.get(file) })),
  )
  const edit = workspaceEdit(
    server,
    files.map(({ file, list, text }): FileEdits => [folder, file, list, text]),
  )
  if (!server.client.annotatesChanges || !edit.documentChanges) return edit
  const documents = edit.documentChanges as readonly TextDocumentEdit[]
  return {
    documentChanges: documents.map(({ textDocument, edits }, index) => {
      return { textDocument, edits: edits.map((each) => ({ ...each, annotationId: files[index]?.id ?? '' })) }
    }),
    changeAnnotations: Object.fromEntries(present.map(({ id, annotation }) => [id, annotation])),
  }
}
