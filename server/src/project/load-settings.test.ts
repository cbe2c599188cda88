import assert from 'node:assert/strict'
import { DEFAULT_SETTINGS } from '../configuration/settings.js'
import { loadSettings } from './load-settings.js'
import { createTemporaryWorkspace, type TemporaryWorkspace } from './temporary-workspace.js'

describe('loadSettings', () => {
  let workspace: TemporaryWorkspace

  beforeEach(() => {
    workspace = createTemporaryWorkspace()
  })

  afterEach(() => workspace.remove())

  const load = (files: Readonly<Record<string, string | Buffer>>) => {
    workspace.write(files)
    return loadSettings({ root: workspace.root, trust: 'untrusted' })
  }
  const problems = async (files: Readonly<Record<string, string | Buffer>>) => {
    const loaded = await load(files)
    return loaded.kind === 'broken' ? [loaded.file, ...loaded.problems] : []
  }

  for (const extension of ['ts', 'mts', 'js']) {
    it(`does not run a .${extension} file in a workspace that is not trusted`, async () => {
      const file = `prisma-drift.config.${extension}`
      assert.deepEqual(await problems({ [file]: 'export default {}' }), [
        file,
        'it is a program, which runs only in a workspace that you trust',
      ])
    })
  }

  it('needs no file', async () =>
    assert.deepEqual(await load({}), { kind: 'loaded', settings: DEFAULT_SETTINGS, file: undefined }))

  it('reads comments, trailing commas and byte order marks', async () =>
    assert.deepEqual(
      await load({ 'prisma-drift.config.jsonc': '\uFEFF// Why.\n{ "rules": { "field-missing": "off", }, }' }),
      {
        kind: 'loaded',
        settings: { ...DEFAULT_SETTINGS, rules: new Map([['field-missing', 'off']]) },
        file: 'prisma-drift.config.jsonc',
      },
    ))

  it('reads YAML, of which a file of comments says nothing', async () => {
    const file = 'prisma-drift.config.yaml'
    const settings = { ...DEFAULT_SETTINGS, rules: new Map([['field-missing', 'off']]), include: ['src'] }
    assert.deepEqual(await load({ [file]: '# Why.\nrules:\n  field-missing: "off"\ninclude: [src]\n' }), {
      kind: 'loaded',
      settings,
      file,
    })
    assert.deepEqual(await load({ [file]: '# Nothing yet.\n' }), { kind: 'loaded', settings: DEFAULT_SETTINGS, file })
  })

  it('prefers a file of its own to package.json', async () => {
    const manifest = { 'package.json': '{ "prisma-drift": { "wire": "json" } }' }
    assert.deepEqual(await load(manifest), {
      kind: 'loaded',
      settings: { ...DEFAULT_SETTINGS, wire: 'json' },
      file: 'package.json',
    })
    const loaded = await load({ 'prisma-drift.config.json': '{ "wire": "native" }' })
    assert.equal(loaded.kind === 'loaded' && loaded.settings.wire, 'native')
  })

  it('passes over a package.json that says nothing of it, or is broken', async () => {
    const nothing = { kind: 'loaded', settings: DEFAULT_SETTINGS, file: undefined }
    for (const text of ['{}', '[]', 'null', '{ "name": ', '']) {
      assert.deepEqual(await load({ 'package.json': text }), nothing)
    }
  })

  it('says where a file is broken', async () => {
    const file = 'prisma-drift.config.json'
    assert.deepEqual(await problems({ [file]: '{\n  "wire": json\n}' }), [file, 'line 2: invalid symbol'])
    assert.deepEqual(await problems({ [file]: '' }), [file, 'line 1: value expected'])
    assert.deepEqual(await problems({ [file]: '"json"' }), [file, 'line 1: the configuration must be an object'])
    assert.deepEqual(await problems({ [file]: Buffer.from([0, 1]) }), [file, 'binary'])
  })

  it('names line and key of what is wrong', async () => {
    const text = `{
  "rules": {
    "field-missing": "loud",
    "nope": "off"
  },
  "links": [
    { "model": "User" },
    { "type": "A", "model": "User",
      "roll": "create" }
  ],
  "wires": 1
}`
    assert.deepEqual(await problems({ 'prisma-drift.config.jsonc': text }), [
      'prisma-drift.config.jsonc',
      'line 11: unknown key "wires"',
      'line 3: rules.field-missing: must be one of error, warning, info, hint, off',
      'line 4: rules: no rule is called "nope"',
      'line 7: links[0].type: must be a type, such as "src/api.ts#UserDto" or "*Dto"',
      'line 9: links[1]: unknown key "roll"',
    ])
  })

  it('names line and key in YAML and in package.json', async () => {
    const yaml = 'prisma-drift.config.yaml'
    const text = 'wire: xml\nlinks:\n  - type: A\n    model: User\n  - model: User\noverrides:\n  - files: []\n'
    assert.deepEqual(await problems({ [yaml]: text }), [
      yaml,
      'line 7: overrides[0].files: must be a list of globs, such as ["src/**"]',
      'line 1: wire: must be one of json, superjson, native',
      'line 5: links[1].type: must be a type, such as "src/api.ts#UserDto" or "*Dto"',
    ])
    assert.match((await problems({ [yaml]: 'a: [\nb: 1' })).join(), /^prisma-drift\.config\.yaml,line \d: /)
    workspace.remove()
    workspace = createTemporaryWorkspace()
    assert.deepEqual(
      await problems({ 'package.json': '{\n  "name": "a",\n  "prisma-drift": {\n    "wire": 1\n  }\n}' }),
      ['package.json', 'line 4: wire: must be one of json, superjson, native'],
    )
    assert.deepEqual(await problems({ 'package.json': '{ "prisma-drift": [] }' }), [
      'package.json',
      'line 1: the configuration must be an object',
    ])
  })
})
