import { diagnosticsOf, type FileDiagnostics, filesWithDiagnostics, NOTHING } from './diagnostics.js'
import type { Folder } from './folders.js'
import { uriOf } from './locations.js'
import type { Server } from './server.js'

/** A file of which a client shows something, or did. */
export interface ShownFile {
  readonly uri: string
  /** Of an open document. */
  readonly version: number | null
  /** Computes what it shows now. */
  read(): FileDiagnostics
}

/** The files with diagnostics in all folders, open ones first, then those that had some and have none now. */
export function shownFiles(server: Server, before: Iterable<string>): readonly ShownFile[] {
  const { documents, folders } = server
  const now = new Map(folders.all().flatMap((folder) => ofFolder(server, folder)))
  const rest = [...before].filter((uri) => !now.has(uri)).map((uri): [string, ShownFile] => [uri, emptied(server, uri)])
  const all = [...now, ...rest].map(([, shown]) => shown)
  return all.sort((a, b) => Number(documents.get(b.uri) !== undefined) - Number(documents.get(a.uri) !== undefined))
}

function ofFolder(server: Server, folder: Folder): readonly [string, ShownFile][] {
  return [...filesWithDiagnostics(folder)].flatMap((file): [string, ShownFile][] => {
    const uri = uriOf(server, folder, file)
    if (server.folders.placeOf(uri)?.folder !== folder) return []
    return [[uri, { uri, version: versionOf(server, uri), read: () => diagnosticsOf(server, folder, file) }]]
  })
}

function emptied(server: Server, uri: string): ShownFile {
  const place = server.folders.placeOf(uri)
  return {
    uri,
    version: versionOf(server, uri),
    read: () => (place ? diagnosticsOf(server, place.folder, place.file) : NOTHING),
  }
}

function versionOf({ documents }: Server, uri: string): number | null {
  return documents.get(uri)?.version ?? null
}
