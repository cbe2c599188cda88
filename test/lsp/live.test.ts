import assert from 'node:assert/strict'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { DidChangeConfigurationNotification } from 'vscode-languageserver-protocol'
import { eventually, type LanguageClient, linesOfReport, linesOfServer } from '../support/language-client.js'
import { parseReport } from '../support/report.js'
import { inStorefront } from '../support/storefront.js'
import type { Workspace } from '../support/workspace.js'

const ORDER = 'frontend/src/types/order.ts'
const SCHEMA = 'backend/prisma/schema.prisma'

/** The server comes to say what `check` says of what is on disk now. */
async function comesRight(client: LanguageClient, workspace: Workspace): Promise<readonly string[]> {
  const expected = linesOfReport(await workspace.report())
  await eventually(async () => assert.deepEqual(await linesOfServer(client), expected))
  return expected
}

describe('a workspace that changes on disk', () => {
  it('is followed when files change, come, move and go', () =>
    inStorefront(async ({ client, workspace, read }) => {
      const before = await comesRight(client, workspace)
      workspace.write({ [ORDER]: read(ORDER).replace('orderNumber: number', 'orderNumber: string') })
      client.tellChanged(ORDER)
      const changed = await comesRight(client, workspace)
      assert.equal(changed.length, before.length - 1)

      workspace.write({ 'frontend/src/types/stock.ts': 'export interface StockMovement {\n  id: number\n}\n' })
      client.tellCreated('frontend/src/types/stock.ts')
      assert.notDeepEqual(await comesRight(client, workspace), changed)

      renameSync(workspace.at('frontend/src/types'), workspace.at('frontend/src/shapes'))
      client.tellDeleted('frontend/src/types')
      client.tellCreated('frontend/src/shapes')
      assert.ok((await comesRight(client, workspace)).some((each) => each.startsWith('frontend/src/shapes/')))

      rmSync(workspace.at('frontend/src/shapes'), { recursive: true })
      client.tellDeleted('frontend/src/shapes')
      assert.ok((await comesRight(client, workspace)).every((each) => !each.startsWith('frontend/src/shapes/')))
    }))

  it('is followed when a closed schema changes, and when it goes', () =>
    inStorefront(async ({ client, workspace, read }) => {
      workspace.write({ [SCHEMA]: read(SCHEMA).replace(/(orderNumber\s+)String/, '$1Int') })
      client.tellChanged(SCHEMA)
      await comesRight(client, workspace)
      rmSync(workspace.at('backend/prisma'), { recursive: true })
      client.tellDeleted('backend/prisma')
      await eventually(async () => assert.deepEqual(await linesOfServer(client), []))
    }))

  it('is followed when git moves HEAD', () =>
    inStorefront(async ({ client, workspace, read }) => {
      workspace.commit()
      client.tellCreated('.git/HEAD')
      await comesRight(client, workspace)
      workspace.write({ [SCHEMA]: read(SCHEMA).replace(/^.*orderNumber.*\n/m, '') })
      client.tellChanged(SCHEMA)
      const uncommitted = await comesRight(client, workspace)
      workspace.git('commit', '--quiet', '--all', '--message', 'Next')
      client.tellChanged('.git/logs/HEAD')
      assert.notDeepEqual(await comesRight(client, workspace), uncommitted)
    }))

  it('is followed when a thousand files change at once', () =>
    inStorefront(async ({ client, workspace }) => {
      await comesRight(client, workspace)
      const names = Array.from({ length: 1000 }, (_, index) => `frontend/src/types/many/order-${index}.ts`)
      const text = 'export interface Order {\n  id: number\n  orderNumber: number\n}\n'
      workspace.write(Object.fromEntries(names.map((name) => [name, text])))
      client.tellCreated(...names)
      await comesRight(client, workspace)
      workspace.write(Object.fromEntries(names.map((name) => [name, text.replace('number\n}', 'string\n}')])))
      client.tellChanged(...names)
      await comesRight(client, workspace)
    }))

  it('does not tell the client of what changes nothing', () =>
    inStorefront(async ({ client, workspace }) => {
      await comesRight(client, workspace)
      const before = client.refreshes()
      workspace.write({ 'frontend/node_modules/x/order.ts': 'export interface Order { orderNumber: number }\n' })
      client.tellCreated('frontend/node_modules/x/order.ts')
      await comesRight(client, workspace)
      assert.equal(client.refreshes(), before)
    }))
})

describe('settings', () => {
  const FILE = 'prisma-drift.config.jsonc'
  const withRule = (level: string) => ({ rules: { 'field-type-mismatch': level } })

  it('come from the client, and are asked for again when they change', async () => {
    let level = 'hint'
    await inStorefront(
      async ({ client, workspace, linesIn }) => {
        rmSync(workspace.at(FILE))
        client.tellDeleted(FILE)
        await eventually(async () =>
          assert.ok((await linesIn(ORDER)).some((each) => each.includes('hint[field-type-mismatch]'))),
        )
        level = 'off'
        await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null })
        await eventually(async () =>
          assert.ok(!(await linesIn(ORDER)).some((each) => each.includes('[field-type-mismatch]'))),
        )
      },
      { settings: () => withRule(level) },
    )
  })

  it('are overruled by the configuration file', () =>
    inStorefront(
      async ({ client, workspace, linesIn }) => {
        workspace.write({ [FILE]: JSON.stringify(withRule('info')) })
        client.tellChanged(FILE)
        await eventually(async () =>
          assert.ok((await linesIn(ORDER)).some((each) => each.includes('info[field-type-mismatch]'))),
        )
        await comesRight(client, workspace)
      },
      { settings: () => withRule('off') },
    ))
})

describe('what a team keeps beside its code', () => {
  const BASELINE = 'prisma-drift-suppressions.json'
  const CONFIGURATION = 'prisma-drift.config.jsonc'

  it('is followed: the baseline', () =>
    inStorefront(async ({ client, workspace }) => {
      assert.ok((await comesRight(client, workspace)).length > 20)
      await workspace.check('--suppress-all')
      client.tellCreated(BASELINE)
      await eventually(async () => assert.deepEqual(await linesOfServer(client), []))
      rmSync(workspace.at(BASELINE))
      client.tellDeleted(BASELINE)
      assert.ok((await comesRight(client, workspace)).length > 20)
    }))

  it('is followed: levels by file, presets and a configuration in YAML', () =>
    inStorefront(async ({ client, workspace }) => {
      const before = await comesRight(client, workspace)
      const overrides = [{ files: ['frontend'], rules: { 'field-type-mismatch': 'off' } }]
      workspace.write({ [CONFIGURATION]: JSON.stringify({ extends: 'strict', overrides }) })
      client.tellChanged(CONFIGURATION)
      assert.notDeepEqual(await comesRight(client, workspace), before)
      rmSync(workspace.at(CONFIGURATION))
      client.tellDeleted(CONFIGURATION)
      workspace.write({ 'prisma-drift.config.yaml': 'include: [backend]\n' })
      client.tellCreated('prisma-drift.config.yaml')
      const files = (await comesRight(client, workspace)).map((each) => each.split(':')[0] ?? '')
      assert.ok(files.length > 0 && files.every((file) => file.startsWith('backend/')))
    }))

  for (const trusted of [true, false]) {
    it(`is ${trusted ? 'followed' : 'not run in a workspace that is not trusted'}: a configuration in TypeScript`, () =>
      inStorefront(
        async ({ client, workspace, linesIn }) => {
          await linesOfServer(client)
          rmSync(workspace.at(CONFIGURATION))
          client.tellDeleted(CONFIGURATION)
          const program = `import { writeFileSync } from 'node:fs'\nwriteFileSync('ran', '')\nexport default { exclude: ['frontend'] }\n`
          workspace.write({ 'prisma-drift.config.ts': program })
          client.tellCreated('prisma-drift.config.ts')
          const isLeftOut = async () => (await linesIn(ORDER)).length === 0
          if (trusted) await eventually(async () => assert.ok(await isLeftOut()))
          else {
            // What comes later is followed, so the configuration was passed by.
            workspace.write({ 'frontend/src/types/stock.ts': 'export interface StockMovement {\n  id: number\n}\n' })
            client.tellCreated('frontend/src/types/stock.ts')
            await eventually(async () => assert.ok((await linesIn('frontend/src/types/stock.ts')).length > 0))
            assert.ok(!(await isLeftOut()))
          }
          assert.equal(existsSync(workspace.at('ran')), trusted)
        },
        { params: { initializationOptions: { trusted, settings: {} } } },
      ))
  }
})

describe('documents that are not on disk as they are in the editor', () => {
  it('count as they are in the editor, half-typed ones too', () =>
    inStorefront(async ({ client, workspace, read }) => {
      client.open(ORDER)
      client.open(SCHEMA)
      await linesOfServer(client)
      for (const file of [ORDER, SCHEMA]) {
        const text = read(file)
        for (let length = 100; length < text.length; length += 997) {
          client.edit(file, text.slice(0, length))
          const told = await linesOfServer(client)
          workspace.write({ [file]: text.slice(0, length) })
          const { stdout } = await workspace.check('--format', 'json')
          assert.deepEqual(told, linesOfReport(parseReport(stdout)), `the first ${length} of ${file}`)
        }
        client.edit(file, text)
        workspace.write({ [file]: text })
      }
      await comesRight(client, workspace)
    }))

  it('do not count when they are too large to be read', () =>
    inStorefront(async ({ client, linesIn, read }) => {
      client.open(ORDER)
      client.edit(ORDER, `${read(ORDER)}// ${'x'.repeat(6_000_000)}\n`)
      assert.deepEqual(await linesIn(ORDER), [])
      client.edit(ORDER, read(ORDER))
      assert.ok((await linesIn(ORDER)).length > 0)
    }))
})
