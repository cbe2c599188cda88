import assert from 'node:assert/strict'
import { DRIFT, DRIFTED_SHOP, ORDER_TYPES, SCHEMA, SHOP, USER_TYPES } from './support/shop.js'
import { inWorkspace, loud } from './support/workspace.js'

const { 'prisma/schema.prisma': _, ...TYPES } = DRIFTED_SHOP
const [TOP = '', ORDER_MODEL = ''] = SCHEMA.split(/(?=model Order)/)
const DRIFTED_ORDER = DRIFTED_SHOP['src/order.ts']

/** Asserts which files make the one schema, and that types are compared with it. */
function assertSchema(files: Readonly<Record<string, string>>, wanted: readonly string[]): Promise<void> {
  return inWorkspace({ ...TYPES, ...files }, async ({ report }) => {
    const found = await report()
    assert.deepEqual(
      found.schemas.map((schema) => [schema.files, schema.errors]),
      [[wanted, []]],
    )
    assert.deepEqual(loud(found), [DRIFT])
  })
}

describe('discovery of schemas', () => {
  it('reads a folder of files', () =>
    assertSchema({ 'prisma/schema/order.prisma': ORDER_MODEL, 'prisma/schema/zero.prisma': TOP }, [
      'prisma/schema/zero.prisma',
      'prisma/schema/order.prisma',
    ]))

  it('does what prisma.config.ts says, without running it', () =>
    assertSchema(
      {
        'prisma.config.ts': `import path from 'node:path'
          import { defineConfig } from 'prisma/config'
          process.exit(7)
          export default defineConfig({ schema: path.join('db', 'models') })`,
        'db/models/main.prisma': TOP,
        'db/models/parts/order.prisma': ORDER_MODEL,
      },
      ['db/models/main.prisma', 'db/models/parts/order.prisma'],
    ))

  it('does what package.json says', () =>
    assertSchema({ 'package.json': '{ "prisma": { "schema": "db/shop.prisma" } }', 'db/shop.prisma': SCHEMA }, [
      'db/shop.prisma',
    ]))

  it('joins the schemas of components', () =>
    assertSchema({ 'prisma/schema.prisma': TOP, 'src/orders/order.prisma': ORDER_MODEL }, [
      'prisma/schema.prisma',
      'src/orders/order.prisma',
    ]))

  it('passes over Prisma Next', () =>
    inWorkspace(
      { ...TYPES, 'prisma/schema.prisma': `// use prisma-next\n${SCHEMA}` },
      async ({ check, write, report }) => {
        const { status, stderr } = await check()
        assert.equal(status, 2)
        assert.match(stderr, /No Prisma schema found/)
        write({ 'db/schema.prisma': SCHEMA })
        assert.deepEqual(
          (await report()).schemas.flatMap(({ files }) => files),
          ['db/schema.prisma'],
        )
      },
    ))

  it('takes the forms of versions 5, 6 and 7', () => {
    const client = (text: string) => SCHEMA.replace('provider = "prisma-client-js"', text)
    const schemas = {
      five: client(
        'provider = "prisma-client-js"\n  previewFeatures = ["fullTextSearch", "jsonProtocol", "metrics"]',
      ).replace(
        '"postgresql"\n',
        '"postgresql"\n  url = env("DATABASE_URL")\n  directUrl = env("DIRECT_URL")\n  shadowDatabaseUrl = env("SHADOW_URL")\n',
      ),
      six: client('provider = "prisma-client"\n  output = "../src/generated"\n  moduleFormat = "esm"').replace(
        '"postgresql"\n',
        '"postgresql"\n  url = env("DATABASE_URL")\n  relationMode = "prisma"\n',
      ),
      seven: client('provider = "prisma-client"\n  output = "../src/generated"'),
    }
    const files = Object.entries(schemas).flatMap(([name, schema]) => [
      [`${name}/package.json`, `{ "name": "${name}" }`],
      [`${name}/prisma/schema.prisma`, schema],
      [`${name}/src/order.ts`, DRIFTED_ORDER],
    ])
    return inWorkspace(Object.fromEntries(files), async ({ report }) => {
      const found = await report()
      assert.deepEqual(
        found.schemas.map(({ root, models, errors }) => [root, models, errors]),
        [
          ['five', 2, []],
          ['seven', 2, []],
          ['six', 2, []],
        ],
      )
      assert.equal(loud(found).length, 3)
    })
  })
})

describe('several schemas', () => {
  it('judge the types of their own package', () => {
    const files = {
      'package.json': '{ "workspaces": ["apps/*"] }',
      'apps/a/package.json': '{ "name": "a" }',
      'apps/a/prisma/schema.prisma': SCHEMA,
      'apps/a/src/order.ts': ORDER_TYPES,
      'apps/b/package.json': '{ "name": "b" }',
      'apps/b/prisma/schema.prisma': SCHEMA.replace('total  Int', 'total  String'),
      'apps/b/src/order.ts': DRIFTED_ORDER,
    }
    return inWorkspace(files, async ({ report, write }) => {
      const clean = await report()
      assert.deepEqual(loud(clean), [])
      assert.deepEqual(
        clean.pairs.map(({ file, schema }) => [file, schema]),
        ['a', 'b'].map((app) => [`apps/${app}/src/order.ts`, `apps/${app}/prisma/schema.prisma`]),
      )
      write({ 'apps/a/src/order.ts': DRIFTED_ORDER, 'apps/b/src/order.ts': ORDER_TYPES })
      assert.deepEqual(loud(await report()), [
        'field-type-mismatch apps/a/src/order.ts:3 Order.total',
        'field-type-mismatch apps/b/src/order.ts:3 Order.total',
      ])
    })
  })

  it('in one package judge the types of the folder that they are in', () => {
    const bill = 'datasource db {\n  provider = "postgresql"\n}\nmodel Bill {\n  id Int @id\n}\n'
    const order = 'model Order {\n  id     Int     @id\n  total  String\n  note   String?\n  userId Int\n}\n'
    const files = {
      'package.json': '{}',
      'apps/shop/prisma/schema.prisma': SCHEMA,
      'apps/bills/prisma/schema.prisma': `${bill}${order}${bill.slice(bill.indexOf('model')).replace('Bill', 'Item')}`,
      'apps/shop/src/order.ts': DRIFTED_ORDER,
      'apps/bills/src/order.ts': DRIFTED_ORDER,
    }
    return inWorkspace(files, async ({ report }) => {
      assert.deepEqual(loud(await report()), ['field-type-mismatch apps/shop/src/order.ts:3 Order.total'])
    })
  })

  it('judge the types of the application that has their client', () => {
    const output = 'output = "../../../apps/bills/src/generated"'
    const files = {
      'package.json': '{}',
      'apps/shop/prisma/schema.prisma': SCHEMA,
      'libs/bills/prisma/schema.prisma': `datasource db {\n  provider = "postgresql"\n}\ngenerator c {\n  provider = "prisma-client"\n  ${output}\n}\nmodel Bill {\n  id Int @id\n}\nmodel Payer {\n  id Int @id\n}\nmodel Order {\n  id     Int     @id\n  total  String\n  note   String?\n  userId Int\n}\n`,
      'apps/bills/src/order.ts': ORDER_TYPES,
      'apps/shop/src/order.ts': ORDER_TYPES,
    }
    return inWorkspace(files, async ({ report }) => {
      assert.deepEqual(loud(await report()), ['field-type-mismatch apps/bills/src/order.ts:3 Order.total'])
    })
  })

  it('are named in brief, as are the errors of a schema with many', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const broken = Array.from({ length: 30 }, (_, index) => `  x${index} Missing\n`).join('')
    const files = names.flatMap((name) => [
      [`packages/${name}/package.json`, `{ "name": "${name}" }`],
      [`packages/${name}/prisma/schema.prisma`, SCHEMA.replace('model User {\n', name === 'f' ? `$&${broken}` : '$&')],
    ])
    return inWorkspace(Object.fromEntries(files), async ({ check, report }) => {
      const brief = (await check()).stdout
      assert.match(brief, /d\/prisma\/schema\.prisma \(2 models, 1 enum\) and 2 other schemas;/)
      assert.match(
        brief,
        /20 more errors in the schema of packages\/f\/prisma\/schema\.prisma \(--verbose shows them\)/,
      )
      assert.equal(brief.match(/schema error/g)?.length, 10)
      assert.equal((await check('--verbose')).stdout.match(/schema error/g)?.length, 30)
      assert.equal((await check('--format', 'markdown')).stdout.match(/Missing/g)?.length, 10)
      const { schemas } = await report()
      assert.equal(schemas.find(({ root }) => root === 'packages/f')?.errors.length, 30)
    })
  })

  it('that are alternatives are told where they disagree, and the first judges the types', () =>
    inWorkspace(
      { ...SHOP, 'prisma/schema.production.prisma': SCHEMA.replace('total  Int', 'total  String') },
      async ({ report }) => {
        const { schemas, findings } = await report()
        assert.deepEqual(
          schemas.map(({ files }) => files),
          [['prisma/schema.prisma']],
        )
        const [twin] = findings.filter(({ rule }) => rule === 'schema-twin-differs')
        assert.equal(twin?.file, 'prisma/schema.production.prisma')
        assert.equal(twin?.severity, 'info')
        assert.match(twin?.message ?? '', /'Order\.total' is String, not Int/)
        assert.deepEqual(
          findings.filter(({ file }) => file.startsWith('src/')),
          [],
        )
      },
    ))
})

describe('what nobody wrote by hand', () => {
  const order = DRIFTED_ORDER
  const generated = {
    'node_modules/some-package/order.ts': order,
    'packages/a/node_modules/b/order.ts': order,
    'dist/order.ts': order,
    '.gitignore': 'ignored/\n*.gen.ts\n!kept.gen.ts\n',
    'src/ignored/order.ts': order,
    'src/order.gen.ts': order,
    '.gitattributes': 'src/api/** linguist-generated=true\n',
    'src/api/order.ts': order,
    'src/header/order.ts': `/* eslint-disable */\n// @generated by a program\n${order}`,
    'src/header/edit.ts': `// Code generated by a program. DO NOT EDIT.\n${order}`,
    'src/client/models.ts': order,
    'src/zod/index.ts': order,
    'prisma/schema.prisma': SCHEMA.replace(
      'generator client {\n  provider = "prisma-client-js"\n}',
      `generator client {\n  provider = "prisma-client"\n  output = "../src/client"\n}
generator zod {\n  provider = "zod-prisma-types"\n  output = "../src/zod"\n}`,
    ),
  }

  it('is not reported', () =>
    inWorkspace({ ...SHOP, ...generated }, async ({ report }) => {
      const found = await report()
      assert.deepEqual(found.findings, [])
      assert.deepEqual(
        found.pairs.map(({ file }) => file),
        ['src/order.ts', 'src/user.ts', 'src/user.ts'],
      )
    }))

  it('is not a schema, and no twin of one, where a client keeps its copy', () =>
    inWorkspace(
      {
        ...SHOP,
        'prisma/schema.prisma': generated['prisma/schema.prisma'],
        'src/client/schema.prisma': SCHEMA.replace('total  Int', 'total  String'),
        'src/user.ts': USER_TYPES,
      },
      async ({ report }) => {
        const { schemas, findings } = await report()
        assert.deepEqual(
          schemas.map(({ files }) => files),
          [['prisma/schema.prisma']],
        )
        assert.deepEqual(
          findings.map(({ rule }) => rule),
          ['client-stale'],
        )
      },
    ))

  it('is reported where .gitignore takes it back', () =>
    inWorkspace({ ...SHOP, ...generated, 'src/kept.gen.ts': order }, async ({ report }) =>
      assert.deepEqual(loud(await report()), ['field-type-mismatch src/kept.gen.ts:3 Order.total']),
    ))
})
