// @ts-check
// Installs the editors of `versions.mjs` once, from the npm registry alone. No compiler is needed.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { installNode, nodePath } from '../nodes/install.mjs'
import { cacheFolder } from './cache.mjs'
import { installChromium } from './chromium.mjs'
import { fillOnce, installDependencies, unpack } from './npm.mjs'
import { EXTENSIONS, HOSTS, MODULES, NODE_PTY, RIPGREP } from './versions.mjs'

/** @typedef {import('./versions.mjs').HostName} HostName */

/** Counts up when what is done below changes, so that older installations are left alone. */
const RECIPE = 1

/**
 * Where a host's server and its runtime stand.
 * @param {HostName} name
 */
export function hostPaths(name) {
  const host = HOSTS[name]
  const recipe = JSON.stringify([host, MODULES, EXTENSIONS, RIPGREP, NODE_PTY, RECIPE])
  const digest = createHash('sha256').update(recipe).digest('hex').slice(0, 8)
  const folder = path.join(cacheFolder(), `vscode-${host.codeServer}-${digest}`)
  const node = isOwnRuntime(host.node) ? process.execPath : nodePath(host.node)
  return { folder, node, server: path.join(folder, 'out', 'server-main.js') }
}

/** Installs what is missing, everything at once. Throws with the reason. */
export async function installAll() {
  const names = /** @type {HostName[]} */ (Object.keys(HOSTS))
  await Promise.all([...names.map(installHost), installChromium()])
}

/** @param {HostName} name */
async function installHost(name) {
  const { node } = HOSTS[name]
  if (!isOwnRuntime(node)) await installNode(node)
  const { folder } = hostPaths(name)
  if (!existsSync(folder)) await fillOnce(folder, (staging) => unpackServer(name, staging))
}

/** @param {HostName} name @param {string} staging */
async function unpackServer(name, staging) {
  const files = ['out', 'resources', 'package.json', 'product.json', 'npm-shrinkwrap.json']
  const shared = ['extensions/package.json', 'extensions/npm-shrinkwrap.json']
  const members = [...files, ...shared, ...EXTENSIONS.map((extension) => `extensions/${extension}`)]
  const inPackage = members.map((member) => `lib/vscode/${member}`)
  await unpack(`code-server@${HOSTS[name].codeServer}`, staging, inPackage, ['--strip-components=3', '--exclude=*.map'])
  await keepModules(path.join(staging, 'package.json'))
  await Promise.all([installDependencies(staging), installDependencies(path.join(staging, 'extensions'))])
  await addRipgrep(path.join(staging, 'node_modules/@vscode'))
  await addTerminals(path.join(staging, 'node_modules'))
  await addLogWriter(path.join(staging, 'node_modules/@vscode/spdlog'))
}

/**
 * Leaves only the modules that we need in a manifest. The shrinkwrap beside it still says which version of each.
 * @param {string} file
 */
async function keepModules(file) {
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  const kept = Object.entries(manifest.dependencies).filter(([module]) => MODULES.includes(module))
  await writeFile(file, JSON.stringify({ ...manifest, dependencies: Object.fromEntries(kept) }, null, 2))
}

/**
 * Adds the program for this machine under both names that builds know it by.
 * @param {string} modules
 */
async function addRipgrep(modules) {
  const program = `bin/${process.platform}-${process.arch}`
  const universal = path.join(modules, 'ripgrep-universal')
  await mkdir(universal)
  await unpack(RIPGREP, universal, ['package.json', 'lib', program], ['--strip-components=1'])
  await cp(path.join(universal, program), path.join(modules, 'ripgrep', 'bin'), { recursive: true })
}

/**
 * Adds the module and its program for this machine, under the name that VS Code loads it by.
 * @param {string} modules
 */
async function addTerminals(modules) {
  const { name, version } = NODE_PTY
  const program = `${name}-${process.platform}-${process.arch}`
  const folders = /** @type {const} */ ([
    [name, path.join(modules, 'node-pty')],
    [program, path.join(modules, program)],
  ])
  for (const [spec, folder] of folders) {
    await mkdir(folder, { recursive: true })
    await unpack(`${spec}@${version}`, folder, [], ['--strip-components=1'])
  }
}

/** @param {string} folder */
async function addLogWriter(folder) {
  await mkdir(folder)
  await copyFile('test/vscode/log-writer.cjs', path.join(folder, 'index.js'))
}

/**
 * A server runs on any runtime of its major version.
 * @param {string} version
 */
function isOwnRuntime(version) {
  return process.versions.node.split('.')[0] === version.split('.')[0]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await installAll()
  } catch (error) {
    console.error(`The editors for the tests could not be installed into ${cacheFolder()}.`)
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
