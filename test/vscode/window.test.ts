import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addPrisma, withStandIn } from '../prisma/modules.js'
import { lacksPostgres, startPostgres } from '../support/postgres.js'
import { inWorkbench, type Workbench } from './workbench.js'

const ORDER = 'frontend/src/types/order.ts'
const SCHEMA = 'backend/prisma/schema.prisma'
const LOGS = path.resolve('out/logs/window')
/** `npm run screenshots` sets this to where the README has its pictures. */
const PICTURES = path.resolve(process.env.PRISMA_DRIFT_SCREENSHOTS || LOGS)
const { name, version }: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8'))
/** `npm test` makes it. */
const VSIX = `${name}-${version}.vsix`
/** What would only be in the way of what the pictures show. */
const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
}

const onPostgres = lacksPostgres() === undefined || process.env.PRISMA_DRIFT_TEST_EVERYTHING ? it : undefined

describe('The packaged extension, by keyboard', () => {
  before(() => {
    for (const folder of [LOGS, PICTURES]) mkdirSync(folder, { recursive: true })
  })

  it('shows drift in types and in the schema, explains and fixes it, reports it and lists the models', () =>
    inWorkbench({ vsix: VSIX, logs: LOGS, settings: SETTINGS }, async (workbench) => {
      const warnings = await seeFindings(workbench)
      await fix(workbench)
      await seeBothSides(workbench)
      await seeSchema(workbench)
      await seeReport(workbench)
      await seeModels(workbench)
      await workbench.languageStatus(new RegExp(`Prisma Drift: 6 errors, ${warnings} warnings.*types of 1 schema`))
    }))

  it('names the database before it is changed, and makes a stale client anew', () =>
    inWorkbench({ vsix: VSIX, logs: LOGS, settings: SETTINGS, prepare: installPrisma }, async (workbench) => {
      await seeStaleClient(workbench)
      await seeQuestion(workbench)
    }))

  onPostgres?.('shows the migration that is missing and makes it, and the client, with the real Prisma', async () => {
    const server = await startPostgres()
    try {
      const url = await server.createDatabase()
      const prepare = (folder: string) => preparePrisma(folder, url)
      await inWorkbench({ vsix: VSIX, logs: LOGS, settings: SETTINGS, prepare }, makeMigration)
    } finally {
      server.stop()
    }
  }).timeout(240_000)

  it('finds drift in restricted mode, says what it does not see there, and takes up trust that is granted', () =>
    inWorkbench({ vsix: VSIX, logs: LOGS, settings: SETTINGS, restricts: true }, async (workbench) => {
      const { page, openFile, press } = workbench
      await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor()
      await openFile(ORDER)
      await workbench.squiggle('error')
      await workbench.languageStatus(/types of 1 schema.*Restricted mode: what changed since/s)
      await workbench.runCommand('Workspaces: Manage Workspace Trust')
      await page.locator('.workspace-trust-editor .workspace-trust-buttons-row').first().waitFor()
      await press('Control+Enter')
      await page.getByText('You trust this folder').waitFor()
      await press('Escape')
      await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'detached' })
      await workbench.squiggle('error')
      await workbench.languageStatus(/Prisma Drift: 7 errors.*types of 1 schema(?!\.)/s)
    }))
})

/** The example with Prisma in it, and a client that was made before the last column came. */
function installPrisma(folder: string): void {
  const backend = path.join(folder, 'backend')
  addPrisma(backend, '6')
  const copy = path.join(backend, 'node_modules/.prisma/client/schema.prisma')
  mkdirSync(path.dirname(copy), { recursive: true })
  writeFileSync(copy, readFileSync(path.join(folder, SCHEMA), 'utf8').replace(/^.*orderNumber .*\n/m, ''))
  writeFileSync(path.join(backend, '.env'), 'DATABASE_URL="postgresql://shop:s3cret@db.example.org:5432/shop"\n')
}

/** The example as it is after `migrate deploy` and `generate`, with a terminal in which Prisma finds an engine. */
function preparePrisma(folder: string, url: string): void {
  const backend = path.join(folder, 'backend')
  addPrisma(backend, '6')
  const env = { ...withStandIn(backend), CHECKPOINT_DISABLE: '1' }
  writeFileSync(path.join(backend, '.env'), `DATABASE_URL="${url}"\n`)
  for (const args of [['migrate', 'deploy'], ['generate']]) {
    const words = [path.join(backend, 'node_modules/prisma/build/index.js'), ...args]
    execFileSync(process.execPath, words, { cwd: backend, env: { ...process.env, ...env }, stdio: 'pipe' })
  }
  mkdirSync(path.join(folder, '.vscode'))
  const settings = { 'terminal.integrated.env.linux': env }
  writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings))
}

/** Types a column, and takes what is offered at the two findings that follow from it. Each is the only warning in sight. */
async function makeMigration(workbench: Workbench): Promise<void> {
  const { page, folder, press, openFile } = workbench
  const warning = page.locator('.view-overlays .squiggly-warning')
  const hover = page.locator('.monaco-hover:visible')
  await openFile(SCHEMA)
  await page.locator('.codelens-decoration', { hasText: 'Create migration' }).waitFor()
  const line = lineOf(path.join(folder, SCHEMA), 'model Order {')
  await workbench.goTo(line, 'model Order {'.length + 1)
  assert.equal(await warning.count(), 0)
  await page.keyboard.type('\ngiftNote String?')
  await warning.first().waitFor()
  await workbench.goTo(line, 8)
  await workbench.runCommand('Show or Focus Hover')
  await hover.getByText("The schema has changes that no migration holds: it changes table 'Order'").waitFor()
  await hover.getByText('ADD COLUMN').waitFor()
  await workbench.picture(path.join(PICTURES, 'migration.png'))
  await workbench.close(hover)

  await chooseFix(workbench, 'Create a migration…')
  const box = page.locator('.quick-input-widget')
  await box.locator('input.input').fill('Gift notes')
  await press('Enter')
  const question = page.locator('.monaco-dialog-box')
  await question.getByText("Run 'npx prisma migrate dev --create-only --name gift_notes'?").waitFor()
  await press('Enter')
  await warning.first().waitFor({ state: 'detached' })
  const migrations = path.join(folder, 'backend/prisma/migrations')
  const made = readdirSync(migrations).find((each) => each.endsWith('_gift_notes')) ?? ''
  const sql = readFileSync(path.join(migrations, made, 'migration.sql'), 'utf8')
  assert.match(sql, /ALTER TABLE "Order" ADD COLUMN +"giftNote" TEXT;/)
  await workbench.picture(path.join(PICTURES, 'migration-made.png'))

  await openFile(SCHEMA)
  await workbench.goTo(1, 12)
  await warning.first().waitFor()
  await workbench.runCommand('Show or Focus Hover')
  await hover.getByText("'Order.giftNote' is new").waitFor()
  await workbench.close(hover)
  await chooseFix(workbench, 'Generate the Prisma Client')
  await warning.first().waitFor({ state: 'detached' })
  await workbench.picture(path.join(PICTURES, 'client-made.png'))
}

/** Takes the quick fix of this title, on whichever line of the menu it stands. */
async function chooseFix({ quickFixes, press }: Workbench, title: string): Promise<void> {
  const fixes = await quickFixes()
  await fixes.getByText(title).waitFor()
  const chosen = fixes.locator('.monaco-list-row.focused', { hasText: title })
  for (let count = 0; count < 10 && (await chosen.count()) === 0; count++) await press('ArrowDown')
  await press('Enter')
}

async function seeStaleClient(workbench: Workbench): Promise<void> {
  const { page, openFile } = workbench
  await openFile(SCHEMA)
  await workbench.squiggle('warning')
  await page.locator('.codelens-decoration', { hasText: 'Generate client' }).waitFor()
  const problem = await workbench.nextProblem()
  await problem
    .getByText("The client of generator 'client' is of another state of this schema: 'Order.orderNumber' is new")
    .waitFor()
  await workbench.close(problem)
  const fixes = await workbench.quickFixes()
  await fixes.getByText('Generate the Prisma Client').waitFor()
  await workbench.picture(path.join(PICTURES, 'client.png'))
  await workbench.close(fixes)
}

async function seeQuestion(workbench: Workbench): Promise<void> {
  const { page, press } = workbench
  await workbench.runCommand('Prisma Drift: Create Migration…')
  const box = page.locator('.quick-input-widget')
  await box.locator('input.input').fill('Add order numbers')
  await press('Enter')
  const question = page.locator('.monaco-dialog-box')
  await question.getByText("Run 'npx prisma migrate dev --create-only --name add_order_numbers'?").waitFor()
  await question.getByText("It can change database 'shop' on db.example.org:5432.").waitFor()
  assert.doesNotMatch(await page.locator('body').innerText(), /s3cret/)
  await workbench.picture(path.join(PICTURES, 'question.png'))
  await press('Escape')
  await question.waitFor({ state: 'hidden' })
  assert.equal(await page.locator('.terminal-wrapper').count(), 0)
}

/** Squiggles, and the problem at one of them. Returns how many warnings there are in all. */
async function seeFindings(workbench: Workbench): Promise<number> {
  const { page, openFile } = workbench
  await openFile(ORDER)
  await workbench.squiggle('error')
  await workbench.squiggle('warning')
  assert.equal(await page.locator('.notification-toast').count(), 0)
  const status = await workbench.languageStatus(/Prisma Drift: 7 errors.*types of 1 schema/)
  const problem = await workbench.nextProblem()
  await problem.getByText("'orderNumber' is typed number, but column 'Order.orderNumber' is String").waitFor()
  await problem.getByText('The column is String here').waitFor()
  await problem.getByText("Paired with 'Order': the same name").waitFor()
  // The explorer counts problems later.
  await page.locator('.explorer-folders-view [aria-label$="wishlist.ts • 1 problem in this file"]').waitFor()
  await workbench.picture(path.join(PICTURES, 'finding.png'))
  await workbench.close(problem)
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

/** Both sides of a property, and how sure it is that they belong together. */
async function seeBothSides(workbench: Workbench): Promise<void> {
  const { page, folder } = workbench
  await workbench.goTo(lineOf(path.join(folder, ORDER), 'trackingCode'), 5)
  await workbench.runCommand('Show or Focus Hover')
  const hover = page.locator('.monaco-hover:visible')
  await hover.getByText('trackingCode String?').first().waitFor()
  await workbench.picture(path.join(PICTURES, 'hover.png'))
  await workbench.close(hover)
}

/** The column tells which types have drifted from it, the model how many describe it. */
async function seeSchema(workbench: Workbench): Promise<void> {
  const { page, folder, openFile } = workbench
  await openFile(SCHEMA)
  await workbench.goTo(lineOf(path.join(folder, SCHEMA), 'trackingCode'), 5)
  await workbench.squiggle('info')
  await page.locator('.codelens-decoration', { hasText: '7 types, 1 drift' }).waitFor()
  await workbench.runCommand('Show or Focus Hover')
  const hover = page.locator('.monaco-hover:visible')
  await hover.getByText('1 type has drifted from this column: Order').waitFor()
  await workbench.picture(path.join(PICTURES, 'schema.png'))
  await workbench.close(hover)
}

async function seeReport(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Prisma Drift: Show Report')
  const page = workbench.page.frameLocator('iframe.webview').frameLocator('iframe')
  await page.getByRole('heading', { name: 'Prisma Drift' }).waitFor()
  const finding = page.getByRole('listitem').filter({ hasText: "'trackingCode' excludes null" }).last()
  await finding.waitFor()
  await workbench.picture(path.join(LOGS, 'report.png'))
  await finding.getByRole('link', { name: /^line \d+$/ }).click()
  await workbench.page.locator('.tab.active', { hasText: 'order.ts' }).waitFor()
  await workbench.page
    .locator('.statusbar-item', { hasText: `Ln ${lineOf(path.join(workbench.folder, ORDER), 'trackingCode')},` })
    .waitFor()
  // A web view that comes back takes a while until it hands keys on.
  await workbench.runCommand('View: Close Other Editors in Group')
  await workbench.page.locator('.tab', { hasText: 'Prisma Drift Report' }).waitFor({ state: 'detached' })
  await workbench.openFile(SCHEMA)
}

/** The model that the cursor is at, its types, and the way to a finding of one of them. */
async function seeModels(workbench: Workbench): Promise<void> {
  const { page, press } = workbench
  await workbench.runCommand('Prisma Drift: Show in Models View')
  const row = (text: string | RegExp) => page.locator('.pane-body .monaco-list-row', { hasText: text })
  await row(/^Order7 types/)
    .and(page.locator('.focused'))
    .waitFor()
  await row('mirror · order.ts').waitFor()
  for (let count = 0; count < 5; count++) await press('ArrowDown')
  await row('mirror · order.ts').and(page.locator('.focused')).waitFor()
  await press('ArrowRight')
  await row("'trackingCode' excludes null").waitFor()
  for (const key of ['ArrowDown', 'Enter']) await press(key)
  await page.locator('.tab.active', { hasText: 'order.ts' }).waitFor()
  await page.locator('.statusbar-item', { hasText: 'Ln 23' }).waitFor()
  await page.locator('.codelens-decoration', { hasText: 'mirrors Order' }).first().waitFor()
  await workbench.picture(path.join(PICTURES, 'models.png'))
}

/** The number of the first line with a text, from 1. */
function lineOf(file: string, text: string): number {
  return (
    1 +
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text))
  )
}
