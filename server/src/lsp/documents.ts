import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'
import { pathOfUri } from './uri.js'

/** The documents that are open in the client. */
export interface Documents {
  get(uri: string): TextDocument | undefined
  /** The document of a file, however its URI is spelled. */
  at(absolute: string): TextDocument | undefined
  all(): Iterable<TextDocument>
  open(document: { uri: string; languageId: string; version: number; text: string }): TextDocument
  /** Applies changes in their order; undefined for a document that is not open. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): TextDocument | undefined
  close(uri: string): void
}

/** Makes an empty set of documents. */
export function createDocuments(): Documents {
  const byUri = new Map<string, TextDocument>()
  const byPath = new Map<string, TextDocument>()
  const keep = (document: TextDocument) => {
    const absolute = pathOfUri(document.uri)
    byUri.set(document.uri, document)
    if (absolute !== undefined) byPath.set(absolute, document)
    return document
  }
  return {
    get: (uri) => byUri.get(uri),
    at: (absolute) => byPath.get(absolute),
    all: () => byUri.values(),
    open: ({ uri, languageId, version, text }) => keep(TextDocument.create(uri, languageId, version, text)),
    change(uri, version, changes) {
      const document = byUri.get(uri)
      return document && keep(TextDocument.update(document, [...changes], version))
    },
    close(uri) {
      byUri.delete(uri)
      byPath.delete(pathOfUri(uri) ?? '')
    },
  }
}
