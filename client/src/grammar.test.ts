import assert from 'node:assert/strict'
import grammar from '../language/prisma.tmLanguage.json' with { type: 'json' }

interface Rule {
  readonly include?: string
  readonly match?: string
  readonly begin?: string
  readonly end?: string
  readonly patterns?: readonly Rule[]
}

describe('the grammar', () => {
  const repository: Readonly<Record<string, Rule>> = grammar.repository
  const rules = allRules([...grammar.patterns, ...Object.values(repository)])

  it('includes only what it has, and uses all of it', () => {
    const included = new Set(rules.flatMap(({ include }) => include ?? []))
    assert.deepEqual(
      [...included].toSorted(),
      Object.keys(repository)
        .map((name) => `#${name}`)
        .toSorted(),
    )
  })

  it('has expressions that are valid and match something', () => {
    const expressions = rules.flatMap(({ match, begin, end }) =>
      [match, begin, end].filter((text) => text !== undefined),
    )
    assert.ok(expressions.length > 15)
    for (const expression of expressions) {
      if (expression !== '"|$') assert.doesNotMatch('', new RegExp(expression), `${expression} takes nothing`)
    }
  })

  it('begins a block at every kind of it', () => {
    const begins = rules.flatMap(({ begin }) => (begin?.startsWith('^') ? new RegExp(begin) : []))
    for (const kind of ['model', 'view', 'type', 'enum', 'datasource', 'generator']) {
      const matching = begins.filter((begin) => begin.test(`  ${kind} Some_1 {`))
      assert.equal(matching.length, 1, kind)
    }
  })

  it('tells the parts of a field', () => {
    const field = new RegExp(repository.field?.match ?? '')
    const parts = (line: string) => (field.exec(line) ?? []).slice(1).filter((part) => part)
    assert.deepEqual(parts('  id String @id'), ['id', 'String'])
    assert.deepEqual(parts('\tposts  Post[]'), ['posts', 'Post', '[]'])
    assert.deepEqual(parts('  at DateTimeOffset?'), ['at', 'DateTimeOffset', '?'])
    assert.deepEqual(parts('  place Unsupported("point")?'), ['place', 'Unsupported'])
    assert.deepEqual(parts('  @@index([id])'), [])
  })
})

function allRules(rules: readonly Rule[]): readonly Rule[] {
  return rules.flatMap((rule) => [rule, ...allRules(rule.patterns ?? [])])
}
