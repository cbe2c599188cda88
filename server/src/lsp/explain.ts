import { RequestType } from 'vscode-languageserver'
import { EXPLAIN, type ExplainRequest } from '../../../shared/src/requests.js'
import { readRulePage } from '../project/rule-pages.js'
import { RULES } from '../rules/index.js'
import { onRequest } from './handler.js'

/** A rule's page. */
export const explain = onRequest(new RequestType(EXPLAIN) as ExplainRequest, (_, { code }) =>
  RULES.some((rule) => rule.code === code) ? readRulePage(code) : null,
)
