import { Disposable, EventEmitter, Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window } from 'vscode'
import { CHANGED, type Counts, STATUS, type Status, TREE, type TreeSchema } from '../../../shared/src/requests.js'
import type { Server } from '../server.js'
import { findingsText } from '../status-text.js'
import { decoratedUri, decorations } from './decorations.js'
import { type Node, nodesOf } from './nodes.js'

/** The view with schemas, models, types and findings. The server is asked only while it can be seen. */
export function createTreeView(server: Server): Disposable {
  const changed = new EventEmitter<undefined>()
  const view = window.createTreeView<Node>('prismaDrift.tree', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => [...(node?.children ?? (await roots(server)))],
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
  return Disposable.from(view, changed, listener, window.registerFileDecorationProvider(decorations))
}

async function roots(server: Server): Promise<readonly Node[]> {
  if (server.state !== 'running') return []
  return nodesOf(await server.request<readonly TreeSchema[]>(TREE))
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
