import { type Disposable, type Event, EventEmitter, LanguageStatusSeverity, languages } from 'vscode'
import { STATUS, type Status } from '../../shared/src/requests.js'
import { DOCUMENTS } from './documents.js'
import type { Server } from './server.js'
import { type StatusText, statusText } from './status-text.js'

/** What the server last said of itself and the workspace. */
export interface StatusItem extends Disposable {
  readonly status: Status | undefined
  /** What it says at the moment. */
  readonly shown: StatusText
  readonly onDidChange: Event<StatusText>
}

/** Shows how many schemas, types and findings there are, and what is wrong if something is. */
export function createStatusItem(server: Server): StatusItem {
  const item = languages.createLanguageStatusItem('prismaDrift.status', DOCUMENTS)
  const changed = new EventEmitter<StatusText>()
  let status: Status | undefined
  let shown = statusText(server.state, status)
  item.name = 'Prisma Drift'
  show()
  server.onNotification(STATUS, (next: Status) => {
    status = next
    show()
  })
  const listener = server.onDidChangeState((state) => {
    if (state !== 'running') status = undefined
    show()
  })
  return {
    get status() {
      return status
    },
    get shown() {
      return shown
    },
    onDidChange: changed.event,
    dispose() {
      listener.dispose()
      changed.dispose()
      item.dispose()
    },
  }

  function show(): void {
    shown = statusText(server.state, status)
    const { text, detail, severity, busy } = shown
    Object.assign(item, { text, detail, busy, severity: SEVERITIES[severity] })
    item.command =
      server.state === 'failed'
        ? { command: 'prismaDrift.restartServer', title: 'Restart' }
        : { command: 'prismaDrift.showDetails', title: 'Details' }
    changed.fire(shown)
  }
}

const SEVERITIES = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
}
