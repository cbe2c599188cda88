import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runTests } from '@vscode/test-electron'
import { makeWorkspace } from './example.js'
import { makeProfile } from './profile.js'
import { installExtension } from './server.js'
import { HOSTS, type HostName } from './versions.mjs'

export interface Counts {
  readonly passed: number
  readonly failed: number
}

/** The part of mocha's JSON report that is read here. */
interface Report {
  readonly stats: { readonly passes: number; readonly failures: number; readonly pending: number }
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly stack?: string } }[]
}

/** Where tests run: VS Code's server from the npm registry, or the desktop program, which is downloaded. */
export const BACKEND = process.env.PRISMA_DRIFT_DESKTOP || process.platform !== 'linux' ? 'desktop' : 'server'

/** It contributes the language `prisma`, too. Extensions under development are loaded beside those that are installed. */
const OTHER_EXTENSION = path.resolve('test/vscode/other-extension')

/**
 * Runs the suite in the extension host of one VS Code, on a copy of the example and another folder, and prints what
 * failed. `vsix` is the packaged extension; the desktop program takes the folder that it was made from.
 */
export async function runSuite(host: HostName, vsix: string): Promise<Counts> {
  const logs = path.resolve('out/logs', host)
  rmSync(logs, { recursive: true, force: true })
  mkdirSync(logs, { recursive: true })
  const results = path.join(logs, 'results.json')
  const profile = makeProfile()
  try {
    const workspace = makeWorkspace(profile.root)
    if (BACKEND === 'server') await installExtension(host, vsix, profile)
    const env = { PRISMA_DRIFT_HOST: host, PRISMA_DRIFT_LOGS: logs, PRISMA_DRIFT_RESULTS: results }
    await runTests({
      ...executable(host),
      extensionDevelopmentPath: BACKEND === 'server' ? OTHER_EXTENSION : [path.resolve('.'), OTHER_EXTENSION],
      extensionTestsPath: path.resolve('out/test/vscode/suite/index.cjs'),
      extensionTestsEnv: { ...env, TMPDIR: profile.env.TMPDIR },
      launchArgs: [workspace, ...profile.flags],
    })
  } catch (error) {
    // Tests that failed are in the results; a host that never got so far is not.
    if (!existsSync(results)) console.error(`${host}: ${error instanceof Error ? error.message : error}; see ${logs}`)
  } finally {
    profile.remove()
  }
  return counts(results)
}

function executable(host: HostName) {
  const version = HOSTS[host].codeServer.slice(2)
  if (BACKEND === 'desktop') return { version: `1.${version}` }
  const code = path.resolve('out/test/vscode/code.js')
  chmodSync(code, 0o755)
  return { vscodeExecutablePath: code }
}

function counts(results: string): Counts {
  if (!existsSync(results)) return { passed: 0, failed: 1 }
  const { stats, failures }: Report = JSON.parse(readFileSync(results, 'utf8'))
  for (const { fullTitle, err } of failures) console.error(`\n${fullTitle}\n${err.stack}`)
  const nothing = stats.passes + stats.failures === 0 ? 1 : 0
  return { passed: stats.passes, failed: stats.failures + stats.pending + nothing }
}
