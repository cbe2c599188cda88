// @ts-check
import { mkdirSync } from 'node:fs'
import path from 'node:path'

/** Where the editors are installed. `PRISMA_DRIFT_VSCODE_CACHE` lets several checkouts share one folder. */
export function cacheFolder() {
  const folder = path.resolve(process.env.PRISMA_DRIFT_VSCODE_CACHE || 'node_modules/.cache/prisma-drift-vscode')
  mkdirSync(folder, { recursive: true })
  return folder
}
