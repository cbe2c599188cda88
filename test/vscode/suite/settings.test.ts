import assert from 'node:assert/strict'
import { ConfigurationTarget, DiagnosticSeverity, workspace } from 'vscode'
import { api, findingsSuch, statusSuch, uriOf } from './support.js'

const PARCEL = '@parcels/parcel.ts'
const FILE = '@parcels/prisma-drift.config.json'

describe('Settings', () => {
  before(() => findingsSuch(PARCEL, (all) => all.length === 1))

  afterEach(async () => {
    await set('rules', undefined)
    await set('exclude', undefined)
    await workspace.fs.delete(uriOf(FILE)).then(undefined, () => undefined)
    await findingsSuch(PARCEL, (all) => all.length === 1 && all[0]?.severity === DiagnosticSeverity.Error)
  })

  it('say how loud a rule is, from one moment to the next', async () => {
    await set('rules', { 'field-type-mismatch': 'hint' })
    await findingsSuch(PARCEL, ([found]) => found?.severity === DiagnosticSeverity.Hint)
    await set('rules', { 'field-type-mismatch': 'off' })
    await findingsSuch(PARCEL, (all) => all.length === 0)
  })

  it('leave files out', async () => {
    await set('exclude', ['parcel.*'])
    await findingsSuch(PARCEL, (all) => all.length === 0)
  })

  it('give way to the configuration file of a folder', async () => {
    await set('rules', { 'field-type-mismatch': 'hint' })
    await findingsSuch(PARCEL, ([found]) => found?.severity === DiagnosticSeverity.Hint)
    await write({ rules: { 'field-type-mismatch': 'warning' } })
    await findingsSuch(PARCEL, ([found]) => found?.severity === DiagnosticSeverity.Warning)
  })

  it('are said to be broken where they are, in the status', async () => {
    await write({ rules: { 'no-such-rule': 'error' } })
    const { detail } = await statusSuch(({ severity }) => severity === 'warning')
    assert.match(detail, /prisma-drift\.config\.json.*no-such-rule/)
    await workspace.fs.delete(uriOf(FILE))
    await statusSuch(({ severity }) => severity === 'information')
    assert.match(api().status.detail, /of 2 schemas$/)
  })
})

function set(key: string, value: unknown) {
  return workspace.getConfiguration('prismaDrift', uriOf('@parcels/')).update(key, value, ConfigurationTarget.Workspace)
}

function write(configuration: object) {
  return workspace.fs.writeFile(uriOf(FILE), new TextEncoder().encode(JSON.stringify(configuration)))
}
