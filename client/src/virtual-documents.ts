import { commands, type Disposable, EventEmitter, Uri, ViewColumn, window, workspace } from 'vscode'
import { CHANGED, EXPLAIN, MISSING_MIGRATION, REPORT, type ReportParams } from '../../shared/src/requests.js'
import type { Server } from './server.js'

/** The scheme of documents that the server writes: they are on no disk and cannot be edited. */
const SCHEME = 'prisma-drift'

/** Everything else is the page of a rule, `/CODE.md`: so pages can link to each other. */
const REPORT_PATH = '/Prisma Drift Report.md'

const MIGRATION = Uri.from({ scheme: SCHEME, path: '/Missing Migration.sql' })

/** Shows texts that the server writes. */
export interface VirtualDocuments extends Disposable {
  showReport(): Promise<void>
  showRule(code: string): Promise<void>
  /** SQL, which changes with the schema for as long as it is open. */
  showMissingMigration(): Promise<void>
}

/** A link in a document that is in no folder leads from the first one. */
function reportParams(): ReportParams {
  const [first] = workspace.workspaceFolders ?? []
  return first ? { linkedFrom: first.uri.toString() } : {}
}

export function createVirtualDocuments(server: Server): VirtualDocuments {
  const changed = new EventEmitter<Uri>()
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: textOf,
  })
  server.onNotification(CHANGED, () => {
    if (workspace.textDocuments.some(({ uri }) => uri.path === MIGRATION.path)) changed.fire(MIGRATION)
  })
  return {
    async showMissingMigration() {
      changed.fire(MIGRATION)
      await window.showTextDocument(MIGRATION, { viewColumn: ViewColumn.Beside, preserveFocus: true })
    },
    showReport: () => show(Uri.from({ scheme: SCHEME, path: REPORT_PATH })),
    showRule: (code) => show(Uri.from({ scheme: SCHEME, path: `/${code}.md` })),
    dispose() {
      provider.dispose()
      changed.dispose()
    },
  }

  async function textOf({ path }: Uri): Promise<string> {
    if (path === MIGRATION.path) return server.request<string>(MISSING_MIGRATION)
    if (path === REPORT_PATH) return server.request<string>(REPORT, reportParams())
    const code = path.slice(1).replace(/\.md$/, '')
    return (await server.request<string | null>(EXPLAIN, { code })) ?? `No rule is called \`${code}\`.`
  }

  async function show(uri: Uri): Promise<void> {
    // An open one is asked for again: findings change.
    changed.fire(uri)
    try {
      await commands.executeCommand('markdown.showPreview', uri)
    } catch {
      // Somebody has disabled the editor's own preview.
      await window.showTextDocument(uri)
    }
  }
}
