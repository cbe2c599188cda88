import assert from 'node:assert/strict'
import manifest from '../package.json' with { type: 'json' }
import { DRIFTED_SHOP, ORDER_TYPES, SCHEMA } from './support/shop.js'
import { inWorkspace } from './support/workspace.js'

const [pattern] = manifest.contributes.problemPatterns

describe('the problem matcher', () => {
  const regexp = new RegExp(pattern?.regexp ?? '')
  const problems = (output: string) =>
    output.split('\n').flatMap((line) => {
      const match = regexp.exec(line)
      return match ? [match.slice(1)] : []
    })

  it('reads each finding that check prints, once', () =>
    inWorkspace(WITH_ALL_SEVERITIES, async ({ check, report }) => {
      const { findings } = await report()
      assert.deepEqual([...new Set(findings.map(({ severity }) => severity))].toSorted(), [
        'error',
        'hint',
        'info',
        'warning',
      ])
      const { stdout } = await check('--verbose')
      assert.deepEqual(
        problems(stdout),
        findings.map(({ file, range: { start }, severity, message, rule }) => {
          return [file, String(start.line + 1), String(start.character + 1), severity, message, rule]
        }),
      )
    }))

  it('reads errors of a schema', () =>
    inWorkspace(
      { ...DRIFTED_SHOP, 'prisma/schema.prisma': SCHEMA.replace('Role    @default', 'Rol    @default') },
      async ({ check }) => {
        const { stdout } = await check()
        const [error] = problems(stdout)
        assert.deepEqual(error?.slice(0, 2), [
          'prisma/schema.prisma',
          String(SCHEMA.split('\n').findIndex((text) => text.includes('role ')) + 1),
        ])
        assert.deepEqual(error?.slice(3, 4), ['error'])
        assert.match(error?.[4] ?? '', /Rol/)
      },
    ))

  it('names the groups of what it reads', () => {
    const line = 'a b/[id].ts:12:3  warning  It is:  odd  field-extra'
    assert.deepEqual(problems(line), [['a b/[id].ts', '12', '3', 'warning', 'It is:  odd', 'field-extra']])
    assert.deepEqual(
      [pattern?.file, pattern?.line, pattern?.column, pattern?.severity, pattern?.message, pattern?.code],
      [1, 2, 3, 4, 5, 6],
    )
  })

  it('replaces in closed files what the server said of them, and keeps away from open ones', () => {
    const [matcher] = manifest.contributes.problemMatchers
    // The server's findings are in a collection of this name.
    assert.equal(matcher?.owner, 'prisma-drift')
    assert.equal(matcher?.applyTo, 'closedDocuments')
  })
})

const WITH_ALL_SEVERITIES = {
  ...DRIFTED_SHOP,
  'prisma/schema.production.prisma': SCHEMA.replace('age    Int', 'age    Int?'),
  'src/order.ts': ORDER_TYPES.replace('total: number', 'total: string').concat(
    '/** @prisma Order mirror */\nexport interface OrderRow {\n  id: number | null\n  total: number\n  note: string\n}\n',
  ),
}
