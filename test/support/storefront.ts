import { cpSync, readFileSync } from 'node:fs'
import type { Diagnostic } from 'vscode-languageserver-protocol'
import {
  type ClientOptions,
  type FindingLine,
  isMirror,
  type LanguageClient,
  lineOf,
  startClient,
} from './language-client.js'
import { inWorkspace, type Workspace } from './workspace.js'

/** A copy of the example, and a client that has it open as its only folder. */
export interface Storefront {
  readonly client: LanguageClient
  readonly workspace: Workspace
  /** A file on disk. */
  read(file: string): string
  /** What the server answers to a pull for a file. */
  diagnosticsIn(file: string): Promise<readonly Diagnostic[]>
  /** The findings among that, a line each. */
  linesIn(file: string): Promise<readonly FindingLine[]>
}

/** Runs `body` with a server on a copy of the example, and ends the server. */
export async function inStorefront(body: (storefront: Storefront) => Promise<void>, options: ClientOptions = {}) {
  await inWorkspace({}, async (workspace) => {
    cpSync('examples/storefront', workspace.root, { recursive: true })
    const client = await startClient(workspace.root, options)
    const diagnosticsIn = async (file: string) => {
      const report = await client.pull(file)
      return report.kind === 'full' ? report.items : []
    }
    const linesIn = async (file: string) =>
      (await diagnosticsIn(file))
        .filter((each) => !isMirror(each))
        .map((each) => lineOf(client, client.uri(file), each))
    const read = (file: string) => readFileSync(workspace.at(file), 'utf8')
    try {
      await body({ client, workspace, read, diagnosticsIn, linesIn })
    } finally {
      await client.stop()
    }
  })
}
