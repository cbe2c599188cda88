import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { withoutEditorVariables } from './environment.js'

describe('withoutEditorVariables', () => {
  it('takes away what is the editor’s own, in any case, and nothing else', () =>
    assert.deepEqual(
      withoutEditorVariables({
        PATH: '/bin',
        VSCODE_IPC_HOOK: 'x',
        vscode_pid: '1',
        Node_Options: '--inspect',
        NODE_EXTRA_CA_CERTS: 'y',
        ELECTRON_RUN_AS_NODE: '1',
      }),
      { VSCODE_IPC_HOOK: undefined, vscode_pid: undefined, Node_Options: undefined },
    ))

  it('leaves the variables out of a child process', () => {
    const env = { ...process.env, VSCODE_PID: '1', NODE_OPTIONS: '--no-such-option' }
    const script = 'process.stdout.write(String([process.env.VSCODE_PID, process.env.NODE_OPTIONS]))'
    const { stdout } = spawnSync(process.execPath, ['-e', script], {
      env: { ...env, ...withoutEditorVariables(env) },
      encoding: 'utf8',
    })
    assert.equal(stdout, ',')
  })
})
