import { createConnection } from 'vscode-languageserver/node'
import { startServer } from '../../lsp/start.js'

/** Serves an editor over standard input and output; does not return before the editor ends it. */
export function lsp(): Promise<never> {
  startServer(createConnection(process.stdin, process.stdout))
  return new Promise(() => {})
}
