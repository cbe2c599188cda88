import {
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { refuseIfCancelled, turn } from './cancellation.js'
import { onRequest } from './handler.js'
import type { Server } from './server.js'
import { type ShownFile, shownFiles } from './shown-files.js'

/** What is to be shown in all files, and what no longer is. With a token, each file is sent when it is known. */
export const workspaceDiagnostic = onRequest(
  WorkspaceDiagnosticRequest.type,
  async (server, { previousResultIds, partialResultToken }, token): Promise<WorkspaceDiagnosticReport> => {
    await server.folders.ready()
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]))
    const items: WorkspaceDocumentDiagnosticReport[] = []
    const give = (item: WorkspaceDocumentDiagnosticReport) => {
      if (partialResultToken === undefined) items.push(item)
      else
        void server.connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, {
          items: [item],
        })
    }
    const { revision } = server.publisher
    for (const shown of shownFiles(server, previous.keys())) {
      give(reportOf(server, shown, previous.get(shown.uri)))
      await turn()
      refuseIfCancelled(token)
      if (server.publisher.revision !== revision) throw moved()
    }
    server.publisher.answeredWorkspace()
    return { items }
  },
)

function reportOf(
  server: Server,
  { uri, version, read }: ShownFile,
  previous: string | undefined,
): WorkspaceDocumentDiagnosticReport {
  const { resultId, items } = read()
  // Of an open document a client believes only what it hears when it asks for that document.
  if (!server.documents.get(uri)) server.publisher.answered(uri, resultId)
  if (resultId === previous) return { kind: 'unchanged', uri, version, resultId }
  return { kind: 'full', uri, version, resultId, items: [...items] }
}

/** What was sent so far stays right for as long as nothing new is asked; the rest would be of another state. */
function moved(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'the workspace changed', { retriggerRequest: true })
}
