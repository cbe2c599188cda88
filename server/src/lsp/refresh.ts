import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver'
import type { Folder } from './folders.js'
import type { Server } from './server.js'

/** Has the client ask anew for what it shows between the lines, where that can have changed. */
export interface Refresher {
  /** To be called at a quiet point, with a text that says what diagnostics there are. */
  refresh(diagnostics: string): void
}

export function createRefresher({ client, connection, folders }: Server): Refresher {
  let last: readonly unknown[] = []
  return {
    refresh(diagnostics) {
      const state = [diagnostics, ...folders.all().flatMap(shownOf)]
      const isSame = state.length === last.length && state.every((each, index) => each === last[index])
      last = state
      if (isSame) return
      if (client.refreshesCodeLenses) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {})
      if (client.refreshesInlayHints) void connection.sendRequest(InlayHintRefreshRequest.type).catch(() => {})
    },
  }
}

/** Pairs stay the same objects for as long as they say the same. */
function shownOf({ live, settings }: Folder): readonly unknown[] {
  const snapshot = live.snapshot()
  const { codeLens, inlayHints } = settings.editor()
  return [codeLens?.enabled, inlayHints?.enabled, snapshot.pairs(), snapshot.enumPairs()]
}
