import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

const unpack = promisify(brotliDecompress)

/** A file that is shipped, packed, beside the engine's bundle. */
export async function readShipped(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await unpack(await readFile(new URL(`${name}.br`, import.meta.url))))
}
