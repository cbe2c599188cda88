import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { clientDeclarations } from '../server/src/testing/client-declarations.js'
import { compilerErrors } from '../server/src/testing/compiled.js'
import { runCli } from './support/cli.js'
import { inWorkspace, loud, type Workspace } from './support/workspace.js'

const SCHEMA = 'backend/prisma/schema.prisma'

/** Renamed columns, with the names that the example has. */
const RENAMED = {
  firstName: 'givenName',
  unitPrice: 'pricePerUnit',
  trackingCode: 'parcelCode',
  placedAt: 'orderedAt',
  productName: 'itemName',
}

describe('fix --unsafe after a change of the schema', () => {
  it('renames what has drifted wherever it is used, and what compiled still does', () =>
    inExample(async (workspace) => {
      const before = errorsIn(workspace)
      renameColumns(workspace)
      assert.ok(loud(await workspace.report()).length > 5)
      const { stdout, stderr } = await runCli(['fix', '--unsafe', '--format', 'json'], { cwd: workspace.root })
      const { summary, leftUses, left } = JSON.parse(stdout)
      assert.deepEqual({ left, leftUses }, { left: [], leftUses: [] }, stderr)
      assert.ok(summary.uses >= 9, `${summary.uses}`)
      assert.deepEqual(loud(await workspace.report()), [])
      assert.deepEqual(errorsIn(workspace), before)
      for (const line of changedLines(workspace)) assert.match(line, NAMES)
    }))

  it('shows all of it as a patch first', () =>
    inExample(async (workspace) => {
      renameColumns(workspace)
      const { stdout } = await runCli(['fix', '--unsafe', '--dry-run'], { cwd: workspace.root })
      assert.equal(diffOf(workspace), '')
      await runCli(['fix', '--unsafe'], { cwd: workspace.root })
      const written = diffOf(workspace)
      workspace.git('checkout', '--quiet', 'backend/src', 'frontend')
      workspace.write({ 'fix.patch': stdout })
      workspace.git('apply', 'fix.patch')
      assert.equal(diffOf(workspace), written)
      assert.match(written, /backend\/src\/orders\/orders\.service\.ts/)
    }))
})

const NAMES = new RegExp(`\\b(?:${[...Object.keys(RENAMED), ...Object.values(RENAMED)].join('|')})\\b`)

function inExample(body: (workspace: Workspace) => Promise<void>): Promise<void> {
  return inWorkspace({}, async (workspace) => {
    fs.cpSync('examples/storefront-clean', workspace.root, { recursive: true })
    workspace.commit()
    await body(workspace)
  })
}

function renameColumns({ at, write }: Workspace): void {
  const renamed = Object.entries(RENAMED).reduce(
    (text, [from, to]) => text.replace(new RegExp(`\\b${from}\\b`, 'g'), to),
    fs.readFileSync(at(SCHEMA), 'utf8'),
  )
  write({ [SCHEMA]: renamed })
}

/** What the compiler says with a client that was generated from the schema as it is, apart from names and places. */
function errorsIn({ root, at }: Workspace): readonly string[] {
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const client = clientDeclarations(fs.readFileSync(at(SCHEMA), 'utf8'))
  const texts = new Map([
    ...files.map((file) => [file, fs.readFileSync(at(file), 'utf8').replaceAll("'@/", "'/frontend/src/")] as const),
    ['client.d.ts', client],
  ])
  const all = compilerErrors(texts)
  assert.ok(all.length < 200, `${all.length}`)
  const renamed = new Map(Object.entries(RENAMED))
  return all.map((error) => error.replace(/\w+/g, (word) => renamed.get(word) ?? word))
}

function diffOf({ root }: Workspace): string {
  return execFileSync('git', ['diff', '--unified=0', '--', 'backend/src', 'frontend'], { cwd: root, encoding: 'utf8' })
}

function changedLines(workspace: Workspace): readonly string[] {
  return diffOf(workspace)
    .split('\n')
    .filter((line) => /^[-+](?![-+]{2} )/.test(line))
}
