import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inWorkbench } from './workbench.js'

const CUSTOMER = 'backend/src/customers/entities/customer.entity.ts'
const LOGS = path.resolve('out/logs/window')
const { name, version }: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8'))
const VSIX = `${name}-${version}.vsix`

describe('The packaged extension, by keyboard', () => {
  before(() => {
    mkdirSync(LOGS, { recursive: true })
    execFileSync('npm', ['run', 'package'], { stdio: 'pipe' })
  })

  it('shows a finding, explains it, fixes it, and says how many are left', () =>
    inWorkbench({ vsix: VSIX, logs: LOGS }, async (workbench) => {
      const { page, folder, press, openFile } = workbench
      await openFile(CUSTOMER)
      await workbench.squiggle('warning')
      assert.equal(await page.locator('.notification-toast').count(), 0)
      const before = Number(/(\d+) warning/.exec(await workbench.languageStatus(/types of 1 schema/))?.[1])

      const problem = await workbench.nextProblem()
      await problem.getByText("'phone' excludes null, but column 'Customer.phone' is nullable").waitFor()
      await press('Escape')
      const fixes = await workbench.quickFixes()
      await fixes.getByText("Allow null in 'phone'").waitFor()
      await press('Enter')
      await page.locator('.view-line', { hasText: 'phone: string | null' }).waitFor()
      await page.locator('.squiggly-warning').waitFor({ state: 'detached' })
      await press('Control+S')
      await page.locator('.tab.active:not(.dirty)').waitFor()

      assert.match(readFileSync(path.join(folder, CUSTOMER), 'utf8'), /^ {2}phone: string \| null$/m)
      await workbench.languageStatus(new RegExp(`\\b${before - 1} warnings.*types of 1 schema`))
    }))
})
