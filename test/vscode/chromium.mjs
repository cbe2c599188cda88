// @ts-check

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { cacheFolder } from './cache.mjs'
import { fillOnce, unpack } from './npm.mjs'
import { CHROMIUM } from './versions.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const FONTS = '/etc/fonts/fonts.conf'

/**
 * The browser that shows the workbench: the one that `PRISMA_DRIFT_CHROMIUM` names, the machine's, or that of an npm
 * package.
 * @returns {{ executablePath: string, env: Record<string, string> }}
 */
export function chromium() {
  const own = ownChromium()
  if (own) return { executablePath: own, env: {} }
  const folder = packaged()
  const libraries = [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  /** @type {Record<string, string>} */
  const env = { LD_LIBRARY_PATH: libraries }
  if (!existsSync(FONTS)) env.FONTCONFIG_FILE = path.join(folder, 'fonts.conf')
  return { executablePath: path.join(folder, 'chromium'), env }
}

/** Installs the npm package where it is needed and not there yet. */
export async function installChromium() {
  if (ownChromium() || existsSync(packaged())) return
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('there is no Chromium: install one, or name it in PRISMA_DRIFT_CHROMIUM')
  await fillOnce(packaged(), async (staging) => {
    await unpack(`@sparticuz/chromium@${CHROMIUM}`, staging, ['bin'], ['--strip-components=2'])
    await decompress(path.join(staging, 'chromium.br'), path.join(staging, 'chromium'))
    for (const name of ['al2023.tar', 'fonts.tar']) {
      await decompress(path.join(staging, `${name}.br`), path.join(staging, name))
      execFileSync('tar', ['xf', name], { cwd: staging })
      await rm(path.join(staging, name))
    }
    await rm(path.join(staging, 'swiftshader.tar.br'), { force: true })
    await writeFontConfiguration(staging)
  })
}

/** @returns {string | undefined} */
function ownChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [process.env.PRISMA_DRIFT_CHROMIUM, ...candidates].find((file) => file && existsSync(file))
}

function packaged() {
  return path.join(cacheFolder(), `chromium-${CHROMIUM}`)
}

/** @param {string} source @param {string} target */
async function decompress(source, target) {
  await writeFile(target, brotliDecompressSync(readFileSync(source)), { mode: 0o755 })
  await rm(source)
}

/**
 * The package's own configuration names folders of another place. Chromium ends where it finds no font.
 * @param {string} staging
 */
async function writeFontConfiguration(staging) {
  await mkdir(path.join(staging, 'fonts'), { recursive: true })
  const fonts = path.join(packaged(), 'fonts')
  const text = `<?xml version="1.0"?>\n<fontconfig><dir>${fonts}</dir><cachedir>${fonts}-cache</cachedir></fontconfig>\n`
  await writeFile(path.join(staging, 'fonts.conf'), text)
}
