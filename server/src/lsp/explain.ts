import { readFileSync } from 'node:fs'
import { RequestType } from 'vscode-languageserver'
import { EXPLAIN, type ExplainRequest } from '../../../shared/src/requests.js'
import { RULES } from '../rules/index.js'
import { onRequest } from './handler.js'
import { rulePage } from './rule-pages.js'

/** A rule's page. */
export const explain = onRequest(new RequestType(EXPLAIN) as ExplainRequest, (_, { code }) =>
  RULES.some((rule) => rule.code === code) ? readFileSync(rulePage(code), 'utf8') : null,
)
