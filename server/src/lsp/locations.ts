import type { Location } from 'vscode-languageserver'
import type { ElementRef } from '../model/element.js'
import { pathOf } from '../project/paths.js'
import type { FileId } from '../text/file-id.js'
import type { Folder } from './folders.js'
import type { Server } from './server.js'
import { uriOfPath } from './uri.js'

/** The URI of a file: as the client spells it where the file is open. */
export function uriOf({ documents }: Server, { root }: Folder, file: FileId): string {
  const absolute = pathOf(root, file)
  return documents.at(absolute)?.uri ?? uriOfPath(absolute)
}

/** Where an element stands, for the client. */
export function locationOf(server: Server, folder: Folder, ref: ElementRef): Location {
  return { uri: uriOf(server, folder, ref.file), range: folder.live.snapshot().rangeOf(ref) }
}
