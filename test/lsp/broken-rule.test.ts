import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { createConnection } from 'vscode-languageserver/node'
import {
  createProtocolConnection,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node'
import { startServer } from '../../server/src/lsp/start.js'
import { PAIR_RULES } from '../../server/src/rules/index.js'
import type { PairContext, Rule } from '../../server/src/rules/rule.js'
import { eventually } from '../support/language-client.js'
import { inWorkspace } from '../support/workspace.js'

const BROKEN = 'field-type-mismatch'

/** Runs `body` while a rule throws wherever it is asked: the rules are a list, and this process has one of its own. */
async function whileItThrows(code: string, body: () => Promise<void>): Promise<void> {
  const rules = PAIR_RULES as Rule<PairContext>[]
  const at = rules.findIndex((rule) => rule.code === code)
  const [rule] = rules.slice(at)
  assert.ok(rule)
  const check = (): never => {
    throw new Error('a mistake of ours')
  }
  rules[at] = { ...rule, check }
  const before = process.listeners('unhandledRejection')
  try {
    await body()
  } finally {
    rules[at] = rule
    for (const listener of process.listeners('unhandledRejection')) {
      if (!before.includes(listener)) process.off('unhandledRejection', listener)
    }
  }
}

describe('a rule that throws', () => {
  it('costs its own findings only, and leaves one line in the log', () =>
    inWorkspace({}, async (workspace) => {
      cpSync('examples/storefront', workspace.root, { recursive: true })
      const { findings } = await workspace.report()
      const rest = findings.filter(({ rule }) => rule !== BROKEN)
      assert.ok(rest.length > 0 && rest.length < findings.length)
      await whileItThrows(BROKEN, async () => {
        const [toServer, toClient] = [new PassThrough(), new PassThrough()]
        startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)))
        const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
        const log: string[] = []
        client.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message))
        client.listen()
        const rootUri = pathToFileURL(workspace.root).href
        await client.sendRequest(InitializeRequest.type, {
          processId: null,
          rootUri,
          workspaceFolders: null,
          capabilities: { textDocument: { diagnostic: {} } },
        })
        await client.sendNotification(InitializedNotification.type, {})
        const { items } = await client.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] })
        const shown = items.flatMap((item) => (item.kind === 'full' ? item.items : []))
        const found = shown.filter(({ data }) => 'fingerprint' in data).map(({ data }) => data.fingerprint)
        assert.deepEqual(found.sort(), rest.map(({ fingerprint }) => fingerprint).sort())
        const told = () => log.filter((line) => line.includes(`rule ${BROKEN} failed and was left out`))
        await eventually(() => assert.equal(told().length, 1))
        assert.match(told()[0] ?? '', /a mistake of ours/)
        await client.sendRequest('shutdown')
        client.dispose()
      })
    }))
})
