import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inWorkbench, type Workbench } from './workbench.js'

const ORDER = 'frontend/src/types/order.ts'
const LOGS = path.resolve('out/logs/window')
/** `npm run screenshots` sets this to where the README has its pictures. */
const PICTURES = path.resolve(process.env.PRISMA_DRIFT_SCREENSHOTS || LOGS)
const { name, version }: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8'))
/** `npm test` makes it. */
const VSIX = `${name}-${version}.vsix`
const SETTINGS = { 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false }

describe('The packaged extension, by keyboard', () => {
  before(() => {
    for (const folder of [LOGS, PICTURES]) mkdirSync(folder, { recursive: true })
  })

  it('shows drift in types and in the schema, explains and fixes it, reports it and lists the models', () =>
    inWorkbench({ vsix: VSIX, logs: LOGS, settings: SETTINGS }, async (workbench) => {
      const warnings = await seeFindings(workbench)
      await fix(workbench)
      await seeSchema(workbench)
      await seeReport(workbench)
      await seeModels(workbench)
      await workbench.languageStatus(new RegExp(`Prisma Drift: 6 errors, ${warnings} warnings.*types of 1 schema`))
    }))
})

/** Squiggles, and the problem at one of them. Returns how many warnings there are in all. */
async function seeFindings(workbench: Workbench): Promise<number> {
  const { page, press, openFile } = workbench
  await openFile(ORDER)
  await workbench.squiggle('error')
  await workbench.squiggle('warning')
  assert.equal(await page.locator('.notification-toast').count(), 0)
  const status = await workbench.languageStatus(/Prisma Drift: 7 errors.*types of 1 schema/)
  const problem = await workbench.nextProblem()
  await problem.getByText("'orderNumber' is typed number, but column 'Order.orderNumber' is String").waitFor()
  await problem.getByText('The column is String here').waitFor()
  await workbench.picture(path.join(PICTURES, 'finding.png'))
  await press('Escape')
  return Number(/(\d+) warning/.exec(status)?.[1])
}

async function fix(workbench: Workbench): Promise<void> {
  const { page, folder, press } = workbench
  const fixes = await workbench.quickFixes()
  await fixes.getByText("Change the type of 'orderNumber' to string").waitFor()
  await workbench.picture(path.join(PICTURES, 'fix.png'))
  await press('Enter')
  await page.locator('.view-line', { hasText: 'orderNumber: string' }).waitFor()
  await page.locator('.squiggly-error').waitFor({ state: 'detached' })
  await press('Control+S')
  await page.locator('.tab.active:not(.dirty)').waitFor()
  assert.match(readFileSync(path.join(folder, ORDER), 'utf8'), /^ {2}orderNumber: string$/m)
}

/** The column tells which types have drifted from it. */
async function seeSchema(workbench: Workbench): Promise<void> {
  const { page, folder, openFile } = workbench
  const schema = 'backend/prisma/schema.prisma'
  const lines = readFileSync(path.join(folder, schema), 'utf8').split('\n')
  await openFile(schema)
  await workbench.goTo(1 + lines.findIndex((line) => line.includes('trackingCode')), 5)
  await workbench.squiggle('info')
  await workbench.runCommand('Show or Focus Hover')
  await page.getByText('1 type has drifted from this column: Order').waitFor()
  await workbench.picture(path.join(PICTURES, 'schema.png'))
  await workbench.press('Escape')
}

async function seeReport(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Prisma Drift: Show Report')
  const page = workbench.page.frameLocator('iframe.webview').frameLocator('iframe')
  await page.getByRole('heading', { name: 'Prisma Drift' }).waitFor()
  await page.getByText("'trackingCode' excludes null").waitFor()
  await workbench.picture(path.join(PICTURES, 'report.png'))
  await workbench.press('Control+W')
}

/** The model that the cursor is at, its types, and the way to one of them. */
async function seeModels(workbench: Workbench): Promise<void> {
  const { page, press } = workbench
  await workbench.runCommand('Prisma Drift: Show in Models View')
  const tree = page.locator('.pane-body .monaco-list')
  await tree.locator('.monaco-list-row.focused', { hasText: /^Order/ }).waitFor()
  const type = tree.locator('.monaco-list-row', { hasText: 'frontend/src/types/order.ts' })
  await type.first().waitFor()
  await workbench.picture(path.join(PICTURES, 'models.png'))
  await press('ArrowDown')
}
