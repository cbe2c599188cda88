import { cpSync } from 'node:fs'
import path from 'node:path'

/** Copies the example to where tests may change it. The folder's path, which has a blank and letters beyond ASCII. */
export function copyExample(parent: string): string {
  const folder = path.join(parent, 'störe front')
  cpSync('examples/storefront', folder, { recursive: true })
  return folder
}
