import { type Diagnostic, DiagnosticRefreshRequest } from 'vscode-languageserver'
import { CHANGED, STATUS } from '../../../shared/src/requests.js'
import { turn } from './cancellation.js'
import { stackOf } from './handler.js'
import { createRefresher, type Refresher } from './refresh.js'
import type { Server } from './server.js'
import { shownFiles } from './shown-files.js'
import { statusOf } from './status.js'

/** Tells the client what it does not know yet, whenever the workspace has come to rest. */
export interface Publisher {
  /** Counts the changes of all folders. */
  readonly revision: number
  /** Something changed: after a while without further changes the client is told. */
  changed(): void
  /** The client was told of a document because it asked. */
  answered(uri: string, resultId: string): void
  /** It was told of all. */
  answeredWorkspace(): void
  dispose(): void
}

/** A quiet point: nothing changed for this long, and nothing is pending. */
const QUIET_MS = 150
/** What has not been needed since so many changes is forgotten at a quiet point: some of it is needed again. */
const SWEEP_AFTER = 100

export function createPublisher(server: () => Server): Publisher {
  /** What the client knows, by URI. */
  const told = new Map<string, string>()
  const logged = new Set<string>()
  let revision = 0
  let sweptAt = 0
  let asksForAll = false
  let timer: NodeJS.Timeout | undefined
  let lastStatus = ''
  let lastState = ''
  let refresher: Refresher | undefined

  const atQuietPoint = async () => {
    const { connection, client, folders } = server()
    if (folders.all().some(({ live }) => !live.isSettled())) return
    const at = revision
    // Before anything is looked at again: what follows may be cut short by whoever goes on typing.
    if (revision - sweptAt >= SWEEP_AFTER) {
      for (const { live } of folders.all()) live.sweep()
      sweptAt = revision
    }
    logFailures(server(), logged)
    const unknown: { uri: string; version: number | null; resultId: string; items: readonly Diagnostic[] }[] = []
    const state: string[] = []
    for (const { uri, version, read } of shownFiles(server(), told.keys())) {
      const { resultId, items } = read()
      state.push(`${uri} ${resultId}`)
      const isAsked = !client.pulls || asksForAll || told.has(uri)
      if (isAsked && told.get(uri) !== resultId) unknown.push({ uri, version, resultId, items })
      await turn()
      if (revision !== at) return
    }
    tellStatus()
    refresher ??= createRefresher(server())
    refresher.refresh(state.join('\n'))
    if (lastState !== state.join('\n')) void connection.sendNotification(CHANGED)
    lastState = state.join('\n')
    if (client.pulls) {
      if (unknown.length > 0 && client.refreshes)
        void connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => {})
      return
    }
    for (const { uri, version, resultId, items } of unknown) {
      told.set(uri, resultId)
      void connection.sendDiagnostics({ uri, diagnostics: [...items], ...(version !== null && { version }) })
    }
  }

  const tellStatus = () => {
    const status = statusOf(server())
    if (lastStatus === JSON.stringify(status)) return
    lastStatus = JSON.stringify(status)
    void server().connection.sendNotification(STATUS, status)
  }

  return {
    get revision() {
      return revision
    },
    changed() {
      revision += 1
      clearTimeout(timer)
      timer = setTimeout(() => {
        atQuietPoint().catch((error) => server().log(`the findings could not be told: ${stackOf(error)}`))
      }, QUIET_MS)
    },
    answered: (uri, resultId) => void told.set(uri, resultId),
    answeredWorkspace() {
      asksForAll = true
    },
    dispose: () => clearTimeout(timer),
  }
}

/** A rule that failed costs its own findings; each failure is logged once. */
function logFailures({ folders, log }: Server, logged: Set<string>): void {
  for (const { live } of folders.all()) {
    for (const { rule, error } of live.snapshot().failures()) {
      const line = `rule ${rule} failed and was left out: ${stackOf(error)}`
      if (!logged.has(line)) log(line)
      logged.add(line)
    }
  }
}
