import type { CancellationToken, Position } from 'vscode-languageserver'
import type { Snapshot } from '../analysis/snapshot.js'
import type { FileId } from '../text/file-id.js'
import { refuseIfCancelled } from './cancellation.js'
import type { Folder } from './folders.js'
import type { Server } from './server.js'

/** A file of the workspace as it is now. */
export interface TargetFile {
  readonly folder: Folder
  readonly snapshot: Snapshot
  readonly file: FileId
}

/** A place in it. */
export interface Target extends TargetFile {
  readonly offset: number
}

/** The file that a request is about, once all folders are read; undefined for one that is in no folder. */
export async function targetFile(
  { folders }: Server,
  uri: string,
  token: CancellationToken,
): Promise<TargetFile | undefined> {
  await folders.ready()
  refuseIfCancelled(token)
  const place = folders.placeOf(uri)
  return place && { ...place, snapshot: place.folder.live.snapshot() }
}

interface PositionParams {
  readonly textDocument: { readonly uri: string }
  readonly position: Position
}

/** The place that a request is about. */
export async function targetAt(
  server: Server,
  { textDocument, position }: PositionParams,
  token: CancellationToken,
): Promise<Target | undefined> {
  const target = await targetFile(server, textDocument.uri, token)
  return target && { ...target, offset: target.snapshot.lineIndexOf(target.file).offsetAt(position) }
}
