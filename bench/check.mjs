// What a `check` costs, cold and again with nothing changed, beside reading the same files and loading them with ts-morph:
//   node bench/check.mjs [TREE] [--files 3000] [--rounds 9] [--cli dist/cli.js] [--ts-morph-rounds 2]
// Rounds are interleaved, since the machine's speed changes from minute to minute; ratios are taken within a round.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { generate } from './generate.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string', default: '3000' },
    rounds: { type: 'string', default: '9' },
    cli: { type: 'string', default: new URL('../dist/cli.js', import.meta.url).pathname },
    'ts-morph-rounds': { type: 'string', default: '2' },
  },
})

const READ = `const fs = require('fs')
for (const file of fs.readFileSync(process.argv[1], 'utf8').split('\\n')) fs.readFileSync(file)`

const LOAD = `const { Project } = require('ts-morph'), fs = require('fs')
const project = new Project({ skipFileDependencyResolution: true, skipAddingFilesFromTsConfig: true, skipLoadingLibFiles: true })
project.addSourceFilesAtPaths(fs.readFileSync(process.argv[1], 'utf8').split('\\n'))`

const scratch = mkdtempSync(path.join(tmpdir(), 'prisma-drift-bench-'))
try {
  const tree = path.join(scratch, 'tree')
  if (positionals[0] === undefined) generate(tree, Number(values.files))
  else cpSync(path.resolve(positionals[0]), tree, { recursive: true, filter: isOwn })
  // Where the result of a check is kept.
  mkdirSync(path.join(tree, 'node_modules'))
  // A check reads files again that were written less than two seconds ago, as no tree that one works with was.
  await setTimeout(2100)
  measure(tree)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function measure(tree) {
  const files = sourceFiles(tree)
  const list = path.join(scratch, 'files.txt')
  writeFileSync(list, files.join('\n'))
  const read = () => timeOf('-e', READ, list)
  const check = (...more) =>
    timeOf(values.cli, 'check', '--cwd', tree, '--format', 'json', '--fail-on', 'never', ...more)
  const cold = () => check('--no-cache')
  const load = () => timeOf('-e', LOAD, list)
  for (const warmUp of [read, cold, check]) warmUp()
  const rounds = Array.from({ length: Number(values.rounds) }, () => {
    const [before, checked, again, after] = [read(), cold(), check(), read()]
    return { read: (before + after) / 2, check: checked, again }
  })
  const loads = Array.from({ length: Number(values['ts-morph-rounds']) }, () => ({ check: cold(), load: load() }))
  process.stdout.write(
    `${files.length} TypeScript files in ${positionals[0] ?? 'a generated workspace'}, at most ${memoryOf(tree)} MB resident\n`,
  )
  row(
    'reading them',
    rounds.map((round) => round.read),
    'ms',
  )
  row(
    'prisma-drift check',
    rounds.map((round) => round.check),
    'ms',
  )
  row(
    'check / reading',
    rounds.map((round) => round.check / round.read),
    '',
  )
  row(
    'again / reading',
    rounds.map((round) => round.again / round.read),
    '',
  )
  if (loads.length === 0) return
  row(
    'ts-morph loading',
    loads.map((round) => round.load),
    'ms',
  )
  row(
    'check / ts-morph',
    loads.map((round) => round.check / round.load),
    '',
  )
}

/** No installed packages, and no history: what is measured is the files of the tree. */
function isOwn(file) {
  return !/[\\/](?:node_modules|\.git)$/.test(file)
}

/** The most memory that a check of its own has resident, in MB. */
function memoryOf(tree) {
  const tell = 'process.on("exit", () => process.stderr.write("\\n" + process.resourceUsage().maxRSS))'
  const args = ['check', '--cwd', tree, '--format', 'json', '--fail-on', 'never', '--no-cache']
  const { stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${tell}`, values.cli, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  return Math.round(Number(stderr.split('\n').at(-1)) / 1024)
}

function sourceFiles(tree) {
  const entries = readdirSync(tree, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.[cm]?tsx?$/.test(entry.name))
  return files
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !file.includes('node_modules'))
}

function timeOf(...args) {
  const started = process.hrtime.bigint()
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', cwd: process.cwd() })
  if (status !== 0) throw new Error(`ended with ${status}: node ${args.join(' ').slice(0, 200)}`)
  return Number(process.hrtime.bigint() - started) / 1e6
}

function row(name, numbers, unit) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const show = (value) => `${unit === 'ms' ? value.toFixed(0) : value.toFixed(2)} ${unit}`.trim()
  const median = sorted[Math.floor(sorted.length / 2)]
  process.stdout.write(`${name.padEnd(20)} median ${show(median).padStart(9)}   least ${show(sorted[0]).padStart(9)}\n`)
}
