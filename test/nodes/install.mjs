// @ts-check
// Installs versions of Node for the tests, once, from the npm registry alone.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cacheFolder } from '../vscode/cache.mjs'
import { fillOnce, unpack } from '../vscode/npm.mjs'

/** The oldest that we promise, and the newest of each later line that gets long-term support. */
export const VERSIONS = /** @type {const} */ (['20.19.0', '22.23.3', '24.21.0', '26.10.0'])

/**
 * The program of a version.
 * @param {string} version
 */
export function nodePath(version) {
  return path.join(nodeFolder(version), 'bin', 'node')
}

/**
 * Installs a version if it is missing. Throws with the reason.
 * @param {string} version
 */
export async function installNode(version) {
  const folder = nodeFolder(version)
  if (existsSync(folder)) return
  const spec = `node-${process.platform}-${process.arch}@${version}`
  await fillOnce(folder, (staging) => unpack(spec, staging, ['bin/node'], ['--strip-components=1']))
}

/** @param {string} version */
function nodeFolder(version) {
  return path.join(cacheFolder(), `node-${version}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await Promise.all(VERSIONS.map(installNode))
  } catch (error) {
    console.error(`The versions of Node for the tests could not be installed into ${cacheFolder()}.`)
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
