import { type DocumentDiagnosticReport, DocumentDiagnosticRequest } from 'vscode-languageserver'
import { refuseIfCancelled } from './cancellation.js'
import { diagnosticsOf, NOTHING, SOURCE } from './diagnostics.js'
import { onRequest } from './handler.js'

/** What is to be shown in one document. Waits for the first load, and for nothing else. */
export const textDocumentDiagnostic = onRequest(
  DocumentDiagnosticRequest.type,
  async (server, { textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
    await server.folders.ready()
    const place = server.folders.placeOf(uri)
    if (!place) {
      server.publisher.answered(uri, NOTHING.resultId)
      return { kind: 'full', items: [] }
    }
    refuseIfCancelled(token)
    const { resultId, items } = diagnosticsOf(server, place.folder, place.file)
    server.publisher.answered(uri, resultId)
    return resultId === previousResultId
      ? { kind: 'unchanged', resultId }
      : { kind: 'full', resultId, items: [...items] }
  },
  (client) =>
    client.textDocument?.diagnostic
      ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: true } }
      : {},
)
