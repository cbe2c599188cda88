#!/usr/bin/env node
// Poses as the `code` program: takes the arguments that @vscode/test-electron gives, runs the tests in VS Code's
// server with the workbench in Chromium, and ends with their exit code. `PRISMA_DRIFT_HOST` says which VS Code.
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { format, parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { openWindow, workbenchUrl } from './browser.js'
import type { HostName } from './install.mjs'
import { startServer } from './server.js'

const LIMIT = 300_000

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
})

process.exitCode = await runTests()

async function runTests(): Promise<number> {
  const logs = process.env.PRISMA_DRIFT_LOGS ?? '.'
  const flags = ['user-data-dir', 'extensions-dir'].map((name) => `--${name}=${values[name as keyof typeof values]}`)
  const log = path.join(logs, 'server.log')
  const host = process.env.PRISMA_DRIFT_HOST as HostName
  const server = await startServer(host, { profile: { flags, env: process.env }, log, forTests: true })
  const { browser, page } = await openWindow()
  try {
    const result = resultOf(page, path.join(logs, 'window.log'))
    await page.goto(workbenchUrl(server.origin, path.resolve(positionals[0] ?? '.'), payload(server.origin)))
    const code = await result
    if (code !== 0) await page.screenshot({ path: path.join(logs, 'failure.png') })
    return code
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** The workbench runs tests that its address names; paths are the server's, which is the page's own host. */
function payload(origin: string): readonly (readonly string[])[] {
  const remote = origin.replace('http:', 'vscode-remote:')
  const developed = [values.extensionDevelopmentPath ?? []].flat().map(String)
  return [
    ...developed.map((folder) => ['extensionDevelopmentPath', remote + path.resolve(folder)]),
    ['extensionTestsPath', remote + path.resolve(String(values.extensionTestsPath))],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ]
}

/** The workbench calls these two functions where its page has them: for what tests print, and for their result. */
function resultOf(page: Page, log: string): Promise<number> {
  const output = createWriteStream(log)
  return new Promise((resolve, reject) => {
    const exposed = [
      page.exposeFunction('codeAutomationLog', (kind: string, args: unknown[]) => {
        output.write(`[${kind}] ${format(...args)}\n`)
      }),
      page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)),
    ]
    Promise.all(exposed).catch(reject)
    page.once('crash', () => reject(new Error(`the page crashed; see ${log}`)))
    setTimeout(() => reject(new Error(`no result within ${LIMIT / 1000} s; see ${log}`)), LIMIT).unref()
  })
}
