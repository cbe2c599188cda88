import assert from 'node:assert/strict'
import { commands, Selection, type Task, tasks, Uri, WorkspaceEdit, window, workspace } from 'vscode'
import {
  acceptUntil,
  codeOf,
  extension,
  findings,
  findingsSuch,
  open,
  rangeOf,
  replace,
  revert,
  statusSuch,
  until,
  uriOf,
} from './support.js'

const CUSTOMER = 'backend/src/customers/entities/customer.entity.ts'
const SCHEMA = 'backend/prisma/schema.prisma'
const PARCEL = '@parcels/parcel.ts'

describe('Commands', () => {
  afterEach(revert)

  it('are those that the palette lists', async () => {
    const listed: { readonly command: string }[] = extension().packageJSON.contributes.commands
    const registered = new Set(await commands.getCommands(true))
    assert.ok(listed.length > 8)
    assert.deepEqual(
      listed.filter(({ command }) => !registered.has(command)),
      [],
    )
  })

  it('check the workspace: files are read anew, the problems shown', async () => {
    const created = uriOf('backend/src/customers/entities/created.entity.ts')
    const before = (await statusSuch(({ busy }) => !busy)).text
    const text = 'export class CustomerEntity {\n  id: string\n  userId: string\n  firstName: number\n}\n'
    await workspace.fs.writeFile(created, new TextEncoder().encode(text))

    await commands.executeCommand('prismaDrift.checkWorkspace')

    await findingsSuch('backend/src/customers/entities/created.entity.ts', (all) => all.length > 0)
    await statusSuch(({ text }) => text !== before)
    // Told by the editor: watchers say nothing of a file that comes and goes at once.
    const removal = new WorkspaceEdit()
    removal.deleteFile(created)
    await workspace.applyEdit(removal)
    await findingsSuch('backend/src/customers/entities/created.entity.ts', (all) => all.length === 0)
    await statusSuch(({ text }) => text === before)
  })

  it('show a report of everything', async () => {
    await commands.executeCommand('prismaDrift.showReport')
    await tabShown('Prisma Drift Report')
    const report = await workspace.openTextDocument(Uri.parse('prisma-drift:/Prisma Drift Report.md'))
    assert.match(report.getText(), /customer\.entity\.ts/)
    assert.match(report.getText(), /'phone' excludes null/)
  })

  it('explain a rule', async () => {
    await commands.executeCommand('prismaDrift.explainRule', 'enum-value-missing')
    await tabShown('enum-value-missing')
    const page = await workspace.openTextDocument(Uri.parse('prisma-drift:/enum-value-missing.md'))
    assert.match(page.getText(), /^# enum-value-missing/m)
  })

  it('fix all that is safe, in the file of the active editor', async () => {
    const { document } = await open(CUSTOMER)
    await findingsSuch(CUSTOMER, (all) => all.length === 1)
    await commands.executeCommand('prismaDrift.fixFile')
    assert.match(document.getText(), /^ {2}phone: string \| null$/m)
  })

  it('restart the server, which knows the unsaved texts again', async () => {
    const editor = await open(CUSTOMER)
    await findingsSuch(CUSTOMER, (all) => all.length === 1)
    const errors = Number(/(\d+) error/.exec((await statusSuch(({ busy }) => !busy)).text)?.[1])
    await replace(editor, 'firstName: string', 'firstName: number')
    const isTold = ({ text }: { text: string }) => text.includes(`${errors + 1} errors`)
    await statusSuch(isTold)

    await commands.executeCommand('prismaDrift.restartServer')

    await statusSuch(isTold)
    const found = await findingsSuch(CUSTOMER, (all) => all.length === 2)
    assert.deepEqual(found.map(codeOf), ['field-type-mismatch', 'nullability-mismatch'])
  })
})

describe('Code for a model', () => {
  afterEach(revert)

  it('is generated where the cursor is, as one step that can be taken back', async () => {
    const schema = await open(SCHEMA)
    const at = rangeOf(schema, 'model StockMovement {').start.translate(3, 2)
    schema.selection = new Selection(at, at)
    const file = uriOf('frontend/src/types/stock-movement.ts')
    await acceptUntil(commands.executeCommand('prismaDrift.generate'))
    const document = await workspace.openTextDocument(file)
    assert.match(document.getText(), /^export interface StockMovement \{\n {2}id: string\n/m)
    await findingsSuch(SCHEMA, (all) => !all.map(codeOf).includes('model-without-type'))
    await window.showTextDocument(document)
    await commands.executeCommand('undo')
    await findingsSuch(SCHEMA, (all) => all.map(codeOf).includes('model-without-type'))
  })
})

describe('Sync', () => {
  it('runs in a terminal and leaves nothing to do', async () => {
    const all = await tasks.fetchTasks({ type: 'prisma-drift' })
    const task = all.find((each) => each.name === 'sync' && folderOf(each) === 'parcels')
    assert.ok(task)
    const before = await workspace.fs.readFile(uriOf(PARCEL))
    assert.equal(await statusOf(task), 0)
    await findingsSuch(PARCEL, (found) => found.length === 0)
    await workspace.fs.writeFile(uriOf(PARCEL), before)
    await findingsSuch(PARCEL, (found) => found.length === 1)
  })
})

describe('The task', () => {
  it('checks each folder, and the problems that it finds are not shown a second time', async () => {
    const all = await tasks.fetchTasks({ type: 'prisma-drift' })
    assert.deepEqual(all.map((each) => `${each.name} ${folderOf(each)}`).sort(), [
      'check parcels',
      'check störe front',
      'sync parcels',
      'sync störe front',
    ])
    const offered = all.filter(({ name }) => name === 'check')
    const before = await findingsSuch(PARCEL, (all) => all.length === 1)

    const task = offered.find((each) => folderOf(each) === 'parcels')
    assert.ok(task)
    assert.equal(await statusOf(task), 1)
    // A problem matcher would add to them about now.
    await new Promise((resolve) => setTimeout(resolve, 1500))

    assert.deepEqual(findings(PARCEL).map(codeOf), before.map(codeOf))
  })
})

function folderOf({ scope }: Task): string {
  assert.ok(typeof scope === 'object')
  return scope.name
}

/** Runs a task and returns its exit status. */
async function statusOf(task: Task): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve) => {
    const listener = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return
      listener.dispose()
      resolve(exitCode)
    })
  })
  await tasks.executeTask(task)
  return ended
}

function tabShown(label: string) {
  const { tabGroups } = window
  const isShown = () => tabGroups.activeTabGroup.activeTab?.label.includes(label)
  return until(`the tab ${label}`, tabGroups.onDidChangeTabs, () => isShown() || undefined)
}
