// `npm test`: builds, checks format, lint and types, and runs every suite. Ends with one line over all of them.
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import Mocha from 'mocha'
import { globSync } from 'tinyglobby'

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
/** What people install. The suites in editors run on this very file. */
const VSIX = `${name}-${version}.vsix`

const BUILDS = [
  ['package', 'node', ['esbuild.package.mjs']],
  ['tests', 'node', ['esbuild.config.mjs', '--tests']],
]
const CHECKS = [
  ['format and lint', 'node_modules/.bin/biome', ['ci', '--error-on-warnings', '.']],
  ['types', 'node_modules/.bin/tsc', ['-p', '.']],
]

/**
 * Each answers with the numbers of its tests; none at all is a failure. `lacks` says what a machine has not got.
 * Where a basis fails, the rest is not run.
 */
const SUITES = [
  { name: 'Build', run: () => runCommands(BUILDS), isBasis: true },
  { name: 'Checks', run: () => runCommands(CHECKS) },
  {
    name: 'Unit tests and command line',
    run: () => runMocha(['out/**/*.test.js', '!out/test/{neovim,nodes,prisma,services,vscode}/**']),
  },
  { name: 'Versions of Node', run: runNodes, lacks: lacksNodes },
  { name: 'Prisma', run: runPrisma },
  { name: 'Generated code with the real packages', run: () => runServices('outputs') },
  { name: 'Generated tests of services', run: () => runServices('services') },
  { name: 'Generated tests of services, on PostgreSQL', run: () => runServices('postgresql'), lacks: lacksPostgreSQL },
  { name: 'Neovim', run: () => runMocha(['out/test/neovim/*.test.js']), lacks: lacksNeovim },
  { name: "VS Code's extension host", run: runExtensionHosts },
  { name: "VS Code's window", run: () => runMocha(['out/test/vscode/*.test.js']), lacks: lacksServer },
]

// The same properties are tried each time, so that a red run is about the change. `PROPERTY_SEED=7` tries others, and mocha by
// itself others each time.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) })

/** Without this, a suite is left out where the machine lacks something for it. */
const EVERYTHING = Boolean(process.env.PRISMA_DRIFT_TEST_EVERYTHING)

const installation = installEditors()
const nodes = lacksNodes() ? undefined : install('test/nodes/install.mjs')
const prisma = install('test/prisma/install.mjs')
const services = install('test/services/install.mjs')
const total = { passed: 0, failed: 0 }
for (const suite of SUITES) {
  console.log(`\n${suite.name}`)
  const lack = suite.lacks?.()
  if (lack) console.log(`not run: ${lack}`)
  if (lack && !EVERYTHING) continue
  const { passed, failed } = await suite.run().catch(failure)
  total.passed += passed
  total.failed += passed + failed === 0 ? 1 : failed
  if (suite.isBasis && failed > 0) break
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

async function runCommands(commands) {
  const failed = commands.filter(([name, command, args]) => {
    console.log(name)
    return spawnSync(command, args, { stdio: 'inherit' }).status !== 0
  })
  return { passed: commands.length - failed.length, failed: failed.length }
}

async function runMocha(patterns) {
  const mocha = new Mocha({ timeout: 120_000, reporter: 'dot', forbidOnly: true, forbidPending: true })
  for (const file of globSync(patterns).sort()) mocha.addFile(file)
  await mocha.loadFilesAsync()
  const { passes, failures } = await new Promise((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats))
  })
  return { passed: passes, failed: failures }
}

/** In the newest VS Code and in the oldest that we promise, at once. */
async function runExtensionHosts() {
  const { runSuite } = await import('../out/test/vscode/run.js')
  await Promise.all([installation, prisma])
  const [newest, lowest] = await Promise.all(['newest', 'lowest'].map((host) => runSuite(host, VSIX)))
  return { passed: newest.passed + lowest.passed, failed: newest.failed + lowest.failed }
}

async function runNodes() {
  await nodes
  return runMocha(['out/test/nodes/*.test.js'])
}

async function runPrisma() {
  await prisma
  return runMocha(['out/test/prisma/*.test.js'])
}

async function runServices(name) {
  await services
  return runMocha([`out/test/services/${name}.test.js`])
}

function installEditors() {
  return lacksServer() ? Promise.resolve() : install('test/vscode/install.mjs')
}

/** Goes on while other suites run. Where it fails it says why, and so do the suites that wanted what it installs. */
function install(script) {
  return new Promise((resolve) => {
    spawn('node', [script], { stdio: 'inherit' }).once('exit', resolve)
  })
}

function lacksNeovim() {
  return spawnSync('nvim', ['--version']).error && 'there is no nvim on the PATH'
}

function lacksPostgreSQL() {
  return globSync('/usr/lib/postgresql/*/bin/initdb').length === 0 && spawnSync('initdb', ['--version']).error
    ? 'there is no PostgreSQL'
    : undefined
}

function lacksNodes() {
  return process.platform === 'win32' && 'the packages of Node are laid out otherwise on Windows'
}

function lacksServer() {
  return process.platform !== 'linux' && "VS Code's server is installed on Linux only"
}

function failure(error) {
  console.error(error)
  return { passed: 0, failed: 1 }
}
