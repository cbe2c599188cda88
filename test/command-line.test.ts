import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { CLI, type Run, runCli, runShell } from './support/cli.js'
import { DRIFTED_SHOP, ORDER_TYPES, SCHEMA, SHOP } from './support/shop.js'
import { inWorkspace, loud } from './support/workspace.js'

/** Wrong usage: the status says so, and a person is told what, without a stack. */
function assertComplaint({ status, stdout, stderr }: Run, wanted: RegExp): void {
  assert.match(stderr, wanted)
  assert.doesNotMatch(stderr, /\n\s+at /)
  assert.equal(stdout, '')
  assert.equal(status, 2)
}

describe('the command line', () => {
  it('refuses what it does not know', () =>
    inWorkspace(SHOP, async ({ root }) => {
      const complaints: readonly (readonly [args: readonly string[], wanted: RegExp])[] = [
        [['check', '--nope'], /unknown option '--nope'/],
        [['check', '--format', 'yaml'], /'yaml' is invalid.*pretty, json/],
        [['check', '--fail-on', 'all'], /'all' is invalid.*error, warning, info, hint, never/],
        [['check', '--cwd', 'nowhere'], /'nowhere' is not a folder/],
        [['check', '--cwd', 'package.json'], /'package.json' is not a folder/],
        [['check', 'src/gone.ts'], /'src\/gone\.ts': no such file or folder/],
        [['check', '..'], /'\.\.' lies outside of/],
        [['chek'], /unknown command 'chek'/],
        [['explain'], /missing required argument 'rule'/],
        [['check', '--watch', '--suppress-all'], /'--watch' cannot be used with option '--suppress-all'/],
        [['sync', '--watch', '--dry-run'], /'--watch' cannot be used with option '--dry-run'/],
        [['sync', '--create-migration', '../'], /'\.\.\/' is invalid\. It must have a letter or a digit/],
        [['sync', '--undo', '--dry-run'], /'--undo' cannot be used with option '--dry-run'/],
      ]
      const runs = await Promise.all(complaints.map(([args]) => runCli(args, { cwd: root })))
      for (const [index, run] of runs.entries()) assertComplaint(run, complaints[index]?.[1] ?? /never/)
    }))

  it('says what it can do', async () => {
    const run = (...args: readonly string[]) => runCli(args, { cwd: '/' })
    const [help, checkHelp, version] = await Promise.all([run('--help'), run('check', '--help'), run('--version')])
    assert.deepEqual([help.status, checkHelp.status, version.status], [0, 0, 0])
    assert.match(help.stdout, /check[\s\S]*explain/)
    for (const option of ['--base', '--cwd', '--fail-on', '--format', '--quiet', '--verbose']) {
      assert.ok(checkHelp.stdout.includes(option), option)
    }
    assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/)
  })

  it('refuses a broken configuration, and names the file and the key', () =>
    inWorkspace(SHOP, async ({ check, write }) => {
      write({ 'package.json': '{ "prisma-drift": { "wires": "json" } }' })
      assertComplaint(await check(), /package\.json[\s\S]*"wires"/)
      write({ 'prisma-drift.config.json': '{ "rules": { "field-mising": "off" } }' })
      assertComplaint(await check(), /prisma-drift\.config\.json[\s\S]*rules[\s\S]*"field-mising"/)
      write({ 'prisma-drift.config.jsonc': '{ // A comment.\n  "rules": {\n    "field-missing": "loud",\n}, }' })
      assertComplaint(await check(), /prisma-drift\.config\.jsonc[\s\S]*rules\.field-missing[\s\S]*error, warning/)
      write({ 'prisma-drift.config.jsonc': '{\n  "rules": {\n' })
      assertComplaint(await check(), /prisma-drift\.config\.jsonc[\s\S]*line 3/)
    }))

  it('says where it looked where there is no schema', () =>
    inWorkspace({ 'package.json': '{}', 'src/user.ts': 'export {}' }, async ({ check }) => {
      const run = await check()
      assertComplaint(run, /No Prisma schema found/)
      for (const place of ['schema.prisma', 'prisma/schema.prisma']) {
        assert.ok(
          run.stderr.split('\n').some((line) => line.trim() === place),
          place,
        )
      }
    }))

  it('refuses a schema of which nothing is readable', () =>
    inWorkspace(SHOP, async ({ check, write }) => {
      write({ 'prisma/schema.prisma': 'this is no schema {{{ at all\n' })
      assert.equal((await check()).status, 2)
      write({ 'prisma/schema.prisma': Buffer.from([0, 1, 2, 3]) })
      assertComplaint(await check(), /prisma\/schema\.prisma/)
    }))

  it('checks against the schemas that are whole where another is broken', () =>
    inWorkspace(
      {
        'a/package.json': '{ "name": "a" }',
        'a/prisma/schema.prisma': SCHEMA,
        'a/order.ts': ORDER_TYPES,
        'b/package.json': '{ "name": "b" }',
        'b/prisma/schema.prisma': 'datasource db {\n  provider = "sqlite"\n}\nmodel {{{\n',
      },
      async ({ check, report, write }) => {
        const clean = await report()
        assert.deepEqual(
          clean.schemas.map(({ errors }) => errors.length > 0),
          [false, true],
        )
        assert.equal((await check()).status, 1)
        write({ 'a/order.ts': ORDER_TYPES.replace('total: number', 'total: string') })
        assert.deepEqual(loud(await report()), ['field-type-mismatch a/order.ts:3 Order.total'])
      },
    ))

  it('keeps what it is doing apart from the report', () =>
    inWorkspace({ ...DRIFTED_SHOP, 'src/blob.ts': Buffer.from([0, 1, 2]) }, async ({ check }) => {
      const { stdout, stderr } = await check()
      assert.match(stderr, /^skipped src\/blob\.ts: binary\n\d+ ms\n$/)
      assert.doesNotMatch(stdout, / ms|skipped/)
    }))

  it('shows hints and pairs only with --verbose, and infos not with --quiet', () =>
    inWorkspace(
      {
        ...DRIFTED_SHOP,
        'src/input.ts': 'export class CreateOrderDto {\n  id!: number\n  total!: number\n  userId!: number\n}\n',
        'prisma-drift.config.json': '{ "rules": { "dto-server-managed-field": "hint" } }',
      },
      async ({ check, write }) => {
        const [usual, verbose] = [await check(), await check('--verbose')]
        assert.doesNotMatch(usual.stdout, /dto-server-managed-field/)
        assert.match(usual.stdout, /1 error, 1 hint \(1 not shown; --verbose shows them\)/)
        assert.match(verbose.stdout, /hint .*dto-server-managed-field/)
        assert.match(verbose.stdout, /Order is Order \(mirror, certain\)/)
        write({ 'prisma-drift.config.json': '{ "rules": { "dto-server-managed-field": "info" } }' })
        assert.match((await check()).stdout, /info .*dto-server-managed-field/)
        assert.doesNotMatch((await check('--quiet')).stdout, /dto-server-managed-field/)
      },
    ))

  it('colours as the environment says', () =>
    inWorkspace(DRIFTED_SHOP, async ({ root }) => {
      const isColoured = async (env: Record<string, string>, ...args: readonly string[]) =>
        (await runCli(['check', ...args], { cwd: root, env })).stdout.includes('\u001b[')
      assert.equal(await isColoured({ CI: 'true' }), false)
      assert.equal(await isColoured({ FORCE_COLOR: '1' }), true)
      assert.equal(await isColoured({ NO_COLOR: '1', FORCE_COLOR: '1' }), false)
      assert.equal(await isColoured({ FORCE_COLOR: '1' }, '--format', 'json'), false)
    }))

  it('writes to a pipe that is named as a file', () =>
    inWorkspace(DRIFTED_SHOP, async ({ root, check }) => {
      const { stdout } = await runShell('$CLI check --format json --output /dev/stdout | cat', { cwd: root })
      assert.equal(stdout, (await check('--format', 'json')).stdout)
    }))

  if (existsSync('/dev/full')) {
    it('says of every command that what it prints is lost', () =>
      inWorkspace(
        { ...SHOP, 'prisma/migrations/1_first/migration.sql': 'CREATE TABLE "T" ("id" INT);' },
        async ({ root }) => {
          const commands = [
            'check',
            'client status',
            'explain field-extra',
            'migration diff',
            'migration down',
            'doctor',
          ]
          const lines = commands.map((command) => `$CLI ${command} > /dev/full`)
          for (const { status, stderr } of await Promise.all(lines.map((line) => runShell(line, { cwd: root })))) {
            assert.match(stderr, /the report could not be written: the disk is full/)
            assert.equal(status, 2)
          }
        },
      ))
  }

  it('ends quietly, with the same status, where nobody reads on', () =>
    inWorkspace(manyDrifts(), async ({ root }) => {
      for (const format of ['pretty', 'json']) {
        const line = `$CLI check --format ${format} | head -1 > /dev/null; echo \${PIPESTATUS[0]}`
        const { stdout, stderr } = await runShell(line, { cwd: root })
        assert.match(stderr, /^\d+ ms\n$/)
        assert.equal(stdout, '1\n')
      }
    }))
})

/** So many that their report does not fit into a pipe's buffer of 64 KB. */
function manyDrifts(): Record<string, string> {
  const names = Array.from({ length: 200 }, (_, index) => `src/order-${index}.ts`)
  return { ...SHOP, ...Object.fromEntries(names.map((name) => [name, DRIFTED_SHOP['src/order.ts']])) }
}

describe('explain', () => {
  it('prints the page of every rule that its list names', async () => {
    const { status, stderr } = await runCli(['explain', 'field-mising'], { cwd: '/' })
    assert.equal(status, 2)
    assert.match(stderr, /No rule is called 'field-mising'\. Did you mean 'field-missing'\?/)
    const codes = [...stderr.matchAll(/^ {2}([a-z-]+) {2,}/gm)].flatMap(([, code]) => code ?? [])
    assert.ok(codes.length > 20, `only ${codes.length} rules`)
    const pages = codes.map((code) => path.join(path.dirname(CLI), 'rules', `${code}.md`))
    const missing = codes.filter((_, index) => !existsSync(pages[index] ?? ''))
    assert.deepEqual(missing, [])
    const { status: shown, stdout } = await runCli(['explain', 'field-missing'], { cwd: '/' })
    assert.equal(shown, 0)
    assert.match(stdout, /^# `?field-missing/)
  })
})
