import type { Event } from 'vscode'
import type { StatusItem } from './status-item.js'
import type { StatusText } from './status-text.js'
import type { Node } from './tree/nodes.js'
import type { ModelsView } from './tree/view.js'

/** What other extensions may ask: the `exports` of `prisma-drift.prisma-drift`. */
export interface Api {
  /** What the language status item says. */
  readonly status: StatusText
  readonly onDidChangeStatus: Event<StatusText>
  /** The lines of the view: schemas, their models, the types that describe these, and the findings about them. */
  models(): Promise<readonly Node[]>
}

export function createApi(statusItem: StatusItem, view: ModelsView): Api {
  return {
    get status() {
      return statusItem.shown
    },
    onDidChangeStatus: statusItem.onDidChange,
    models: () => view.lines(),
  }
}
