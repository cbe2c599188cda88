import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { CLIENT_RULES, MIGRATION_RULES, RULES, SQL_RULES } from '../server/src/rules/index.js'
import { runCli } from './support/cli.js'

interface Row {
  readonly file: string
  readonly rule: string
  readonly severity: string
}

async function findingsOf(example: string): Promise<readonly Row[]> {
  const { stdout } = await runCli(['check', '--format', 'json'], { cwd: `examples/${example}` })
  return JSON.parse(stdout).findings
}

/** The rows of the table in the example's README: a line with the file's name alone, then one for each finding in it. */
function documented(example: string): readonly Row[] {
  const rows: Row[] = []
  let file = ''
  for (const line of readFileSync(`examples/${example}/README.md`, 'utf8').split('\n')) {
    const heading = /^\| \*\*`([^`]+)`\*\*/.exec(line)
    const row = /\| `([a-z-]+)` \| (error|warning|info|hint) \|$/.exec(line)
    if (heading?.[1]) file = heading[1]
    else if (row?.[1] && row[2]) rows.push({ file, rule: row[1], severity: row[2] })
  }
  return rows
}

describe('the examples', () => {
  it('hold a drift for every rule, as their README says', async () => {
    const found = await findingsOf('storefront')
    // Nothing is installed, generated or migrated in an example: those rules have tests with real clients and databases.
    const others = [...CLIENT_RULES, ...MIGRATION_RULES, ...SQL_RULES].map(({ code }) => code)
    const rules = new Set([...found.map(({ rule }) => rule), ...others])
    assert.deepEqual(
      RULES.filter(({ code }) => !rules.has(code)).map(({ code }) => code),
      [],
    )
    const told = found.map(({ file, rule, severity }) => `${file} ${rule} ${severity}`)
    assert.deepEqual(
      documented('storefront')
        .map(({ file, rule, severity }) => `${file} ${rule} ${severity}`)
        .sort(),
      told.sort(),
    )
  })

  it('have a clean counterpart', async () => assert.deepEqual(await findingsOf('storefront-clean'), []))
})
