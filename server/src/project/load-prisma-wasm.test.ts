import assert from 'node:assert/strict'
import { loadPrismaWasm } from './load-prisma-wasm.js'

describe('loadPrismaWasm', () => {
  const schema = 'datasource db {\n  provider = "sqlite"\n}\n\nmodel A {\n  id Int @id\n}\n'

  it('loads once', () => assert.equal(loadPrismaWasm(), loadPrismaWasm()))

  it('lints, reads and merges', async () => {
    const wasm = await loadPrismaWasm()
    assert.deepEqual(wasm.lint([['a.prisma', schema]]), [])
    const broken = wasm.lint([
      ['a.prisma', schema],
      ['b.prisma', 'model B {\n  id Nope @id\n}\n'],
    ])
    assert.deepEqual(
      broken.map(({ file_name, start, end }) => ({ file_name, start, end })),
      [{ file_name: 'b.prisma', start: 15, end: 19 }],
    )
    assert.deepEqual(JSON.parse(wasm.datamodel([['a.prisma', schema]])).models[0].name, 'A')
    assert.ok(
      wasm
        .merge([
          ['a.prisma', schema],
          ['b.prisma', 'model B {\n id Int @id\n}\n'],
        ])
        .includes('model B'),
    )
    assert.throws(() => wasm.datamodel([['a.prisma', 'model {']]))
  })
})
