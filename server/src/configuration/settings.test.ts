import assert from 'node:assert/strict'
import { readSettings } from './settings.js'

const CODES = new Set(['field-missing', 'field-extra'])

describe('readSettings', () => {
  const problems = (value: unknown) => readSettings(value, CODES).problems

  it('reads all that may be set', () =>
    assert.deepEqual(
      readSettings(
        { $schema: 'x', wire: 'superjson', rules: { 'field-missing': 'error', 'field-extra': 'off' } },
        CODES,
      ),
      {
        settings: {
          wire: 'superjson',
          rules: new Map([
            ['field-missing', 'error'],
            ['field-extra', 'off'],
          ]),
        },
        problems: [],
      },
    ))

  it('takes an empty configuration', () =>
    assert.deepEqual(readSettings({}, CODES), { settings: { rules: new Map(), wire: undefined }, problems: [] }))

  it('tells all mistakes at once, each with its key', () =>
    assert.deepEqual(problems({ rule: {}, wire: 'xml', rules: { 'field-missing': 'loud', nope: 'off' } }), [
      'unknown key "rule"',
      'rules.field-missing: must be one of error, warning, info, hint, off',
      'rules: no rule is called "nope"',
      'wire: must be one of json, superjson, native',
    ]))

  it('refuses what is no object', () => {
    for (const value of [null, [], 'json', 1, true]) {
      assert.deepEqual(problems(value), ['the configuration must be an object'])
    }
    assert.deepEqual(problems({ rules: [] }), ['rules: must be an object'])
    assert.deepEqual(problems({ rules: null }), ['rules: must be an object'])
    assert.deepEqual(problems({ wire: null }), ['wire: must be one of json, superjson, native'])
  })

  it('knows no rule by the name of what every object has', () =>
    assert.deepEqual(problems(JSON.parse('{ "rules": { "__proto__": "off", "constructor": "off" } }')), [
      'rules: no rule is called "__proto__"',
      'rules: no rule is called "constructor"',
    ]))
})
