import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { DRIFT, DRIFTED_SHOP, ORDER_TYPES, SCHEMA, SHOP } from './support/shop.js'
import { inWorkspace, loud } from './support/workspace.js'

const DRIFTED_ORDER = DRIFTED_SHOP['src/order.ts']
const found = (file: string, line = 3) => `field-type-mismatch ${file}:${line} Order.total`

describe('odd files', () => {
  it('are read as far as they can be, each with its ranges, and the others are told of', () =>
    inWorkspace(DRIFTED_SHOP, async ({ write, at, check, report }) => {
      write({
        'odd/a-bom.ts': `\uFEFF${DRIFTED_ORDER}`,
        'odd/b-crlf.ts': DRIFTED_ORDER.replaceAll('\n', '\r\n'),
        'odd/c-utf-16.ts': Buffer.from(`\uFEFF${DRIFTED_ORDER}`, 'utf16le'),
        'odd/d-utf-16-be.ts': Buffer.from(`\uFEFF${DRIFTED_ORDER}`, 'utf16le').swap16(),
        'odd/e-invalid.ts': Buffer.concat([Buffer.from([0x2f, 0x2f, 0xff, 0xfe, 0x0a]), Buffer.from(DRIFTED_ORDER)]),
        'odd/f-tabs.ts': DRIFTED_ORDER.replaceAll('  ', '\t\t'),
        'odd/g \u{1f600} it\'s "ä" [x] $y.ts': DRIFTED_ORDER,
        'odd/h-emoji.ts': DRIFTED_ORDER.replace('  total', '  /*\u{1f600}*/ total'),
        'skipped/binary.ts': Buffer.from([0, 1, 2, 3]),
        'skipped/large.ts': `${DRIFTED_ORDER}//${' '.repeat(20 * 1024 * 1024)}`,
        'fine/empty.ts': '',
        'fine/nothing.vue': '',
        'fine/link.txt': '',
      })
      fs.mkdirSync(at('fine/folder.ts'))
      fs.symlinkSync('..', at('fine/loop'))
      fs.symlinkSync('self.ts', at('fine/self.ts'))
      fs.symlinkSync('gone.ts', at('fine/dangling.ts'))
      fs.symlinkSync('/etc/hosts', at('fine/outside.ts'))
      fs.symlinkSync('../odd/a-bom.ts', at('fine/second.ts'))
      execFileSync('mkfifo', [at('fine/pipe.ts')])
      const result = await report()
      const files = result.findings.map(({ file }) => file)
      assert.deepEqual(
        loud(result).filter((line) => !line.startsWith(DRIFT)),
        files.filter((file) => file.startsWith('odd/')).map((file) => found(file, file.includes('/e-') ? 4 : 3)),
      )
      assert.equal(files.length, 9)
      for (const { file, range } of result.findings) {
        const start = file.includes('/h-') ? 16 : 9
        assert.deepEqual([range.start.character, range.end.character], [start, start + 6], file)
      }
      const { stderr } = await check()
      for (const line of [
        'skipped/binary.ts: binary',
        'skipped/large.ts: larger than 5 MB',
        'fine/dangling.ts: no such file',
      ]) {
        assert.ok(stderr.includes(`skipped ${line}\n`), stderr)
      }
    }))

  it('that may not be read are told of', () => {
    // Root may read everything.
    const isRoot = process.getuid?.() === 0
    return inWorkspace(
      { ...DRIFTED_SHOP, 'closed/a.ts': DRIFTED_ORDER, 'b.ts': DRIFTED_ORDER },
      async ({ at, check, report }) => {
        fs.chmodSync(at('closed'), 0)
        fs.chmodSync(at('b.ts'), 0)
        try {
          const all = [found('b.ts'), found('closed/a.ts'), DRIFT]
          assert.deepEqual(loud(await report()), isRoot ? all : [DRIFT])
          if (!isRoot) assert.match((await check()).stderr, /skipped b\.ts: permission denied/)
        } finally {
          fs.chmodSync(at('closed'), 0o755)
        }
      },
    )
  })

  it('of the schema are read like the others', () =>
    inWorkspace(DRIFTED_SHOP, async ({ write, report }) => {
      const encodings = [
        `\uFEFF${SCHEMA}`,
        SCHEMA.replaceAll('\n', '\r\n'),
        Buffer.from(`\uFEFF${SCHEMA}`, 'utf16le'),
        Buffer.concat([Buffer.from([0x2f, 0x2f, 0xff, 0x0a]), Buffer.from(SCHEMA)]),
      ]
      for (const schema of encodings) {
        write({ 'prisma/schema.prisma': schema })
        const { schemas, ...rest } = await report()
        assert.deepEqual(
          schemas.flatMap(({ errors }) => errors),
          [],
        )
        assert.deepEqual(loud({ schemas, ...rest }), [DRIFT])
      }
    }))

  it('of the schema that are empty hold nothing to compare', () =>
    inWorkspace({ ...DRIFTED_SHOP, 'prisma/schema.prisma': '' }, async ({ report }) =>
      assert.deepEqual((await report()).findings, []),
    ))
})

describe('odd types', () => {
  const DEEP = 10_000

  it('end no run and change nothing elsewhere', () =>
    inWorkspace(
      {
        ...DRIFTED_SHOP,
        'src/circular.ts': `
          export interface User extends Order { email: string; age: number }
          export interface Order extends User { total: number; userId: number }
          export type Loop = Loop
          export type A = B & { id: number }
          export type B = A & { total: number }
          export type OrderDto = Partial<OrderDto> & Pick<OrderDto, 'total'>
          export class OrderEntity extends OrderEntity { total: number }`,
        'src/circular-a.ts': `import { Order as Base } from './circular-b'\nexport interface Order extends Base { total: number }`,
        'src/circular-b.ts': `import { Order as Base } from './circular-a'\nexport interface Order extends Base { note: string | null }`,
        'src/self.ts': `export * from './self'\nexport { Order } from './self'\nimport { Order } from './self'\nexport interface OrderDto extends Order { total: number }`,
        'src/deep-braces.ts': `interface Order { total: ${'{ a: '.repeat(DEEP)} string ${'}'.repeat(DEEP)} }`,
        'src/deep-open.ts': `interface Order { total: ${'{ a: '.repeat(DEEP)}`,
        'src/deep-brackets.ts': `interface Order { total: ${'('.repeat(DEEP)} string ${')'.repeat(DEEP)}${'[]'.repeat(DEEP)} }`,
        'src/deep-generics.ts': `interface Order { total: ${'Array<'.repeat(DEEP)} string ${'>'.repeat(DEEP)} }`,
        'src/deep-code.ts': `const x = ${'['.repeat(DEEP)}${']'.repeat(DEEP)}\ninterface Order { total: 1 }`,
        'src/wide.ts': `export type Role = ${Array.from({ length: DEEP }, (_, index) => `'R${index}'`).join(' | ')}`,
        'src/long-line.ts': `export const text = '${'x'.repeat(4.5 * 1024 * 1024)}'; interface Order { id: number; total: number }`,
      },
      async ({ report, check }) => {
        const result = await report('src/order.ts', 'src/user.ts')
        assert.deepEqual(loud(result), [DRIFT])
        const { status, stderr } = await check()
        assert.equal(status, 1)
        assert.doesNotMatch(stderr, /\n\s+at |warning/)
      },
    ))
})

describe('odd schemas', () => {
  it('with two models of one name are told of at both places', () =>
    inWorkspace(
      { ...DRIFTED_SHOP, 'prisma/schema.prisma': `${SCHEMA}\nmodel Order {\n  id Int @id\n}\n` },
      async ({ check, report }) => {
        const [first, second] = [...SCHEMA.split('\n'), 'model Order {'].flatMap((line, index) =>
          line === 'model Order {' ? index : [],
        )
        const [error] = (await report()).schemas.flatMap(({ errors }) => errors)
        assert.equal(error?.range.start.line, second)
        assert.match(error?.message ?? '', /"Order" cannot be defined because a model with that name already exists/)
        assert.ok(error?.message.includes(`prisma/schema.prisma:${Number(first) + 1}`), error?.message)
        assert.equal((await check()).status, 1)
      },
    ))

  it('may be large', () => {
    const models = Array.from({ length: 2000 }, (_, index) => `model Thing${index} {\n  id Int @id\n  size Int\n}\n`)
    const types = Array.from(
      { length: 2000 },
      (_, index) => `export interface Thing${index} {\n  id: number\n  size: string\n}\n`,
    )
    return inWorkspace(
      { ...SHOP, 'prisma/schema.prisma': `${SCHEMA}${models.join('')}`, 'src/things.ts': types.join('') },
      async ({ report }) => {
        const { summary, schemas } = await report()
        assert.equal(schemas[0]?.models, 2002)
        assert.equal(summary.errors, 2000)
      },
    )
  })

  it('may be nested without end', () =>
    inWorkspace(
      {
        ...DRIFTED_SHOP,
        'prisma/schema.prisma': `${SCHEMA}\nmodel Deep {\n  id Int @id @default(${'['.repeat(5000)})\n}\n${'{'.repeat(5000)}\n`,
        'src/same.ts': ORDER_TYPES,
      },
      async ({ report }) => assert.deepEqual(loud(await report()), [DRIFT]),
    ))
})
