import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver'

/** Ends a request that nobody waits for any more. */
export function refuseIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
}

/** Lets other messages be read, `$/cancelRequest` among them. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
