import assert from 'node:assert/strict'
import { DEFAULT_SETTINGS, mergeSettings, readSettings } from './settings.js'

const CODES = new Set(['field-missing', 'field-extra'])

describe('readSettings', () => {
  const problems = (value: unknown) => readSettings(value, CODES).problems.map(({ text }) => text)

  it('reads all that may be set', () =>
    assert.deepEqual(
      readSettings(
        {
          $schema: 'x',
          wire: 'superjson',
          rules: { 'field-missing': 'error', 'field-extra': 'off' },
          include: ['src/**'],
          exclude: ['src/legacy'],
          links: [{ type: 'src/api.ts#Person', model: 'User', role: 'create' }],
        },
        CODES,
      ),
      {
        settings: {
          ...DEFAULT_SETTINGS,
          wire: 'superjson',
          rules: new Map([
            ['field-missing', 'error'],
            ['field-extra', 'off'],
          ]),
          include: ['src/**'],
          exclude: ['src/legacy'],
          links: [{ type: 'src/api.ts#Person', model: 'User', role: 'create' }],
        },
        problems: [],
      },
    ))

  it('takes an empty configuration', () =>
    assert.deepEqual(readSettings({}, CODES), { settings: DEFAULT_SETTINGS, problems: [] }))

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
    assert.deepEqual(problems({ include: 'src', exclude: ['/etc', 1] }), [
      'include: must be a list of globs, such as ["src/**"]',
      'exclude[0]: must be a path inside the workspace',
      'exclude[1]: must be a glob, such as "src/**"',
    ])
    assert.deepEqual(problems({ wire: null }), ['wire: must be one of json, superjson, native'])
  })

  it('knows no rule by the name of what every object has', () =>
    assert.deepEqual(problems(JSON.parse('{ "rules": { "__proto__": "off", "constructor": "off" } }')), [
      'rules: no rule is called "__proto__"',
      'rules: no rule is called "constructor"',
    ]))
})

describe('mergeSettings', () => {
  const read = (value: unknown) => readSettings(value, CODES).settings ?? DEFAULT_SETTINGS

  it('lets the file win, key by key and rule by rule', () =>
    assert.deepEqual(
      mergeSettings(
        read({ rules: { 'field-missing': 'error' }, wire: 'json', include: [] }),
        read({
          rules: { 'field-missing': 'off', 'field-extra': 'hint' },
          wire: 'native',
          include: ['a'],
          exclude: ['b'],
        }),
      ),
      read({ rules: { 'field-missing': 'error', 'field-extra': 'hint' }, wire: 'json', include: [], exclude: ['b'] }),
    ))

  it('changes nothing where one side is empty', () => {
    const settings = read({ rules: { 'field-extra': 'off' }, wire: 'json', links: [{ type: 'A', model: 'User' }] })
    assert.deepEqual(mergeSettings(settings, DEFAULT_SETTINGS), settings)
    assert.deepEqual(mergeSettings(DEFAULT_SETTINGS, settings), settings)
  })
})
