import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv'
import { CLI } from './support/cli.js'
import { DRIFT, DRIFTED_SHOP, SCHEMA, SHOP } from './support/shop.js'
import { brief, inWorkspace, loud, type Workspace } from './support/workspace.js'

const filesWith = (settings: object) => ({ ...DRIFTED_SHOP, 'prisma-drift.config.json': JSON.stringify(settings) })

/** The findings of all severities, in short. */
async function found({ report }: Workspace): Promise<readonly string[]> {
  return (await report()).findings.map((each) => `${each.severity} ${brief(each)}`)
}

describe('check with a configuration', () => {
  it('reads the files that are included and not excluded', async () => {
    const files = async (settings: object) => {
      let read: readonly string[] = []
      await inWorkspace(filesWith(settings), async ({ report }) => {
        read = [...new Set((await report()).pairs.map(({ file }) => file))]
      })
      return read
    }
    assert.deepEqual(await files({}), ['src/order.ts', 'src/user.ts'])
    assert.deepEqual(await files({ include: ['src/user.ts'] }), ['src/user.ts'])
    assert.deepEqual(await files({ include: ['src'], exclude: ['**/user.*'] }), ['src/order.ts'])
    assert.deepEqual(await files({ include: ['lib'] }), [])
  })

  it('takes the severities of rules, by file', () =>
    inWorkspace({ ...filesWith({}), 'old/order.ts': DRIFTED_SHOP['src/order.ts'] }, async (workspace) => {
      const set = (settings: object) => workspace.write({ 'prisma-drift.config.json': JSON.stringify(settings) })
      assert.deepEqual(loud(await workspace.report()), [DRIFT.replace('src', 'old'), DRIFT])
      set({ rules: { 'field-type-mismatch': 'hint' } })
      assert.deepEqual(await found(workspace), [`hint ${DRIFT.replace('src', 'old')}`, `hint ${DRIFT}`])
      const off = { files: ['old'], rules: { 'field-type-mismatch': 'off' } }
      set({ overrides: [off] })
      assert.deepEqual(await found(workspace), [`error ${DRIFT}`])
      set({
        rules: { 'field-type-mismatch': 'off' },
        overrides: [{ files: ['old/**'], rules: { 'field-type-mismatch': 'info' } }],
      })
      assert.deepEqual(await found(workspace), [`info ${DRIFT.replace('src', 'old')}`])
      set({ overrides: [off, { files: ['**/order.ts'], rules: { 'field-type-mismatch': 'warning' } }] })
      assert.deepEqual(await found(workspace), [`warning ${DRIFT.replace('src', 'old')}`, `warning ${DRIFT}`])
      set({ overrides: [{ files: ['old'], rules: { 'string-widened': 'info' } }] })
      workspace.write({ 'old/order.ts': 'export interface User {\n  id: number\n  email: string\n  role: string\n}\n' })
      assert.deepEqual(await found(workspace), ['info string-widened old/order.ts:4 User.role', `error ${DRIFT}`])
    }))

  it('ends with what is wrong in it', () =>
    inWorkspace(filesWith({ include: 'src', exclude: ['!src'], links: [{ model: 'User' }] }), async ({ check }) => {
      const { status, stderr } = await check()
      assert.equal(status, 2)
      assert.match(stderr, /prisma-drift\.config\.json is not valid/)
      for (const key of ['include:', 'exclude[0]:', 'links[0].type:']) {
        assert.ok(stderr.includes(`  line 1: ${key} `), stderr)
      }
    }))
})

describe('configuration files', () => {
  const asText: Readonly<Record<string, string>> = {
    jsonc: '{ "rules": { "field-type-mismatch": "off" }, }',
    yaml: 'rules:\n  field-type-mismatch: off\n',
    ts: "const level: string = 'off'\nexport default { rules: { 'field-type-mismatch': level } }\n",
    mts: "import path from 'node:path'\nconsole.log(path.sep)\nexport default { rules: { 'field-type-mismatch': 'off' } }\n",
    js: "module.exports = { rules: { 'field-type-mismatch': 'off' } }\n",
  }
  for (const [extension, text] of Object.entries(asText)) {
    it(`may be .${extension}`, () =>
      inWorkspace({ ...DRIFTED_SHOP, [`prisma-drift.config.${extension}`]: text }, async (workspace) =>
        assert.deepEqual(await found(workspace), []),
      ))
  }

  it('that are programs may import others, be functions, and print what they like', () =>
    inWorkspace(
      {
        ...DRIFTED_SHOP,
        'shared/levels.ts': "export enum Level { Off = 'off' }\n",
        'prisma-drift.config.ts':
          "import { Level } from './shared/levels'\nconsole.log('{')\nexport default async () => ({ rules: { 'field-type-mismatch': Level.Off }, include: undefined })\n",
      },
      async (workspace) => assert.deepEqual(await found(workspace), []),
    ))

  it('that fail are told of in a sentence, without what is secret', () =>
    inWorkspace(SHOP, async ({ write, check, root }) => {
      const complaint = async (text: string) => {
        write({ 'prisma-drift.config.ts': text })
        const { status, stderr } = await check()
        assert.equal(status, 2)
        assert.doesNotMatch(stderr, /\n\s+at /)
        return stderr
      }
      assert.match(await complaint('export default {'), /prisma-drift\.config\.ts is not valid:\n {2}.+/)
      assert.match(await complaint("throw new Error('no postgres://u:secret@h/db')"), /no postgres:\/\/…/)
      assert.match(await complaint('process.exit(3)'), /it ended without an answer/)
      assert.match(await complaint('export default { wires: 1 }'), /\n {2}unknown key "wires"/)
      assert.ok(root)
    }))
})

describe('names of one’s own', () => {
  const schema = `${SCHEMA}\nmodel Customer {\n  id    Int    @id\n  phone String\n  iban  String\n}\n`
  const files = (settings: object) => ({
    ...SHOP,
    'prisma/schema.prisma': schema,
    'src/client.ts': 'export interface Client {\n  id: number\n  phone: number\n}\n',
    'src/user-vm.ts': 'export interface VmUserGrid {\n  id: number\n  email: number\n}\n',
    'prisma-drift.config.json': JSON.stringify(settings),
  })

  it('lead to their models', async () => {
    const pairs = async (settings: object) => {
      let paired: readonly string[] = []
      await inWorkspace(files(settings), async ({ report }) => {
        paired = (await report()).pairs.map(({ type, model }) => `${type} ${model}`)
      })
      return paired
    }
    const usual = ['Order Order', 'Role Role', 'User User']
    assert.deepEqual((await pairs({})).toSorted(), usual)
    assert.deepEqual((await pairs({ names: { Customer: ['Client'] } })).toSorted(), ['Client Customer', ...usual])
    assert.deepEqual((await pairs({ affixes: ['Vm', 'Grid'] })).toSorted(), [...usual, 'VmUserGrid User'])
  })
})

describe('surfaces and hidden columns', () => {
  it('say where code runs and how values reach it', () =>
    inWorkspace(
      {
        ...SHOP,
        'prisma/schema.prisma': SCHEMA.replace('total  Int', 'total  Int\n  at     DateTime'),
        'web/order.ts': 'export interface Order {\n  id: number\n  total: number\n  at: Date\n  userId: number\n}\n',
        'src/order.ts': 'export interface Order {\n  id: number\n  total: number\n  at: Date\n  userId: number\n}\n',
      },
      async (workspace) => {
        assert.deepEqual(await found(workspace), [])
        const surfaces = [{ files: ['web'], side: 'client', wire: 'json' }]
        workspace.write({ 'prisma-drift.config.json': JSON.stringify({ surfaces }) })
        assert.deepEqual(await found(workspace), ['warning wire-type-mismatch web/order.ts:4 Order.at'])
        workspace.write({ 'prisma-drift.config.json': JSON.stringify({ extends: 'nestjs-next' }) })
        assert.deepEqual(await found(workspace), ['warning wire-type-mismatch web/order.ts:4 Order.at'])
        workspace.write({
          'prisma-drift.config.json': JSON.stringify({
            extends: ['strict', 'nestjs-next'],
            rules: { 'wire-type-mismatch': 'off' },
          }),
        })
        assert.deepEqual(await found(workspace), [])
      },
    ))

  it('keep columns out of what a type lacks', () =>
    inWorkspace(
      {
        ...SHOP,
        'src/order.ts': '/** @prisma Order mirror */\nexport interface Order {\n  id: number\n  total: number\n}\n',
      },
      async (workspace) => {
        const lacking = async (hidden: readonly string[]) => {
          workspace.write({ 'prisma-drift.config.json': JSON.stringify({ hidden }) })
          return (await workspace.report()).findings.map(({ column }) => column)
        }
        assert.deepEqual(await lacking([]), ['note', 'userId'])
        assert.deepEqual(await lacking(['Order.note']), ['userId'])
        assert.deepEqual(await lacking(['n*', 'User.userId']), ['userId'])
        assert.deepEqual(await lacking(['*Id', 'Order.*ote']), [])
      },
    ))
})

describe('the JSON schema of the configuration', () => {
  const schema = JSON.parse(readFileSync(path.join(path.dirname(CLI), 'configuration.schema.json'), 'utf8'))
  const validate = new Ajv.default({ strict: false }).compile(schema)

  it('takes what the program takes', () => {
    for (const settings of [
      {},
      { $schema: 'x', extends: 'strict' },
      { extends: ['recommended', 'nestjs-next'], rules: { 'field-extra': 'off' }, wire: 'json' },
      { overrides: [{ files: ['a'], rules: { 'field-extra': 'hint' } }], surfaces: [{ files: ['a'], side: 'client' }] },
      { names: { User: ['Member'] }, affixes: ['Vm'], hidden: ['User.note', 'x*'], links: [{ type: 'A', model: 'B' }] },
    ]) {
      assert.ok(validate(settings), JSON.stringify(validate.errors))
    }
  })

  it('refuses what the program refuses', () => {
    for (const settings of [
      { extends: 'loose' },
      { overrides: [{ rules: {} }] },
      { overrides: [{ files: ['a'], rules: { 'field-extr': 'off' } }] },
      { surfaces: [{ files: [], side: 'client' }] },
      { surfaces: [{ files: ['a'], side: 'both' }] },
      { affixes: ['a b'] },
      { hidden: ['a.b.c'] },
      { nope: 1 },
    ]) {
      assert.ok(!validate(settings), JSON.stringify(settings))
    }
  })
})
