import { type CancellationToken, type CodeAction, CodeActionKind, CodeActionRequest } from 'vscode-languageserver'
import type { ActionData } from './action-data.js'
import { onRequest } from './handler.js'
import { actionsAt, FIX_ALL, GENERATE, type Offer } from './offers.js'
import { resolveAction } from './resolve-action.js'
import type { Server } from './server.js'

/** What can be done about the findings at a range. The edits are told when an action is chosen. */
export const codeAction = onRequest(
  CodeActionRequest.type,
  async (server, { textDocument: { uri }, range, context }, token): Promise<CodeAction[]> => {
    await server.folders.ready()
    const place = server.folders.placeOf(uri)
    if (!place) return []
    const version = server.documents.get(uri)?.version ?? null
    const offers = actionsAt(server, place, { uri, range, known: context.diagnostics })
    const asked = offers.filter(({ kind }) => isAsked(kind, context.only))
    return Promise.all(asked.map((offer) => codeActionOf(server, offer, { uri, version }, token)))
  },
  ({ textDocument }) => ({
    codeActionProvider: textDocument?.codeAction?.codeActionLiteralSupport
      ? {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, GENERATE, FIX_ALL],
          resolveProvider: true,
        }
      : false,
  }),
)

/** A kind holds those below it. Without a wish everything is shown but what is for whole documents. */
function isAsked(kind: string, only: readonly string[] | undefined): boolean {
  if (!only) return !kind.startsWith(CodeActionKind.Source)
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`))
}

async function codeActionOf(
  server: Server,
  { action, ...offer }: Offer,
  of: Pick<ActionData, 'uri' | 'version'>,
  token: CancellationToken,
): Promise<CodeAction> {
  if (!action) return offer
  const data: ActionData = { ...of, action }
  return server.client.resolvesActions
    ? { ...offer, data }
    : { ...offer, edit: await resolveAction(server, data, token) }
}
