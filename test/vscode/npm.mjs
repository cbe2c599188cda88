// @ts-check
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const LIMIT = { timeout: 300_000, maxBuffer: 16 * 1024 * 1024 }
const PARTIAL = 'partial-'

/**
 * Fills a folder that does not exist yet. It appears whole or not at all, so that an interrupted or a second
 * installation does no harm; what the interrupted left is removed an hour later.
 * @param {string} folder
 * @param {(staging: string) => Promise<void>} fill
 */
export async function fillOnce(folder, fill) {
  const cache = path.dirname(folder)
  await removeAbandoned(cache)
  const staging = await mkdtemp(path.join(cache, PARTIAL))
  try {
    await fill(staging)
    await rename(staging, folder).catch(async (error) => {
      const another = await stat(folder).catch(() => undefined)
      if (!another) throw error
    })
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/**
 * Downloads a package through npm and unpacks some of its files and folders.
 * @param {string} spec name and version
 * @param {string} folder where to; it exists
 * @param {readonly string[]} members paths inside the package; all of it where there are none
 * @param {readonly string[]} options for tar
 */
export async function unpack(spec, folder, members = [], options = []) {
  const download = await mkdtemp(path.join(folder, 'download-'))
  try {
    await run('npm', ['pack', spec, '--loglevel=error', '--pack-destination', download], LIMIT)
    const [archive = ''] = await readdir(download)
    const wanted = members.map((member) => `package/${member}`)
    await run('tar', ['xzf', path.join(download, archive), '-C', folder, ...options, ...wanted], LIMIT)
  } finally {
    await rm(download, { recursive: true, force: true })
  }
}

/**
 * Installs the dependencies of a folder's manifest. No scripts: theirs want a compiler and other hosts.
 * @param {string} folder
 */
export async function installDependencies(folder) {
  const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await run('npm', ['install', '--prefix', folder, ...flags], { ...LIMIT, cwd: folder })
}

/** @param {string} cache */
async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(PARTIAL)) continue
    const entry = path.join(cache, name)
    const { mtimeMs } = await stat(entry).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > 3_600_000) await rm(entry, { recursive: true, force: true })
  }
}
