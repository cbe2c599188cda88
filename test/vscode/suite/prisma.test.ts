import assert from 'node:assert/strict'
import { commands, languages, type Task, tasks, window, workspace } from 'vscode'
import { action, codeOf, findingsSuch, open, perform, rangeOf, replace, until, uriOf } from './support.js'

const SCHEMA = '@parcels/schema.prisma'

/** Follows a task from its start to the end of its process. */
function endOfTask(): Promise<{ readonly task: Task; readonly status: number | undefined }> {
  return new Promise((resolve) => {
    const listener = tasks.onDidEndTaskProcess(({ execution: { task }, exitCode }) => {
      listener.dispose()
      resolve({ task, status: exitCode })
    })
  })
}

describe('The generated client', () => {
  it('is stale as soon as the schema is typed into, and fresh once the quick fix has run Prisma', async () => {
    const editor = await open(SCHEMA)
    await findingsSuch(SCHEMA, (all) => all.every((each) => !codeOf(each).startsWith('client-')))
    await replace(editor, 'weight Int', 'weight Int\n  height Int?')
    const found = await findingsSuch(SCHEMA, (all) => all.some((each) => codeOf(each) === 'client-stale'))
    const stale = found.find((each) => codeOf(each) === 'client-stale')
    assert.match(stale?.message ?? '', /'Parcel\.height' is new/)

    const ended = endOfTask()
    await perform(await action(SCHEMA, rangeOf(editor, 'client'), 'Generate the Prisma Client'))
    const { task, status } = await ended
    assert.equal(editor.document.isDirty, false)
    assert.deepEqual([task.definition.type, task.definition.command, status], ['prisma', 'generate', 0])
    assert.ok(window.terminals.some(({ name }) => name.includes('generate client')))
    await findingsSuch(SCHEMA, (all) => all.every((each) => codeOf(each) !== 'client-stale'))

    // As it was, for those that come after.
    await replace(editor, '\n  height Int?', '')
    await findingsSuch(SCHEMA, (all) => all.some((each) => codeOf(each) === 'client-stale'))
    const again = endOfTask()
    await commands.executeCommand('prismaDrift.prismaGenerate', { uri: uriOf(SCHEMA).toString() })
    assert.equal((await again).status, 0)
    await findingsSuch(SCHEMA, (all) => all.every((each) => codeOf(each) !== 'client-stale'))
  }).timeout(240_000)

  it('has lenses above the generator and the datasource', async () => {
    await open(SCHEMA)
    const lenses = await commands.executeCommand<{ command?: { title: string } }[]>(
      'vscode.executeCodeLensProvider',
      uriOf(SCHEMA),
      20,
    )
    const titles = lenses.map(({ command }) => command?.title)
    for (const title of ['$(gear) Generate client', '$(add) Create migration…', 'Migration status', 'Studio'])
      assert.ok(titles.includes(title), titles.join(', '))
  })

  it('has tasks for what changes no database', async () => {
    const all = await tasks.fetchTasks({ type: 'prisma' })
    const names = all
      .filter(({ definition }) => definition.schema === 'schema.prisma')
      .map(({ definition }) => definition.command)
    assert.deepEqual(names.toSorted(), ['format', 'generate', 'migrateDiff', 'migrateStatus', 'studio', 'validate'])
  })

  it('turns complaints of Prisma into problems of the schema', async () => {
    const editor = await open(SCHEMA)
    await replace(editor, 'weight Int', 'weight Number')
    await editor.document.save()
    const ended = endOfTask()
    await commands.executeCommand('prismaDrift.prismaValidate', { uri: uriOf(SCHEMA).toString() })
    assert.equal((await ended).status, 1)
    const problems = () => languages.getDiagnostics(uriOf(SCHEMA)).filter(({ source }) => source === 'prisma')
    await until('a problem', languages.onDidChangeDiagnostics, () => problems().length > 0 || undefined)
    assert.match(problems()[0]?.message ?? '', /Type "Number" is neither/)
    assert.equal(problems()[0]?.range.start.line, 10)
    await replace(editor, 'weight Number', 'weight Int')
    assert.ok(await workspace.saveAll())
  }).timeout(120_000)
})
