// @ts-check
// Installs, from the npm registry alone, what the example's services and their generated tests run with.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { chmod, copyFile, cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { fillOnce } from '../vscode/npm.mjs'

const run = promisify(execFile)

const MANIFESTS = ['package.json', 'package-lock.json', '.npmrc']
const SCHEMA = 'examples/storefront-clean/backend/prisma/schema.prisma'

/** Counts up when what is done below changes, so that older installations are left alone. */
const RECIPE = 1

/**
 * The folder with the packages and with the client that is generated from the example's schema.
 * `PRISMA_DRIFT_SERVICES_CACHE` lets several checkouts share one.
 */
export async function packagesFolder() {
  const cache = path.resolve(process.env.PRISMA_DRIFT_SERVICES_CACHE || 'node_modules/.cache/prisma-drift-services')
  mkdirSync(cache, { recursive: true })
  const digest = createHash('sha256').update(String(RECIPE))
  for (const file of [...MANIFESTS.map((name) => `test/services/packages/${name}`), SCHEMA])
    digest.update(await readFile(file))
  return path.join(cache, `storefront-${digest.digest('hex').slice(0, 8)}`)
}

/** Installs what is missing. Throws with the reason. */
export async function installPackages() {
  const folder = await packagesFolder()
  if (existsSync(folder)) return
  await fillOnce(folder, async (staging) => {
    for (const name of MANIFESTS) await copyFile(`test/services/packages/${name}`, path.join(staging, name))
    await run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: staging, timeout: 300_000 })
    await cp(SCHEMA, path.join(staging, 'prisma/schema.prisma'))
    await generateClient(staging)
  })
}

/**
 * Generates the client of a folder's schema. It works without Prisma's engines, which come from elsewhere; its generator
 * only wants to see that there are some.
 * @param {string} folder
 */
export async function generateClient(folder) {
  const engine = path.join(folder, 'no-engine.sh')
  await writeFile(engine, '#!/bin/sh\necho no engine\n')
  await chmod(engine, 0o755)
  const env = {
    ...process.env,
    PRISMA_CLIENT_ENGINE_TYPE: 'client',
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    PRISMA_QUERY_ENGINE_LIBRARY: engine,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    DATABASE_URL: 'postgresql://nowhere',
  }
  const prisma = path.join(folder, 'node_modules/prisma/build/index.js')
  await run(process.execPath, [prisma, 'generate', '--no-hints'], { cwd: folder, env, timeout: 120_000 })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await installPackages()
  } catch (error) {
    console.error('The packages for the generated tests could not be installed.')
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
