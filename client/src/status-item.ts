import { type Disposable, LanguageStatusSeverity, languages } from 'vscode'
import { STATUS, type Status } from '../../shared/src/requests.js'
import { DOCUMENTS } from './documents.js'
import type { Server } from './server.js'
import { statusText } from './status-text.js'

/** What the server last said of itself and the workspace. */
export interface StatusItem extends Disposable {
  readonly status: Status | undefined
}

/** Shows how many schemas, types and findings there are, and what is wrong if something is. */
export function createStatusItem(server: Server): StatusItem {
  const item = languages.createLanguageStatusItem('prismaDrift.status', DOCUMENTS)
  let status: Status | undefined
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
    dispose() {
      listener.dispose()
      item.dispose()
    },
  }

  function show(): void {
    const { text, detail, severity, busy } = statusText(server.state, status)
    Object.assign(item, { text, detail, busy, severity: SEVERITIES[severity] })
    item.command =
      server.state === 'failed'
        ? { command: 'prismaDrift.restartServer', title: 'Restart' }
        : { command: 'prismaDrift.showDetails', title: 'Details' }
  }
}

const SEVERITIES = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
}
