import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { CLI } from './support/cli.js'
import { sarifProblems } from './support/sarif.js'
import { DRIFTED_SHOP, SHOP } from './support/shop.js'
import { inWorkspace, type Workspace } from './support/workspace.js'

interface Step {
  readonly shell: string
  readonly 'working-directory': string
  readonly env: Readonly<Record<string, string>>
  readonly run: string
}

const action = parse(readFileSync('action.yml', 'utf8'))
const steps: readonly Step[] = action.runs.steps

/** Runs the steps of the action as GitHub's runner does. The result is the status, what was printed and the outputs. */
function runAction({ root, at, write }: Workspace, given: Readonly<Record<string, string>>) {
  write({ 'github-output': '', 'github-summary': '' })
  const command = `${process.execPath} ${CLI}`
  const inputOf = (name: string) => ({ command, ...given })[name] ?? String(action.inputs[name].default)
  const filled = (text: string) => text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name) => inputOf(name))
  const env = { PATH: process.env.PATH, GITHUB_OUTPUT: at('github-output'), GITHUB_STEP_SUMMARY: at('github-summary') }
  let status: number | null = 0
  let printed = ''
  for (const { shell, env: variables, run, ...step } of steps) {
    assert.equal(shell, 'bash')
    assert.doesNotMatch(run, /\$\{\{/)
    const own = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, filled(value)]))
    const cwd = at(filled(step['working-directory']))
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run]
    const ran = spawnSync('bash', args, { cwd, env: { ...env, ...own }, encoding: 'utf8' })
    printed += ran.stdout + ran.stderr
    status ||= ran.status
  }
  assert.ok(existsSync(root))
  return { status, printed, outputs: readFileSync(at('github-output'), 'utf8') }
}

describe('the GitHub action', () => {
  it('annotates, fails, and writes the summary and SARIF', () =>
    inWorkspace(DRIFTED_SHOP, async (workspace) => {
      const { status, printed, outputs } = runAction(workspace, { 'sarif-file': 'out/drift.sarif' })
      assert.equal(status, 1)
      assert.match(printed, /^::error file=src\/order\.ts,line=3/m)
      assert.equal(outputs, 'status=1\n')
      assert.match(readFileSync(workspace.at('github-summary'), 'utf8'), /^## Prisma Drift\n\n1 error\./)
      assert.deepEqual(sarifProblems(JSON.parse(readFileSync(workspace.at('out/drift.sarif'), 'utf8'))), [])
    }))

  it('is green where nothing drifted, nothing is loud enough or nothing changed', () =>
    inWorkspace(SHOP, async (workspace) => {
      assert.deepEqual(runAction(workspace, {}).outputs, 'status=0\n')
      workspace.write(DRIFTED_SHOP)
      workspace.commit()
      assert.equal(runAction(workspace, { 'fail-on': 'never' }).status, 0)
      assert.equal(runAction(workspace, { 'changed-since': 'HEAD' }).status, 0)
      assert.equal(runAction(workspace, { args: '--suppress-all --quiet' }).status, 0)
      assert.equal(runAction(workspace, {}).status, 0)
    }))

  it('takes no input for code, and fails where there is nothing to check', () =>
    inWorkspace({ 'sub dir/package.json': '{}' }, async (workspace) => {
      const inputs = {
        'working-directory': 'sub dir',
        'changed-since': '$(touch hacked); touch hacked',
        args: '--base `touch hacked`',
      }
      assert.equal(runAction(workspace, inputs).status, 2)
      assert.ok(!existsSync(workspace.at('sub dir/hacked')))
    }))
})
