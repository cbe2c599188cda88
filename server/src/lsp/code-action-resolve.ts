import { CodeActionResolveRequest } from 'vscode-languageserver'
import type { ActionData } from './action-data.js'
import { onRequest } from './handler.js'
import { resolveAction } from './resolve-action.js'

/** The edit of the code action that was chosen. */
export const codeActionResolve = onRequest(CodeActionResolveRequest.type, (server, action) => {
  const data: ActionData | undefined = action.data
  return data ? { ...action, edit: resolveAction(server, data) } : action
})
