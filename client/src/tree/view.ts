import {
  type Disposable,
  EventEmitter,
  type Position,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode'
import { CHANGED, type Counts, STATUS, type Status, TREE, type TreeSchema } from '../../../shared/src/requests.js'
import type { Server } from '../server.js'
import { findingsText } from '../status-text.js'
import { decoratedUri, decorations } from './decorations.js'
import { type Node, nodesOf } from './nodes.js'
import { wayTo } from './way-to.js'

/** The view with schemas, models, types and findings. */
export interface ModelsView extends Disposable {
  /** Its lines as the server knows them now. */
  lines(): Promise<readonly Node[]>
  /** Selects the finding at a place, or the type or model that it belongs to; false where there is none. */
  reveal(uri: Uri, position: Position): Promise<boolean>
}

/** The server is asked only while the view can be seen. */
export function createModelsView(server: Server): ModelsView {
  const parents = new Map<string, Node>()
  const changed = new EventEmitter<undefined>()
  const view = window.createTreeView<Node>('prismaDrift.tree', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => [...(node?.children ?? (await lines()))],
      getParent: ({ id }) => parents.get(id),
      getTreeItem: itemOf,
    },
  })
  server.onNotification(CHANGED, () => changed.fire(undefined))
  server.onNotification(STATUS, ({ counts }: Status) => {
    view.badge = badgeOf(counts)
  })
  const listener = server.onDidChangeState((state) => {
    if (state !== 'running') view.badge = undefined
    changed.fire(undefined)
  })
  const decorated = window.registerFileDecorationProvider(decorations)
  return {
    lines,
    async reveal(uri, { line }) {
      const isThere = (node: Node) => Uri.parse(node.uri).toString() === uri.toString()
      const node = wayTo(await lines(), { isThere, line }).at(-1)
      if (!node) return false
      await view.reveal(node, { expand: true, focus: true })
      return true
    },
    dispose() {
      for (const each of [view, changed, listener, decorated]) each.dispose()
    },
  }

  async function lines(): Promise<readonly Node[]> {
    if (server.state !== 'running') return []
    const roots = nodesOf(await server.request<readonly TreeSchema[]>(TREE))
    parents.clear()
    for (const root of roots) remember(root)
    return roots
  }

  function remember(node: Node): void {
    for (const child of node.children) {
      parents.set(child.id, node)
      remember(child)
    }
  }
}

function badgeOf(counts: Counts) {
  const value = counts.error + counts.warning
  return value > 0 ? { value, tooltip: findingsText(counts) } : undefined
}

function itemOf(node: Node): TreeItem {
  const item = new TreeItem(node.label, collapsibleStateOf(node))
  item.id = node.id
  item.description = node.description
  item.tooltip = node.tooltip
  item.iconPath = new ThemeIcon(node.icon)
  item.contextValue = node.kind
  item.resourceUri = decoratedUri(node.counts)
  item.command = { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(node.uri), selectionOf(node)] }
  return item
}

function collapsibleStateOf({ kind, children }: Node): TreeItemCollapsibleState {
  if (children.length === 0) return TreeItemCollapsibleState.None
  return kind === 'schema' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed
}

function selectionOf({ range }: Node) {
  if (!range) return {}
  const { start, end } = range
  return { selection: new Range(start.line, start.character, end.line, end.character) }
}
