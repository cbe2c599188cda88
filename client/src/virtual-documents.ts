import { commands, type Disposable, EventEmitter, Uri, window, workspace } from 'vscode'
import { EXPLAIN, REPORT } from '../../shared/src/requests.js'
import type { Server } from './server.js'

/** The scheme of documents that the server writes: they are on no disk and cannot be edited. */
const SCHEME = 'prisma-drift'

/** Shows markdown that the server writes. */
export interface VirtualDocuments extends Disposable {
  showReport(): Promise<void>
  showRule(code: string): Promise<void>
}

export function createVirtualDocuments(server: Server): VirtualDocuments {
  const changed = new EventEmitter<Uri>()
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: textOf,
  })
  return {
    showReport: () => show(Uri.from({ scheme: SCHEME, path: '/Prisma Drift report.md' })),
    showRule: (code) => show(Uri.from({ scheme: SCHEME, path: `/${code}.md`, query: code })),
    dispose() {
      provider.dispose()
      changed.dispose()
    },
  }

  async function textOf({ query: code }: Uri): Promise<string> {
    if (code === '') return server.request<string>(REPORT)
    return (await server.request<string | null>(EXPLAIN, { code })) ?? `No rule is called \`${code}\`.`
  }

  async function show(uri: Uri): Promise<void> {
    // An open one is asked for again: findings change.
    changed.fire(uri)
    const known = await commands.getCommands(true)
    if (known.includes('markdown.showPreview')) await commands.executeCommand('markdown.showPreview', uri)
    else await window.showTextDocument(uri)
  }
}
