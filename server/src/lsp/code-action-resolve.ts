import { CodeActionResolveRequest } from 'vscode-languageserver'
import type { ActionData } from './action-data.js'
import { onRequest } from './handler.js'
import { resolveAction } from './resolve-action.js'

/** The edit of the code action that was chosen. */
export const codeActionResolve = onRequest(CodeActionResolveRequest.type, async (server, action, token) => {
  const data: ActionData | undefined = action.data
  return data ? { ...action, edit: await resolveAction(server, data, token) } : action
})
