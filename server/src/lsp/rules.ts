import { RequestType } from 'vscode-languageserver'
import { RULES as METHOD, type RulesRequest } from '../../../shared/src/requests.js'
import { RULES } from '../rules/index.js'
import { onRequest } from './handler.js'

/** All rules, in the order in which they are documented. */
export const rules = onRequest(new RequestType(METHOD) as RulesRequest, () =>
  RULES.map(({ code, summary }) => ({ code, summary })),
)
