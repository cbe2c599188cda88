import type { DocumentSelector, LogOutputChannel } from 'vscode'
import type { LanguageClient, LanguageClientOptions } from 'vscode-languageclient/node'
import { type InitializationOptions, SETTINGS_SECTION } from '../../shared/src/settings.js'
import { withoutEditorVariables } from './environment.js'
import { answerConfiguration } from './settings.js'

/** The files that the server reads from the editor. */
export const DOCUMENTS: DocumentSelector & readonly object[] = [
  ...['typescript', 'typescriptreact', 'vue', 'svelte', 'prisma'].map((language) => ({ scheme: 'file', language })),
  { scheme: 'file', pattern: '**/*.prisma' },
]

export interface LanguageClientInput {
  /** The absolute path of the server's module, and of the folder it runs in. */
  readonly module: string
  readonly folder: string
  readonly log: LogOutputChannel
  readonly initializationOptions: InitializationOptions
  /** The server went away without having been asked to. */
  readonly onClosed: () => void
}

/** Makes a client that is not started yet. Its packages are loaded only here: activation does not wait for them. */
export async function createLanguageClient(input: LanguageClientInput): Promise<LanguageClient> {
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node')
  const server = {
    module: input.module,
    transport: TransportKind.ipc,
    // Not in the workspace: on Windows its folder could not be deleted, and programs in it would be found first.
    options: { cwd: input.folder, env: withoutEditorVariables(process.env) },
  }
  return new LanguageClient(SETTINGS_SECTION, 'Prisma Drift', server, await optionsOf(input))
}

/** Whatever goes wrong is written to the log and shown by the status item: nothing pops up. */
async function optionsOf({
  log,
  initializationOptions,
  onClosed,
}: LanguageClientInput): Promise<LanguageClientOptions> {
  const { CloseAction, ErrorAction, RevealOutputChannelOn } = await import('vscode-languageclient/node')
  return {
    documentSelector: [...DOCUMENTS] as LanguageClientOptions['documentSelector'] & object,
    initializationOptions,
    diagnosticCollectionName: 'prisma-drift',
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed() {
        onClosed()
        return { action: CloseAction.DoNotRestart, handled: true }
      },
    },
    middleware: { workspace: { configuration: answerConfiguration } },
  }
}
