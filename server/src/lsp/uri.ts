import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The absolute path that a `file:` URI names, in the system's own notation; undefined for any other URI. */
export function pathOfUri(uri: string, platform: NodeJS.Platform = process.platform): string | undefined {
  try {
    const url = new URL(uri)
    if (url.protocol !== 'file:') return undefined
    const windows = platform === 'win32'
    const found = fileURLToPath(url, { windows })
    return withoutEndSlash(found, windows)
  } catch {
    return undefined
  }
}

/** The `file:` URI of an absolute path. */
export function uriOfPath(absolute: string, platform: NodeJS.Platform = process.platform): string {
  return pathToFileURL(absolute, { windows: platform === 'win32' }).href
}

function withoutEndSlash(absolute: string, windows: boolean): string {
  const { root } = (windows ? path.win32 : path.posix).parse(absolute)
  return absolute === root ? absolute : absolute.replace(windows ? /[\\/]+$/ : /\/+$/, '')
}
