import assert from 'node:assert/strict'
import fs from 'node:fs'
import { inWorkspace, type Workspace } from '../support/workspace.js'
import { type Finding, visit } from './neovim.js'

const FILE = 'backend/src/customers/entities/customer.entity.ts'
const CODE = 'nullability-mismatch'

describe('Neovim', () => {
  it('shows the findings of check, which follow typing', () =>
    inExample(async ({ root }, expected) => {
      const typed = { over: 'phone: string', text: 'phone: string | null' }
      const { before, after } = await visit({ root, file: FILE, code: CODE, typed })

      assert.deepEqual(before, expected)
      assert.deepEqual(after, without(expected))
    }))

  it('takes a code action that makes a finding go away', () =>
    inExample(async ({ root }, expected) => {
      const { title, after, text } = await visit({ root, file: FILE, code: CODE })

      assert.equal(title, "Allow null in 'phone'")
      assert.deepEqual(after, without(expected))
      assert.match(text, /^ {2}phone: string \| null$/m)
    }))
})

/** Gives a copy of the example, and what `check` finds in the file. */
function inExample(body: (workspace: Workspace, expected: readonly Finding[]) => Promise<void>): Promise<void> {
  return inWorkspace({}, async (workspace) => {
    fs.cpSync('examples/storefront', workspace.root, { recursive: true })
    const { findings } = await workspace.report()
    const own = findings.filter(({ file }) => file === FILE)
    assert.ok(own.some(({ rule }) => rule === CODE))
    await body(
      workspace,
      own.map(({ rule: code, message, range }) => ({
        code,
        source: 'prisma-drift',
        line: range.start.line + 1,
        message,
      })),
    )
  })
}

function without(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }) => code !== CODE)
}
