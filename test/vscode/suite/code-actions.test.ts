import assert from 'node:assert/strict'
import { CodeActionKind, commands, type Diagnostic, Selection, window } from 'vscode'
import { acceptUntil, action, actions, codeOf, findingsSuch, open, perform, rangeOf, revert, until } from './support.js'

const CUSTOMER = 'backend/src/customers/entities/customer.entity.ts'
const ORDER = 'frontend/src/types/order.ts'
const BOX = '@parcels/box.ts'
const FIX_ALL = CodeActionKind.SourceFixAll.append('prismaDrift')

describe('Code actions', () => {
  afterEach(revert)

  it('fix a finding; the safe one is preferred', async () => {
    const { document } = await open(ORDER)
    const found = (await findingsSuch(ORDER, (all) => all.length > 2)).find(({ message }) =>
      /orderNumber/.test(message),
    )
    assert.ok(found)

    const fix = await action(ORDER, found.range, "Change the type of 'orderNumber' to string")

    assert.equal(fix.isPreferred, true)
    await perform(fix)
    assert.match(document.getText(), /^ {2}orderNumber: string$/m)
    await findingsSuch(ORDER, (all) => !all.some(({ message }) => /orderNumber/.test(message)))
  })

  it('fix what is safe in a file, all at once', async () => {
    const editor = await open(ORDER)
    await findingsSuch(ORDER, (all) => all.length > 2)
    const whole = rangeOf(editor, editor.document.getText())

    await perform(await action(ORDER, whole, 'Fix all drift that is safe to fix', FIX_ALL))

    assert.match(editor.document.getText(), /^ {2}orderNumber: string$/m)
    assert.match(editor.document.getText(), /^ {2}trackingCode: string \| null$/m)
    await findingsSuch(ORDER, (all) => !all.map(codeOf).includes('field-type-mismatch'))
  })

  it('prefer null where a property could be optional as well', async () => {
    await open(CUSTOMER)
    const found = await theFinding(CUSTOMER)
    assert.equal((await action(CUSTOMER, found.range, "Allow null in 'phone'")).isPreferred, true)
    assert.notEqual((await action(CUSTOMER, found.range, "Make 'phone' optional")).isPreferred, true)
  })

  it('silence a rule on a line', async () => {
    const { document } = await open(CUSTOMER)
    const found = await theFinding(CUSTOMER)

    await perform(await action(CUSTOMER, found.range, 'Ignore nullability-mismatch on this line'))

    assert.match(document.getText(), /^ {2}\/\/ prisma-drift-disable-next-line nullability-mismatch$\n {2}phone/m)
    await findingsSuch(CUSTOMER, (all) => all.length === 0)
  })

  it('explain a rule', async () => {
    await open(CUSTOMER)
    const found = await theFinding(CUSTOMER)

    await perform(await action(CUSTOMER, found.range, 'Explain nullability-mismatch'))

    const isShown = () => window.tabGroups.activeTabGroup.activeTab?.label.includes('nullability-mismatch')
    await until('the page of the rule', window.tabGroups.onDidChangeTabs, () => isShown() || undefined)
  })

  it('link a type to the model that a person chooses', async () => {
    const editor = await open(BOX)
    editor.selection = new Selection(0, 20, 0, 20)

    await acceptUntil(commands.executeCommand('prismaDrift.linkType'))

    assert.match(editor.document.getText(), /^\/\*\* @prisma Parcel \*\/\nexport interface Shoebox/)
    await findingsSuch(BOX, (all) => all.some(({ message }) => message.includes("'size'")))
  })

  it('are none where nothing has drifted', async () => {
    const editor = await open(CUSTOMER)
    await theFinding(CUSTOMER)
    const ours = (await actions(CUSTOMER, rangeOf(editor, 'firstName'), CodeActionKind.QuickFix)).filter(
      ({ diagnostics }) => diagnostics?.some(({ source }) => source === 'prisma-drift'),
    )
    assert.deepEqual(ours, [])
  })
})

async function theFinding(file: string): Promise<Diagnostic> {
  const [found] = await findingsSuch(file, (all) => all.length === 1)
  assert.ok(found)
  return found
}
