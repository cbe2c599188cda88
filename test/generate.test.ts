import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { runCli } from './support/cli.js'
import { SHOP, USER_TYPES } from './support/shop.js'
import { inWorkspace, type Workspace } from './support/workspace.js'

const ORDER = `export interface Order {
  id: number
  total: number
  note: string | null
  userId: number
  user?: User
}
`

/** The shop without the type of an order. */
const { 'src/order.ts': _, ...WITHOUT_ORDER } = SHOP

const NEST = '{ "name": "shop", "dependencies": { "@nestjs/common": "11", "@prisma/client": "6" } }\n'

function generate(workspace: Workspace, ...args: readonly string[]) {
  return runCli(['generate', ...args], { cwd: workspace.root })
}

describe('generate on the command line', () => {
  it('writes a new file beside its neighbours, and nothing the second time', () =>
    inWorkspace(WITHOUT_ORDER, async (workspace) => {
      const first = await generate(workspace, 'interface', 'Order')
      assert.deepEqual([first.status, first.stdout], [0, 'created src/order.ts\n'])
      const text = readFileSync(workspace.at('src/order.ts'), 'utf8')
      assert.equal(text, `import type { User } from './user'\n\n${ORDER}`)
      assert.deepEqual((await workspace.report()).findings, [])
      assert.equal((await generate(workspace, 'interface', 'Order')).stdout, 'nothing to change\n')
    }))

  it('prints a diff that git takes, and writes nothing, when it is a dry run', () =>
    inWorkspace(WITHOUT_ORDER, async (workspace) => {
      workspace.commit()
      const { status, stdout } = await generate(workspace, 'interface', 'Order', 'User', '--dry-run')
      assert.equal(status, 0)
      assert.match(stdout, /^--- \/dev\/null\n\+\+\+ b\/src\/order\.ts\n/)
      assert.ok(!existsSync(workspace.at('src/order.ts')))
      workspace.write({ 'order.patch': stdout })
      workspace.git('apply', 'order.patch')
      assert.ok(existsSync(workspace.at('src/order.ts')))
    }))

  it("completes a file that is there, in the file's own encoding and line breaks", () =>
    inWorkspace(SHOP, async (workspace) => {
      const before = `\uFEFF${USER_TYPES.replace('  age: number\n', '').replaceAll('\n', '\r\n')}`
      workspace.write({ 'src/user.ts': before })
      const { status, stdout } = await generate(workspace, 'interface', 'User')
      assert.deepEqual([status, stdout], [0, 'updated src/user.ts\n'])
      assert.equal(readFileSync(workspace.at('src/user.ts'), 'utf8'), `\uFEFF${USER_TYPES.replaceAll('\n', '\r\n')}`)
    }))

  it('leaves a file alone that is there although it is not read', () =>
    inWorkspace({ ...SHOP, 'prisma/seeds/user.ts': 'export {}\n' }, async (workspace) => {
      const { status, stdout, stderr } = await generate(workspace, 'seed', 'User', 'Order')
      assert.deepEqual([status, stdout], [0, 'created prisma/seeds/order.ts\n'])
      assert.match(stderr, /prisma\/seeds\/user\.ts is there already and stays as it is/)
      assert.equal(readFileSync(workspace.at('prisma/seeds/user.ts'), 'utf8'), 'export {}\n')
    }))

  it('changes files with uncommitted changes only by force, and makes new ones in any case', () =>
    inWorkspace(WITHOUT_ORDER, async (workspace) => {
      const changed = USER_TYPES.replace('  age: number\n', '')
      workspace.commit()
      workspace.write({ 'src/user.ts': changed })
      const refused = await generate(workspace, 'interface', 'User', 'Order')
      assert.equal(refused.status, 2)
      assert.match(refused.stderr, /these files have uncommitted changes; [^\n]* use --force:\n {2}src\/user\.ts\n/)
      assert.equal(readFileSync(workspace.at('src/user.ts'), 'utf8'), changed)
      assert.ok(!existsSync(workspace.at('src/order.ts')))
      assert.equal((await generate(workspace, 'interface', 'Order')).stdout, 'created src/order.ts\n')
      const forced = await generate(workspace, 'interface', 'User', '--force')
      assert.deepEqual([forced.status, forced.stdout], [0, 'updated src/user.ts\n'])
      assert.match(forced.stderr, /these files had uncommitted changes:\n {2}src\/user\.ts\n/)
    }))

  it('says what is wrong with what is asked, and with the schema', () =>
    inWorkspace(SHOP, async (workspace) => {
      const unknown = await generate(workspace, 'interface', 'Ordr')
      assert.equal(unknown.status, 2)
      assert.match(unknown.stderr, /no model is called 'Ordr'\. Did you mean 'Order'\?/)
      assert.equal((await generate(workspace, 'nothing', 'Order')).status, 2)
      workspace.write({ 'prisma/schema.prisma': `${SHOP['prisma/schema.prisma']}model Broken {\n  x Nothing\n}\n` })
      const broken = await generate(workspace, 'interface', 'Order')
      assert.equal(broken.status, 2)
      assert.match(broken.stderr, /the schema has errors:/)
    }))

  it('says why it generates no service without NestJS', () =>
    inWorkspace(SHOP, async (workspace) => {
      const { status, stdout, stderr } = await generate(workspace, 'service', 'Order')
      assert.deepEqual([status, stdout], [0, 'nothing to change\n'])
      assert.match(stderr, /^note services are made for NestJS, and no package depends on @nestjs\/common: /m)
    }))

  for (const output of ['interface', 'dto', 'zod', 'client', 'repository', 'service', 'seed']) {
    it(`generates ${output}, after which nothing is found`, () =>
      inWorkspace({ ...WITHOUT_ORDER, 'package.json': NEST }, async (workspace) => {
        const { status, stdout } = await generate(workspace, output, 'Order')
        assert.equal(status, 0)
        assert.match(stdout, /^created /m)
        assert.deepEqual((await workspace.report()).findings, [])
      }))
  }
})
