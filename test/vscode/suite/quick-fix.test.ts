import assert from 'node:assert/strict'
import { workspace } from 'vscode'
import { codeOf, findingsSuch, open, quickFix, revert } from './support.js'

const CUSTOMER = 'backend/src/customers/entities/customer.entity.ts'

describe('A quick fix', () => {
  afterEach(revert)

  it('is offered at its finding, and applying it makes the finding go away', async () => {
    const { document } = await open(CUSTOMER)
    const [found] = await findingsSuch(CUSTOMER, (all) => all.length === 1)
    assert.ok(found)
    assert.equal(codeOf(found), 'nullability-mismatch')

    const fix = await quickFix(CUSTOMER, found, "Allow null in 'phone'")

    assert.ok(fix.edit)
    assert.ok(await workspace.applyEdit(fix.edit))
    assert.match(document.getText(), /^ {2}phone: string \| null$/m)
    await findingsSuch(CUSTOMER, (all) => all.length === 0)
  })
})
