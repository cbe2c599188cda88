import assert from 'node:assert/strict'
import { cpSync, readFileSync } from 'node:fs'
import { editingWorkspace } from '../../bench/editing-workspace.js'
import {
  eventually,
  type LanguageClient,
  linesOfReport,
  linesOfServer,
  startClient,
} from '../support/language-client.js'
import { type Latency, told, typeUntil } from '../support/latency.js'
import { type Files, inWorkspace, type Workspace } from '../support/workspace.js'

/** An answer to a keystroke that comes later is felt as a hang. */
const LONGEST_MS = 2000

const MEGABYTES_20 = 20 * 1024 * 1024

/** Runs `body` when a server has read a repository with these files, as `prepare` leaves it. */
async function inServer(
  files: Files,
  body: (client: LanguageClient, workspace: Workspace) => Promise<void>,
  prepare: (workspace: Workspace) => void = () => {},
): Promise<void> {
  await inWorkspace(files, async (workspace) => {
    workspace.commit()
    prepare(workspace)
    const client = await startClient(workspace.root)
    try {
      await client.pullAll()
      await body(client, workspace)
    } finally {
      await client.stop()
    }
  })
}

/** The findings of the server, without those in a document whose text is not what is on disk. */
async function comeRight(client: LanguageClient, workspace: Workspace, typed: string): Promise<void> {
  const elsewhere = (lines: readonly string[]) => lines.filter((line) => !line.startsWith(`${typed}:`))
  const expected = elsewhere(linesOfReport(await workspace.report()))
  assert.ok(expected.length > 0)
  await eventually(async () => assert.deepEqual(elsewhere(await linesOfServer(client)), expected), 60_000)
}

function assertQuick(what: string, quiet: Latency, busy: Latency): void {
  process.stdout.write(`      ${what}: ${told(busy)}; before: ${told(quiet)}\n`)
  assert.ok(busy.longest < LONGEST_MS, `${what}: ${told(busy)}`)
}

describe('typing is answered', () => {
  const { files, typeFiles } = editingWorkspace({ models: 100, files: 1500, length: 3000 })
  const [typed = '', other = ''] = typeFiles
  const drifted: Files = Object.fromEntries(
    [...files].map(([file, text]) => [file, text.replace('slug: string | null', 'slug: string')]),
  )

  it('beside a type file and a schema of 20 MB that are open', () =>
    inServer(
      {
        ...drifted,
        'client/src/types/huge.ts': `export interface Order { id: number }\n${'// x\n'.repeat(MEGABYTES_20 / 5)}`,
        'huge/package.json': '{ "name": "huge" }',
        'huge/prisma/schema.prisma': `model Huge {\n  id Int @id\n}\n${'// x\n'.repeat(MEGABYTES_20 / 5)}`,
      },
      async (client, workspace) => {
        client.open(typed)
        const quiet = await typeUntil(client, typed, Promise.resolve())
        for (const huge of ['client/src/types/huge.ts', 'huge/prisma/schema.prisma']) {
          client.open(huge)
          const start = { line: 0, character: 0 }
          for (let count = 0; count < 5; count++) client.change(huge, [{ range: { start, end: start }, text: 'x' }])
          assertQuick(huge, quiet, await typeUntil(client, typed, client.pull(huge)))
        }
        await comeRight(client, workspace, typed)
      },
    )).timeout(180_000)

  it('beside a folder of 50,000 files, while more come', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => [
      `client/src/icons/icon${index}.ts`,
      `export const icon${index} = '${index}'\n`,
    ])
    return inServer({ ...drifted, ...Object.fromEntries(many) }, async (client, workspace) => {
      client.open(typed)
      const quiet = await typeUntil(client, typed, Promise.resolve())
      workspace.write({ 'client/src/icons/more.ts': drifted[other] ?? '' })
      client.tellCreated('client/src/icons/more.ts')
      const seen = eventually(
        async () => assert.equal((await itemsOf(client, 'client/src/icons/more.ts')).length, 1),
        60_000,
      )
      assertQuick('50,000 files', quiet, await typeUntil(client, typed, seen))
      await comeRight(client, workspace, typed)
    })
  }).timeout(180_000)

  it('while a checkout changes 1,000 files', () => {
    const sources = [...files].filter(([file]) => file !== typed && file.endsWith('.ts')).slice(0, 1000)
    assert.equal(sources.length, 1000)
    const onBranch = sources.map(([file, text]) => [file, `${text}\nexport const branch = 1\n`])
    return inServer(
      drifted,
      async (client, workspace) => {
        client.open(typed)
        assert.equal((await itemsOf(client, other)).length, 1)
        const quiet = await typeUntil(client, typed, Promise.resolve())
        workspace.git('checkout', '--quiet', 'branch')
        client.tellChanged('.git/HEAD', '.git/logs/HEAD', ...sources.map(([file]) => file))
        const seen = eventually(async () => assert.equal((await itemsOf(client, other)).length, 0), 60_000)
        assertQuick('a checkout of 1,000 files', quiet, await typeUntil(client, typed, seen, 50))
        await comeRight(client, workspace, typed)
      },
      (workspace) => {
        workspace.git('checkout', '--quiet', '-b', 'branch')
        workspace.write(Object.fromEntries(onBranch))
        workspace.git('commit', '--quiet', '--all', '--message', 'Branch')
        workspace.git('checkout', '--quiet', '-')
      },
    )
  }).timeout(180_000)
})

describe('a server that is killed in the middle of typing', () => {
  it('says the same when it is back, of all that was typed', () =>
    inWorkspace({}, async (workspace) => {
      cpSync('examples/storefront', workspace.root, { recursive: true })
      const file = 'frontend/src/types/order.ts'
      const text = readFileSync(workspace.at(file), 'utf8')
      const typed = text.replace('orderNumber: number', 'orderNumber: string')
      const client = await startClient(workspace.root)
      client.open(file)
      await client.pullAll()
      const gone = new Promise((resolve) => client.process.once('exit', resolve))
      for (let length = 0; length < 100; length++) {
        client.edit(file, typed.slice(0, typed.length - 100 + length))
        client.pull(file).catch(() => {})
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
      client.process.kill('SIGKILL')
      await gone
      client.connection.dispose()
      const next = await startClient(workspace.root)
      next.open(file, typed)
      workspace.write({ [file]: typed })
      assert.deepEqual(await linesOfServer(next), linesOfReport(await workspace.report()))
      await next.stop()
    })).timeout(60_000)
})

async function itemsOf(client: LanguageClient, file: string) {
  const report = await client.pull(file)
  return report.kind === 'full' ? report.items : []
}
