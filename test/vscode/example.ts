import { cpSync } from 'node:fs'
import path from 'node:path'

/** Copies the example to where tests may change it, into a folder of this name, whose path is returned. */
export function copyExample(parent: string, name: string): string {
  const folder = path.join(parent, name)
  cpSync('examples/storefront', folder, { recursive: true })
  return folder
}
