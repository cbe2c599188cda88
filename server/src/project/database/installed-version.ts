import { type FileId, foldersAbove } from '../../text/file-id.js'
import { joinId } from '../paths.js'
import { readText } from '../read-files.js'

/** The version of a package that code in a folder gets; undefined where none is installed. */
export function installedVersion(root: string, folder: FileId, name: string): string | undefined {
  for (const above of [folder, ...foldersAbove(folder)]) {
    const read = readText(root, joinId(above, 'node_modules', name, 'package.json'))
    const version = 'text' in read ? /"version"\s*:\s*"([^"]+)"/.exec(read.text)?.[1] : undefined
    if (version !== undefined) return version
  }
  return undefined
}
