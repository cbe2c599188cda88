import assert from 'node:assert/strict'
import { DEFAULT_SETTINGS } from '../configuration/settings.js'
import { loadSettings } from './load-settings.js'
import { createTemporaryWorkspace, type TemporaryWorkspace } from './temporary-workspace.js'

const CODES = new Set(['field-missing', 'field-extra'])

describe('loadSettings', () => {
  let workspace: TemporaryWorkspace

  beforeEach(() => {
    workspace = createTemporaryWorkspace()
  })

  afterEach(() => workspace.remove())

  const load = (files: Readonly<Record<string, string | Buffer>>) => {
    workspace.write(files)
    return loadSettings(workspace.root, CODES)
  }
  const problems = (files: Readonly<Record<string, string | Buffer>>) => {
    const loaded = load(files)
    return loaded.kind === 'broken' ? [loaded.file, ...loaded.problems] : []
  }

  for (const extension of ['yaml', 'ts', 'mts', 'js']) {
    it(`says that it does not read a .${extension} file`, () => {
      const file = `prisma-drift.config.${extension}`
      assert.match(problems({ [file]: 'rules: {}' }).join(' '), new RegExp(`^${file} this version reads`))
    })
  }

  it('needs no file', () => assert.deepEqual(load({}), { kind: 'loaded', settings: DEFAULT_SETTINGS, file: undefined }))

  it('reads comments, trailing commas and byte order marks', () =>
    assert.deepEqual(
      load({ 'prisma-drift.config.jsonc': '\uFEFF// Why.\n{ "rules": { "field-missing": "off", }, }' }),
      {
        kind: 'loaded',
        settings: { ...DEFAULT_SETTINGS, rules: new Map([['field-missing', 'off']]) },
        file: 'prisma-drift.config.jsonc',
      },
    ))

  it('prefers a file of its own to package.json', () => {
    const manifest = { 'package.json': '{ "prisma-drift": { "wire": "json" } }' }
    assert.deepEqual(load(manifest), {
      kind: 'loaded',
      settings: { ...DEFAULT_SETTINGS, wire: 'json' },
      file: 'package.json',
    })
    const loaded = load({ 'prisma-drift.config.json': '{ "wire": "native" }' })
    assert.equal(loaded.kind === 'loaded' && loaded.settings.wire, 'native')
  })

  it('passes over a package.json that says nothing of it, or is broken', () => {
    for (const text of ['{}', '[]', 'null', '{ "name": ', '']) {
      assert.deepEqual(load({ 'package.json': text }), { kind: 'loaded', settings: DEFAULT_SETTINGS, file: undefined })
    }
  })

  it('says where a file is broken', () => {
    const file = 'prisma-drift.config.json'
    assert.deepEqual(problems({ [file]: '{\n  "wire": json\n}' }), [file, 'line 2: InvalidSymbol'])
    assert.deepEqual(problems({ [file]: '' }), [file, 'line 1: ValueExpected'])
    assert.deepEqual(problems({ [file]: '"json"' }), [file, 'the configuration must be an object'])
    assert.deepEqual(problems({ [file]: Buffer.from([0, 1]) }), [file, 'binary'])
    assert.deepEqual(problems({ [file]: '{ "rules": { "nope": "off" } }' }), [file, 'rules: no rule is called "nope"'])
  })

  it('names the key of package.json that holds it', () =>
    assert.deepEqual(problems({ 'package.json': '{ "prisma-drift": [] }' }), [
      'package.json',
      'the configuration must be an object',
    ]))
})
