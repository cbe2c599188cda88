import assert from 'node:assert/strict'
import fs from 'node:fs'
import { RULES } from '../server/src/rules/index.js'
import { runCli, runShell } from './support/cli.js'
import { type SarifLog, sarifProblems } from './support/sarif.js'
import { DRIFTED_SHOP, SHOP } from './support/shop.js'
import { inWorkspace } from './support/workspace.js'

const EXAMPLE = 'examples/storefront'

/** What `check` prints of the example in a format; hints included. */
async function exampleIn(format: string): Promise<string> {
  const { stdout, status } = await runCli(['check', '--format', format, '--verbose'], { cwd: EXAMPLE })
  assert.equal(status, 1)
  return stdout
}

describe('check --format sarif', () => {
  let log: SarifLog

  before(async () => {
    log = JSON.parse(await exampleIn('sarif'))
  })

  it('is valid by the published schema', () => {
    assert.deepEqual(sarifProblems(log), [])
    assert.notDeepEqual(sarifProblems({ ...log, runs: [{}] }), [])
  })

  it('describes all rules, with their pages', () => {
    const { rules } = log.runs[0]?.tool.driver ?? assert.fail('no run')
    assert.deepEqual(
      rules.map(({ id }) => id),
      RULES.map(({ code }) => code),
    )
    for (const { id, help } of rules) assert.match(JSON.stringify(help), new RegExp(`"# ${id}\\\\n`))
  })

  it('holds all findings, each with both sides and its fingerprint', async () => {
    const { findings } = JSON.parse(await exampleIn('json'))
    const { results } = log.runs[0] ?? assert.fail('no run')
    assert.deepEqual(
      results.map(({ partialFingerprints }) => partialFingerprints['prismaDrift/v1']),
      findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint),
    )
    for (const [index, result] of results.entries()) {
      const { rule, file, range, related } = findings[index]
      const { artifactLocation, region } = result.locations[0]?.physicalLocation ?? assert.fail('no place')
      assert.equal(result.ruleId, rule)
      assert.equal(RULES[result.ruleIndex]?.code, rule)
      assert.equal(artifactLocation.uri, `${EXAMPLE}/${file}`)
      assert.deepEqual(region, {
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
      })
      assert.equal(result.relatedLocations.length, related.length)
    }
    assert.deepEqual(new Set(results.map(({ level }) => level)), new Set(['error', 'warning', 'note']))
  })

  it('holds errors of a schema, and paths of all kinds', () =>
    inWorkspace(
      { ...DRIFTED_SHOP, 'src/ä b#c%d.ts': DRIFTED_SHOP['src/order.ts'], 'b/schema.prisma': 'model {{{\n' },
      async ({ check }) => {
        const broken: SarifLog = JSON.parse((await check('--format', 'sarif')).stdout)
        assert.deepEqual(sarifProblems(broken), [])
        assert.ok((broken.runs[0]?.invocations[0]?.toolExecutionNotifications.length ?? 0) > 0)
        assert.match(JSON.stringify(broken), /"src\/%C3%A4%20b%23c%25d\.ts"/)
      },
    ))
})

describe('check --format github', () => {
  it('writes a command for each finding, with the paths of the repository', () =>
    inWorkspace({}, async ({ root, write, git }) => {
      write(Object.fromEntries(Object.entries(DRIFTED_SHOP).map(([file, text]) => [`apps/api/${file}`, text])))
      git('init', '--quiet')
      const { stdout, status } = await runCli(['check', '--format', 'github', '--cwd', 'apps/api'], { cwd: root })
      assert.equal(status, 1)
      const [command, ...rest] = stdout.split('\n')
      const place = 'file=apps/api/src/order.ts,line=3,endLine=3,col=10,endColumn=16'
      assert.match(command ?? '', new RegExp(`^::error ${place},title=prisma-drift%3A field-type-mismatch::'total' `))
      assert.deepEqual(rest, ['1 error.', ''])
    }))

  it('escapes what would end a command, and appends to the summary of the job', () =>
    inWorkspace({ ...DRIFTED_SHOP, 'src/50%, a:b.ts': DRIFTED_SHOP['src/order.ts'] }, async ({ root, at, write }) => {
      write({ 'summary.md': 'Before.\n' })
      const env = { GITHUB_STEP_SUMMARY: at('summary.md') }
      const { stdout } = await runCli(['check', '--format', 'github'], { cwd: root, env })
      assert.ok(stdout.includes('file=src/50%25%2C a%3Ab.ts,line=3'), stdout)
      assert.match(stdout, /%0Abecause Order is Order/)
      const summary = fs.readFileSync(at('summary.md'), 'utf8')
      assert.match(summary, /^Before\.\n## Prisma Drift\n\n2 errors\.\n\n### src\/50%, a:b\.ts\n\n- line 3, error, /)
    }))

  it('shows what fails even where the summary cannot be written', () =>
    inWorkspace(DRIFTED_SHOP, async ({ root }) => {
      const env = { GITHUB_STEP_SUMMARY: root }
      const { stdout, stderr, status } = await runCli(['check', '--format', 'github'], { cwd: root, env })
      assert.match(stdout, /^::error /)
      assert.match(stderr, /the job's summary could not be written/)
      assert.equal(status, 1)
    }))
})

describe('check --format gitlab', () => {
  it('lists issues as the code quality report wants them', async () => {
    const issues: readonly Record<string, unknown>[] = JSON.parse(await exampleIn('gitlab'))
    assert.ok(issues.length > 20)
    for (const { description, check_name, fingerprint, severity, location } of issues) {
      assert.ok(typeof description === 'string' && description !== '')
      assert.ok(RULES.some(({ code }) => code === check_name))
      assert.match(String(fingerprint), /^[0-9a-f]{16}$/)
      assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(String(severity)))
      const { path, lines } = location as { path: string; lines: { begin: number } }
      assert.ok(fs.existsSync(path), path)
      assert.ok(lines.begin >= 1)
    }
    const unique = new Set(issues.map(({ fingerprint }) => fingerprint))
    assert.equal(unique.size, issues.length)
  })

  it('is an empty list where nothing has drifted', () =>
    inWorkspace(SHOP, async ({ check }) => assert.equal((await check('--format', 'gitlab')).stdout, '[]\n')))
})

describe('check --format junit', () => {
  it('has a case for each finding, and fails those that fail the run', () =>
    inWorkspace(
      { ...DRIFTED_SHOP, 'prisma-drift.config.json': '{ "rules": { "nullability-mismatch": "info" } }' },
      async ({ check, write }) => {
        write({
          'src/user.ts': 'export interface User {\n  id: number\n  email: string\n  name: string\n  age: number\n}\n',
        })
        const { stdout } = await check('--format', 'junit')
        assert.match(
          stdout,
          /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="prisma-drift" tests="2" failures="1"/,
        )
        assert.match(stdout, /<testsuite name="src\/order\.ts" tests="1" failures="1"/)
        assert.match(stdout, /<failure type="field-type-mismatch" message="'total' /)
        assert.match(
          stdout,
          /<testsuite name="src\/user\.ts" tests="1" failures="0"[\s\S]*<system-out>src\/user\.ts:4:9 info /,
        )
        assert.match((await check('--format', 'junit', '--fail-on', 'never')).stdout, /tests="2" failures="0"/)
      },
    ))

  it('is XML whatever stands in names, and passes where nothing has drifted', () =>
    inWorkspace(
      { ...DRIFTED_SHOP, 'src/a&b<"c">\u0001.ts': DRIFTED_SHOP['src/order.ts'] },
      async ({ check, write }) => {
        const { stdout } = await check('--format', 'junit')
        assert.match(stdout, /classname="src\/a&amp;b&lt;&quot;c&quot;&gt;\.ts"/)
        assert.ok(!stdout.includes('\u0001'))
        write({ 'src/order.ts': '', 'src/a&b<"c">\u0001.ts': '' })
        assert.match((await check('--format', 'junit')).stdout, /tests="1" failures="0"[\s\S]*name="no drift"/)
      },
    ))
})

describe('check --format markdown', () => {
  it('lists findings by file', async () => {
    const text = await exampleIn('markdown')
    assert.match(text, /^## Prisma Drift\n\n\d+ errors, \d+ warnings/)
    assert.match(text, /\n### frontend\/\S+\n\n- line \d+, \w+, `[a-z-]+`: /)
  })
})

describe('check --output', () => {
  it('writes the file and says so on stderr', () =>
    inWorkspace(DRIFTED_SHOP, async ({ check, at }) => {
      const { stdout, stderr, status } = await check('--format', 'sarif', '--output', 'out/drift.sarif')
      assert.equal(stdout, '')
      assert.match(stderr, /^1 error\. The report is in out\/drift\.sarif\.\n\d+ ms\n$/)
      assert.equal(status, 1)
      assert.deepEqual(sarifProblems(JSON.parse(fs.readFileSync(at('out/drift.sarif'), 'utf8'))), [])
    }))

  it('says in a sentence where nothing can be written', () =>
    inWorkspace(DRIFTED_SHOP, async ({ check, root }) => {
      const folder = await check('--output', 'src')
      assert.equal(folder.status, 2)
      assert.match(folder.stderr, /'src' could not be written: /)
      const file = await check('--output', 'package.json/report')
      assert.equal(file.status, 2)
      const full = await runShell('$CLI check --output /dev/full; echo $?; $CLI check > /dev/full; echo $?', {
        cwd: root,
      })
      assert.equal(full.stdout, '2\n2\n')
      assert.match(full.stderr, /'\/dev\/full' could not be written: the disk is full/)
      assert.match(full.stderr, /the report could not be written: the disk is full/)
      assert.doesNotMatch(full.stderr, /\n\s+at /)
    }))
})

describe('check --max-warnings', () => {
  it('lets so many warnings pass, and nothing that is louder', () =>
    inWorkspace({ ...DRIFTED_SHOP, 'src/again.ts': DRIFTED_SHOP['src/order.ts'] }, async ({ check, write }) => {
      const status = async (...args: readonly string[]) => (await check(...args)).status
      assert.equal(await status('--max-warnings', '9'), 1)
      write({ 'prisma-drift.config.json': '{ "rules": { "field-type-mismatch": "warning" } }' })
      assert.deepEqual([await status('--max-warnings', '1'), await status('--max-warnings', '2')], [1, 0])
      assert.equal(await status('--max-warnings', '1', '--fail-on', 'error'), 1)
      assert.equal(await status('--max-warnings', 'many'), 2)
    }))
})
