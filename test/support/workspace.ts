import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Run, runCli } from './cli.js'
import { parseReport, type Report } from './report.js'

export type Files = Readonly<Record<string, string | Buffer>>

/** A real folder, gone when the test is over. */
export interface Workspace {
  readonly root: string
  /** Writes files, and the folders they stand in. */
  write(files: Files): void
  /** The absolute path of a file. */
  at(file: string): string
  /** Runs git here, apart from any configuration of the machine. */
  git(...args: readonly string[]): void
  /** Makes a repository of it, with everything in one commit. */
  commit(): void
  /** Runs `check` here. */
  check(...args: readonly string[]): Promise<Run>
  /** Runs `check --format json` here; the report has been tested against the contract. */
  report(...args: readonly string[]): Promise<Report>
}

/** Makes a workspace with these files, and removes it when `body` is done. */
export async function inWorkspace(files: Files, body: (workspace: Workspace) => Promise<void>): Promise<void> {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'drift e2e ')))
  try {
    const workspace = workspaceIn(root)
    workspace.write(files)
    await body(workspace)
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}

/** `rule file:line type.field` of each loud finding, for short expectations. Lines count from 1. */
export function loud({ findings }: Report): readonly string[] {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map(brief)
}

/** The same of all findings. */
export function brief({ rule, file, range, type, field, column }: Report['findings'][number]): string {
  return `${rule} ${file}:${range.start.line + 1} ${type}.${field ?? column}`
}

function workspaceIn(root: string): Workspace {
  const git = (...args: readonly string[]) => void execFileSync('git', args, { cwd: root, env: GIT_ENVIRONMENT })
  const check = (...args: readonly string[]) => runCli(['check', ...args], { cwd: root })
  return {
    root,
    check,
    git,
    at: (file) => path.join(root, file),
    write: (files) => writeFiles(root, files),
    commit() {
      git('init', '--quiet')
      git('add', '--all')
      git('commit', '--quiet', '--message', 'State')
    },
    async report(...args) {
      const run = await check('--format', 'json', ...args)
      assert.ok(run.status === 0 || run.status === 1, `status ${run.status}\n${run.stderr}`)
      return parseReport(run.stdout)
    },
  }
}

function writeFiles(root: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    fs.writeFileSync(path.join(root, name), content)
  }
}

const PERSON = { NAME: 'Test', EMAIL: 'test@example.org' }
const GIT_ENVIRONMENT = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: PERSON.NAME,
  GIT_AUTHOR_EMAIL: PERSON.EMAIL,
  GIT_COMMITTER_NAME: PERSON.NAME,
  GIT_COMMITTER_EMAIL: PERSON.EMAIL,
}
