// @ts-check
// Installs the versions of Prisma that the tests run, once, from the npm registry alone: each folder here that holds a
// lock file. Prisma's engines are not downloaded, and not needed.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { cacheFolder } from '../vscode/cache.mjs'
import { fillOnce } from '../vscode/npm.mjs'

export const VERSIONS = /** @type {const} */ (['5', '6', '7'])

/** @typedef {typeof VERSIONS[number]} Version */

/**
 * The folder that a version's `node_modules` stand in.
 * @param {Version} version
 */
export function prismaFolder(version) {
  const lock = readFileSync(path.join('test/prisma', version, 'package-lock.json'))
  const digest = createHash('sha256').update(lock).digest('hex').slice(0, 8)
  return path.join(cacheFolder(), `prisma-${version}-${digest}`)
}

/** Installs what is missing, everything at once. Throws with the reason. */
export async function installPrisma() {
  await Promise.all(VERSIONS.map(installOne))
}

/** @param {Version} version */
async function installOne(version) {
  const folder = prismaFolder(version)
  if (existsSync(folder)) return
  await fillOnce(folder, async (staging) => {
    const files = ['package.json', 'package-lock.json']
    await Promise.all(files.map((file) => copyFile(path.join('test/prisma', version, file), path.join(staging, file))))
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    await promisify(execFile)('npm', ['ci', ...flags], { cwd: staging, timeout: 300_000 })
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await installPrisma()
  } catch (error) {
    console.error(`Prisma could not be installed for the tests into ${cacheFolder()}.`)
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
