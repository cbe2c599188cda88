import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { runCli, runShell } from './support/cli.js'
import { DRIFTED_SHOP, ORDER_TYPES, SHOP, USER_TYPES } from './support/shop.js'
import { inWorkspace, loud, type Workspace } from './support/workspace.js'

const SHORT = { ...DRIFTED_SHOP, 'src/user.ts': USER_TYPES.replace('  age: number\n', '  age: string\n') }

describe('fix', () => {
  it('mends all that has a safe fix in the example, once and for all', () =>
    inExample(async (workspace) => {
      const before = await workspace.report()
      const run = await fix(workspace)
      assert.equal(run.status, 1, run.stderr)
      assert.match(run.stdout, /^ {2}14 {2}fixed Change the type of 'orderNumber' to string {2}field-type-mismatch$/m)
      assert.match(run.stdout, /^ {2}6 {2}left 'brand' .*field-extra: needs review: Remove 'brand'$/m)
      assert.match(run.stdout, /^Fixed 17 findings in 11 files\. 9 findings are left\.$/m)
      const after = await workspace.report()
      const known = new Set(before.findings.map(({ fingerprint }) => fingerprint))
      assert.deepEqual(
        after.findings.filter(({ fingerprint }) => !known.has(fingerprint)),
        [],
      )
      assert.equal(loud(after).length, 9)
      const state = diff(workspace)
      assert.match((await fix(workspace, '--force')).stdout, /^Fixed 0 findings in 0 files\. 9 findings are left\.$/m)
      assert.equal(diff(workspace), state)
    }))

  it('says what it would do as a patch', () =>
    inExample(async (workspace) => {
      const dry = await fix(workspace, '--dry-run', '--unsafe')
      assert.equal(diff(workspace), '')
      assert.match(dry.stderr, /^Would fix \d+ findings in \d+ files\./m)
      await fix(workspace, '--unsafe')
      const written = diff(workspace)
      workspace.git('checkout', '--quiet', '.')
      workspace.write({ 'fix.patch': dry.stdout })
      workspace.git('apply', 'fix.patch')
      assert.equal(diff(workspace), written)
      assert.ok(written.length > 1000)
    }))

  it('goes by paths, severity and what is safe', () =>
    inWorkspace(SHORT, async (workspace) => {
      await fix(workspace, 'src/order.ts')
      assert.deepEqual(read(workspace), { order: ORDER_TYPES, user: SHORT['src/user.ts'] })
      await fix(workspace, '--severity', 'error')
      assert.deepEqual(read(workspace), { order: ORDER_TYPES, user: USER_TYPES })
      const pet = ORDER_TYPES.replace('  userId', '  pet: string\n  userId')
      workspace.write({ 'src/order.ts': pet })
      await fix(workspace, '--severity', 'hint')
      await fix(workspace, '--unsafe')
      assert.equal(read(workspace).order, pet)
      await fix(workspace, '--severity', 'hint', '--unsafe')
      assert.equal(read(workspace).order, ORDER_TYPES)
    }))

  it('tells programs', () =>
    inWorkspace(DRIFTED_SHOP, async (workspace) => {
      const dry = JSON.parse((await fix(workspace, '--format', 'json', '--dry-run')).stdout)
      assert.equal(dry.written, false)
      const { stdout } = await fix(workspace, '--format', 'json')
      const report = JSON.parse(stdout)
      assert.deepEqual({ ...report, written: false }, dry)
      assert.deepEqual(report.summary, { files: 1, fixed: 1, left: 0, uses: 0 })
      const [made] = report.fixed
      assert.deepEqual([made.file, made.line, made.rule, made.safe], ['src/order.ts', 3, 'field-type-mismatch', true])
      assert.match(report.files[0].diff, /^--- a\/src\/order.ts\n\+\+\+ b\/src\/order.ts\n@@ /)
    }))

  it('has nothing to do where nothing has drifted', () =>
    inWorkspace(SHOP, async (workspace) => {
      assert.deepEqual(pick(await fix(workspace)), { status: 0, stdout: 'Nothing to fix.\n' })
      assert.deepEqual(pick(await fix(workspace, '--dry-run')), { status: 0, stdout: '' })
    }))

  it('wants files committed before it changes them, and no others', () =>
    inWorkspace(SHORT, async (workspace) => {
      workspace.commit()
      workspace.write({ 'src/user.ts': `${SHORT['src/user.ts']}// mine\n`, 'src/new.ts': 'export {}\n' })
      const refused = await fix(workspace)
      assert.deepEqual(pick(refused), { status: 2, stdout: '' })
      assert.match(refused.stderr, /uncommitted changes; commit or stash them, or use --force:\n {2}src\/user.ts\n$/)
      assert.equal(read(workspace).order, SHORT['src/order.ts'])
      assert.equal((await fix(workspace, '--dry-run')).status, 0)
      assert.equal((await fix(workspace, 'src/order.ts')).status, 0)
      const forced = await fix(workspace, '--force')
      assert.equal(forced.status, 0)
      assert.match(forced.stderr, /warning these files had uncommitted changes:\n {2}src\/user.ts\n/)
      assert.deepEqual(read(workspace), { order: ORDER_TYPES, user: `${USER_TYPES}// mine\n` })
    }))

  it('asks of a folder inside a repository what is uncommitted there', () =>
    inWorkspace({}, async (workspace) => {
      workspace.write(Object.fromEntries(Object.entries(DRIFTED_SHOP).map(([file, text]) => [`app/${file}`, text])))
      workspace.commit()
      workspace.write({ 'app/src/order.ts': `${DRIFTED_SHOP['src/order.ts']}\n`, 'src/order.ts': '' })
      const { status, stderr } = await runCli(['fix', '--cwd', 'app'], { cwd: workspace.root })
      assert.equal(status, 2)
      assert.match(stderr, /--force:\n {2}src\/order.ts\n$/)
    }))

  it('keeps line endings, byte order marks and encodings', () =>
    inWorkspace(SHOP, async (workspace) => {
      const drifted = DRIFTED_SHOP['src/order.ts'].replaceAll('\n', '\r\n')
      const mended = ORDER_TYPES.replaceAll('\n', '\r\n')
      const encodings = [
        (text: string) => Buffer.from(text),
        (text: string) => Buffer.from(`\uFEFF${text}`),
        (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
      ]
      for (const encode of encodings) {
        workspace.write({ 'src/order.ts': encode(drifted) })
        assert.equal((await fix(workspace)).status, 0)
        assert.deepEqual(fs.readFileSync(workspace.at('src/order.ts')), encode(mended))
      }
    }))

  it('writes nothing where one file cannot be written, and says why', () =>
    inWorkspace(SHORT, async (workspace) => {
      fs.chmodSync(workspace.at('src/user.ts'), 0o444)
      await assertRefused(workspace, /src\/user.ts: it is read-only/)
      fs.chmodSync(workspace.at('src/user.ts'), 0o644)
      const broken = Buffer.concat([Buffer.from(SHORT['src/user.ts']), Buffer.from([0x2f, 0x2f, 0xff, 0x0a])])
      workspace.write({ 'src/user.ts': broken })
      await assertRefused(workspace, /src\/user.ts: it is not valid UTF-8/)
    }))

  it('writes nothing to a folder without permission', () =>
    inWorkspace(SHORT, async (workspace) => {
      const { root } = workspace
      fs.cpSync('dist', workspace.at('node_modules/program'), { recursive: true })
      execFileSync('chmod', ['-R', 'a+rwX', root])
      fs.chmodSync(workspace.at('src'), 0o555)
      // The superuser may do anything; somebody else is asked to try.
      const isSuperuser = process.getuid?.() === 0
      const command = `node node_modules/program/cli.js fix`
      const line = isSuperuser ? `setpriv --reuid 65534 --regid 65534 --clear-groups ${command}` : command
      const { status, stderr } = await runShell(line, { cwd: root })
      fs.chmodSync(workspace.at('src'), 0o755)
      assert.equal(status, 2, stderr)
      assert.match(stderr, /nothing was changed:\n {2}src\/order.ts: no permission to write it, or to its folder/)
      assert.deepEqual(read(workspace), { order: SHORT['src/order.ts'], user: SHORT['src/user.ts'] })
      assert.deepEqual(temporary(workspace), [])
    }))

  it('writes nothing where there is no room', () =>
    inWorkspace(SHORT, async (workspace) => {
      // Of the files and the journal only this one is larger than a process may write here.
      workspace.write({ 'src/user.ts': `// ${'x'.repeat(40_000)}\n${SHORT['src/user.ts']}` })
      const { status, stderr } = await runShell('ulimit -f 16; $CLI fix', { cwd: workspace.root })
      assert.equal(status, 2, stderr)
      assert.match(stderr, /nothing was changed:\n {2}src\/user.ts: it would be larger than files may be/)
      assert.equal(read(workspace).order, SHORT['src/order.ts'])
      assert.deepEqual(temporary(workspace), [])
    }))

  it('follows links', () =>
    inWorkspace(DRIFTED_SHOP, async (workspace) => {
      fs.mkdirSync(workspace.at('real'))
      fs.renameSync(workspace.at('src/order.ts'), workspace.at('real/order.ts'))
      fs.symlinkSync('../real/order.ts', workspace.at('src/order.ts'))
      fs.linkSync(workspace.at('real/order.ts'), workspace.at('real/same.txt'))
      assert.equal((await fix(workspace)).status, 0)
      assert.ok(fs.lstatSync(workspace.at('src/order.ts')).isSymbolicLink())
      for (const file of ['src/order.ts', 'real/same.txt']) {
        assert.equal(fs.readFileSync(workspace.at(file), 'utf8'), ORDER_TYPES)
      }
    }))

  it('clears up after a run that was ended, but not for a dry run', () =>
    inWorkspace({ ...DRIFTED_SHOP, 'node_modules/x': '' }, async (workspace) => {
      const target = fs.realpathSync(workspace.at('src/order.ts'))
      const file = { target, index: 0, way: 'rename', before: 'old', after: 'new', newFolders: [] }
      const journal = { id: 'abc', state: 'staging', files: [file], pid: 2 ** 22 + 1, host: 'none', time: 0 }
      workspace.write({
        'node_modules/.cache/prisma-drift/abc.json': JSON.stringify(journal),
        'src/.prisma-drift-abc-0.new': 'half',
      })
      await fix(workspace, '--dry-run')
      assert.equal(temporary(workspace).length, 1)
      const { status, stderr } = await fix(workspace)
      assert.equal(status, 0)
      assert.match(stderr, /warning an earlier run was ended before it had changed a file/)
      assert.deepEqual(temporary(workspace), [])
    }))

  it('is refused what it does not know, and where there is no schema', () =>
    inWorkspace({ 'a.ts': 'export {}\n' }, async (workspace) => {
      assert.match((await fix(workspace)).stderr, /No Prisma schema found/)
      const { status, stderr } = await fix(workspace, '--severity', 'loud')
      assert.equal(status, 2)
      assert.match(stderr, /'loud' is invalid.*error, warning, info, hint/)
    }))
})

function fix({ root }: Workspace, ...args: readonly string[]) {
  return runCli(['fix', ...args], { cwd: root })
}

function inExample(body: (workspace: Workspace) => Promise<void>): Promise<void> {
  return inWorkspace({}, async (workspace) => {
    fs.cpSync('examples/storefront', workspace.root, { recursive: true })
    workspace.commit()
    await body(workspace)
  })
}

function diff({ root }: Workspace): string {
  return execFileSync('git', ['diff'], { cwd: root, encoding: 'utf8' })
}

function read({ at }: Workspace): { readonly order: string; readonly user: string } {
  return { order: fs.readFileSync(at('src/order.ts'), 'utf8'), user: fs.readFileSync(at('src/user.ts'), 'utf8') }
}

function pick({ status, stdout }: Awaited<ReturnType<typeof fix>>) {
  return { status, stdout }
}

async function assertRefused(workspace: Workspace, reason: RegExp): Promise<void> {
  const before = read(workspace)
  const { status, stdout, stderr } = await fix(workspace)
  assert.deepEqual({ status, stdout }, { status: 2, stdout: '' }, stderr)
  assert.match(stderr, /nothing was changed/)
  assert.match(stderr, reason)
  assert.deepEqual(read(workspace), before)
  assert.deepEqual(temporary(workspace), [])
}

function temporary({ root }: Workspace): readonly string[] {
  return fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.prisma-drift-'))
}
