import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import type { ActionData } from './action-data.js'
import { onRequest, stackOf } from './handler.js'
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
    const actions = await Promise.all(asked.map((offer) => codeActionOf(server, offer, { uri, version }, token)))
    return actions.filter((action) => action !== undefined)
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

/** Undefined for what cannot be done, where that shows before it is chosen: the others are offered all the same. */
async function codeActionOf(
  server: Server,
  { action, ...offer }: Offer,
  of: Pick<ActionData, 'uri' | 'version'>,
  token: CancellationToken,
): Promise<CodeAction | undefined> {
  if (!action) return offer
  const data: ActionData = { ...of, action }
  if (server.client.resolvesActions) return { ...offer, data }
  try {
    return { ...offer, edit: await resolveAction(server, data, token) }
  } catch (error) {
    if (!(error instanceof ResponseError)) server.log(`'${offer.title}' failed: ${stackOf(error)}`)
    else if (error.code !== LSPErrorCodes.RequestFailed) throw error
    return undefined
  }
}
