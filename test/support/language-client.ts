import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  ApplyWorkspaceEditRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  LSPErrorCodes,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Registration,
  RegistrationRequest,
  ResponseError,
  ShutdownRequest,
  type TextDocumentContentChangeEvent,
  WorkDoneProgressCreateRequest,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node'
import { CLI } from './cli.js'
import type { Report } from './report.js'

/** What a client that can everything says of itself, in so far as the server asks. */
export const PULL_CLIENT: InitializeParams['capabilities'] = {
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true },
}

/** What Neovim 0.7 says: it can neither ask for diagnostics nor watch files. */
export const PUSH_CLIENT: InitializeParams['capabilities'] = {
  textDocument: { publishDiagnostics: { relatedInformation: true } },
}

export interface ClientOptions {
  readonly params?: Partial<InitializeParams>
  /** Answers `workspace/applyEdit`; without it edits are refused. */
  readonly applyEdit?: (edit: WorkspaceEdit) => void
  /** Answers `workspace/configuration`. */
  readonly settings?: () => unknown
}

/** A client of the real server, over its standard input and output. */
export interface LanguageClient {
  readonly process: ChildProcess
  readonly connection: ProtocolConnection
  readonly initialized: InitializeResult
  /** What the server wrote to the log. */
  readonly log: readonly string[]
  /** What it sent unasked, by URI. */
  readonly published: ReadonlyMap<string, readonly Diagnostic[]>
  readonly registrations: readonly Registration[]
  /** The parameters of the notifications of one of our own methods. */
  told<Params>(method: string): readonly Params[]
  /** How often it asked for new pulls. */
  refreshes(): number
  uri(file: string): string
  open(file: string, text?: string): void
  /** Replaces the whole text of an open document. */
  edit(file: string, text: string): void
  /** Applies changes to an open document, each to what the ones before leave. */
  change(file: string, changes: readonly TextDocumentContentChangeEvent[]): void
  close(file: string): void
  save(file: string): void
  tellChanged(...files: readonly string[]): void
  tellCreated(...files: readonly string[]): void
  tellDeleted(...files: readonly string[]): void
  pull(file: string, previousResultId?: string): Promise<DocumentDiagnosticReport>
  pullAll(): Promise<WorkspaceDiagnosticReport>
  /** Ends the server as the protocol has it; the result is its exit status. */
  stop(): Promise<number | null>
}

/** Starts a server in a folder and initializes it. */
export async function startClient(root: string, options: ClientOptions = {}): Promise<LanguageClient> {
  const child = spawn(process.execPath, [CLI, 'lsp', '--stdio'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createProtocolConnection(child.stdout, child.stdin)
  const log: string[] = []
  const published = new Map<string, readonly Diagnostic[]>()
  const registrations: Registration[] = []
  const notifications: { readonly method: string; readonly params: unknown }[] = []
  let refreshes = 0
  for (const method of ['prismaDrift/status', 'prismaDrift/changed']) {
    connection.onNotification(method, (params: unknown) => void notifications.push({ method, params }))
  }
  connection.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message))
  connection.onNotification(
    PublishDiagnosticsNotification.type,
    (sent) => void published.set(sent.uri, sent.diagnostics),
  )
  connection.onRequest(RegistrationRequest.type, (asked) => void registrations.push(...asked.registrations))
  connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
    options.applyEdit?.(edit)
    return { applied: options.applyEdit !== undefined }
  })
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => {})
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshes += 1
  })
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => options.settings?.() ?? null))
  connection.listen()
  const uri = (file: string) => pathToFileURL(path.join(root, file)).href
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    workspaceFolders: [{ name: 'test', uri: pathToFileURL(root).href }],
    capabilities: PULL_CLIENT,
    ...options.params,
  })
  await connection.sendNotification(InitializedNotification.type, {})
  const versions = new Map<string, number>()
  const nextVersion = (file: string) => {
    const version = (versions.get(file) ?? 0) + 1
    versions.set(file, version)
    return version
  }
  const tell = (type: FileChangeType, files: readonly string[]) =>
    void connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: files.map((file) => ({ uri: uri(file), type })),
    })
  const change = (file: string, changes: readonly TextDocumentContentChangeEvent[]) =>
    void connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: uri(file), version: nextVersion(file) },
      contentChanges: [...changes],
    })
  const notify = {
    open: (file: string, text = readFileSync(path.join(root, file), 'utf8')) =>
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uri(file), languageId: 'typescript', version: nextVersion(file), text },
      }),
    edit: (file: string, text: string) => change(file, [{ text }]),
    change,
    close: (file: string) =>
      void connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: uri(file) } }),
    save: (file: string) =>
      void connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: uri(file) } }),
  }
  return {
    process: child,
    connection,
    initialized,
    log,
    published,
    registrations,
    told: <Params>(method: string) =>
      notifications.filter((each) => each.method === method).map(({ params }) => params as Params),
    refreshes: () => refreshes,
    uri,
    ...notify,
    tellChanged: (...files) => tell(FileChangeType.Changed, files),
    tellCreated: (...files) => tell(FileChangeType.Created, files),
    tellDeleted: (...files) => tell(FileChangeType.Deleted, files),
    pull: (file, previousResultId) =>
      connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri: uri(file) },
        ...(previousResultId !== undefined && { previousResultId }),
      }),
    pullAll: () => connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] }),
    async stop() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const last = setTimeout(() => child.kill('SIGKILL'), 5000)
      // A server that was shut down before says so.
      await Promise.race([connection.sendRequest(ShutdownRequest.type).catch(() => {}), ended])
      if (child.exitCode === null) await connection.sendNotification(ExitNotification.type)
      return ended.finally(() => clearTimeout(last))
    },
  }
}

/** A finding in one line, the same for a report of `check` and for what the server says. */
export type FindingLine = string

/** A finding, and where it stands. */
export interface PlacedFinding {
  readonly file: string
  readonly range: Diagnostic['range']
  readonly severity: string
  readonly rule: string
  readonly message: string
}

/** The findings of a report, sorted. */
export function linesOfReport({ findings }: Report): readonly FindingLine[] {
  return findings.map(findingLine).sort()
}

/**
 * The findings that the server tells of the workspace, sorted. Without those that only mirror others in a schema, and
 * without missing migrations, which `check` does not look for.
 */
export async function linesOfServer(client: LanguageClient): Promise<readonly FindingLine[]> {
  const { items } = await pulledAgain(client)
  const full = items.flatMap((item) => (item.kind === 'full' ? [item] : []))
  return full
    .flatMap(({ uri, items }) =>
      items
        .filter((each) => !isMirror(each) && each.code !== 'migration-missing')
        .map((each) => lineOf(client, uri, each)),
    )
    .sort()
}

/** Pulls until the server is not asked to do so again: as the protocol has it, that is said of what changed meanwhile. */
export async function pulledAgain(client: LanguageClient): Promise<WorkspaceDiagnosticReport> {
  try {
    return await client.pullAll()
  } catch (error) {
    const isRetriggered = error instanceof ResponseError && error.code === LSPErrorCodes.ServerCancelled
    if (!isRetriggered || error.data?.retriggerRequest !== true) throw error
    return pulledAgain(client)
  }
}

/** Whether a diagnostic only tells at a column what has drifted from it. */
export function isMirror({ data }: Diagnostic): boolean {
  return 'mirrors' in data
}

const SEVERITIES = ['', 'error', 'warning', 'info', 'hint']

/** A diagnostic as a line. */
export function lineOf(client: LanguageClient, uri: string, each: Diagnostic): FindingLine {
  const file = decodeURIComponent(uri.slice(client.uri('x').length - 1))
  const severity = SEVERITIES[each.severity ?? 0] ?? ''
  return findingLine({ file, range: each.range, severity, rule: String(each.code), message: String(each.message) })
}

/** A finding as a line. */
export function findingLine({ file, range, severity, rule, message }: PlacedFinding): FindingLine {
  const [start, end] = [range.start, range.end].map(({ line, character }) => `${line + 1}:${character + 1}`)
  return `${file}:${start}-${end} ${severity}[${rule}] ${message}`
}

/** Tries until it holds, for what comes true some time after it was caused. */
export async function eventually<T>(hold: () => Promise<T> | T, withinMs = 10_000): Promise<T> {
  const end = performance.now() + withinMs
  for (;;) {
    try {
      return await hold()
    } catch (error) {
      if (performance.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
}
