import type { LogOutputChannel } from 'vscode'
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node'
import { type InitializationOptions, SETTINGS_SECTION } from '../../shared/src/settings.js'
import { DOCUMENTS } from './documents.js'
import { withoutEditorVariables } from './environment.js'
import { answerConfiguration } from './settings.js'

export interface LanguageClientInput {
  /** The absolute path of the server's module, and of the folder it runs in. */
  readonly module: string
  readonly folder: string
  readonly log: LogOutputChannel
  readonly initializationOptions: InitializationOptions
  /** The server went away without having been asked to. */
  readonly onClosed: () => void
}

/** Makes a client that is not started yet. */
export function createLanguageClient(input: LanguageClientInput): LanguageClient {
  const server = {
    module: input.module,
    transport: TransportKind.ipc,
    // Not in the workspace: on Windows its folder could not be deleted, and programs in it would be found first.
    options: { cwd: input.folder, env: withoutEditorVariables(process.env), execArgv: FLAGS },
  }
  return new LanguageClient(SETTINGS_SECTION, 'Prisma Drift', server, optionsOf(input))
}

/**
 * A keystroke makes some megabytes that are soon forgotten. With more room for them most keystrokes are answered before
 * a collection is due; `bench/edit.mjs` measures with the same flags.
 */
const FLAGS = ['--max-semi-space-size=64']

/** Whatever goes wrong is written to the log and shown by the status item: nothing pops up. */
function optionsOf({ log, initializationOptions, onClosed }: LanguageClientInput): LanguageClientOptions {
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
