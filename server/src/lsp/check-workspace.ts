import { RequestType } from 'vscode-languageserver'
import { CHECK_WORKSPACE, type CheckWorkspaceRequest } from '../../../shared/src/requests.js'
import { allFindings } from './findings.js'
import { onRequest } from './handler.js'
import { withProgress } from './progress.js'
import { countsOf } from './status.js'

/** Reads everything anew and counts the findings. */
export const checkWorkspace = onRequest(new RequestType(CHECK_WORKSPACE) as CheckWorkspaceRequest, async (server) => {
  const lives = server.folders.all().map(({ live }) => live)
  await withProgress(server, 'Checking the workspace', Promise.all(lives.map((live) => live.reread())))
  return countsOf(lives.flatMap((live) => allFindings(live.snapshot())))
})
