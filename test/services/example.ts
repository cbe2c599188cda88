import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runCli } from '../support/cli.js'
import { packagesFolder } from './install.mjs'

/** A copy of the mended example, with its packages and the tests that are generated for its services. */
export interface Example {
  /** Its backend. */
  readonly root: string
  /** What `generate` said. */
  readonly output: string
  /** A copy of a folder of `src` beside it, in which one text is replaced by another. */
  mutate(folder: string, name: string, mutation: Mutation): void
  /** Runs the tests of these folders, or all. The database is embedded unless the environment names one. */
  runTests(environment?: NodeJS.ProcessEnv, folders?: readonly string[]): Promise<readonly TestResult[]>
  /** Type-checks the tests; the result is what the compiler says. */
  compile(): Promise<string>
  remove(): void
}

export interface Mutation {
  readonly file: string
  readonly from: string
  readonly to: string
}

export interface TestResult {
  /** The folder of `src` that it stands in. */
  readonly folder: string
  readonly name: string
  readonly status: 'passed' | 'failed'
}

const MODELS = ['User', 'Customer', 'Product', 'StockMovement', 'Order', 'Payment', 'Review']

export async function createExample(): Promise<Example> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prisma-drift-services-'))
  const root = path.join(folder, 'backend')
  cpSync('examples/storefront-clean', folder, { recursive: true })
  symlinkSync(path.join(await packagesFolder(), 'node_modules'), path.join(root, 'node_modules'))
  const { status, stdout, stderr } = await runCli(['generate', 'tests', ...MODELS], { cwd: folder })
  assert.equal(status, 0, stderr)
  return {
    root,
    output: stdout + stderr,
    mutate(source, name, { file, from, to }) {
      const copy = path.join(root, 'src', name)
      cpSync(path.join(root, 'src', source), copy, { recursive: true })
      const text = readFileSync(path.join(copy, file), 'utf8')
      assert.equal(text.split(from).length, 2, `${from} stands once in ${file}`)
      writeFileSync(path.join(copy, file), text.replace(from, to))
    },
    async runTests(environment = {}, folders = []) {
      const report = path.join(root, 'report.json')
      const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
      const args = [
        'run',
        '--reporter=json',
        '--testTimeout=60000',
        '--hookTimeout=120000',
        `--outputFile=${report}`,
        ...folders.map((each) => `src/${each}/`),
      ]
      const { DATABASE_URL: _, ...env } = process.env
      await run(vitest, args, { cwd: root, env: { ...env, ...environment } })
      return resultsOf(readFileSync(report, 'utf8'), root)
    },
    async compile() {
      const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
      const { stdout: said } = await run(tsc, ['--noEmit', '--project', '.'], { cwd: root })
      return said
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Runs a program to its end, whatever its status. */
function run(program: string, args: readonly string[], options: { readonly cwd: string; readonly env?: object }) {
  return new Promise<{ readonly stdout: string }>((resolve) => {
    const all = { timeout: 300_000, maxBuffer: 2 ** 26, ...options, env: { ...(options.env ?? process.env) } }
    execFile(process.execPath, [program, ...args], all, (_, stdout) => resolve({ stdout }))
  })
}

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: 'passed' | 'failed' }[]
  }[]
}

function resultsOf(text: string, root: string): readonly TestResult[] {
  const { testResults } = JSON.parse(text) as Report
  return testResults.flatMap(({ name, message, assertionResults }) => {
    assert.ok(assertionResults.length > 0, `no tests in ${name}: ${message}`)
    const folder = path.relative(path.join(root, 'src'), name).split(path.sep)[0] ?? ''
    return assertionResults.map((each) => ({ folder, name: each.fullName, status: each.status }))
  })
}
