import assert from 'node:assert/strict'
import { loadPrismaWasm } from './load-prisma-wasm.js'

describe('loadPrismaWasm', () => {
  const lint = async (schema: string) =>
    JSON.parse((await loadPrismaWasm()).lint(JSON.stringify([['a.prisma', schema]])))

  it('loads once', () => assert.equal(loadPrismaWasm(), loadPrismaWasm()))

  it("gives Prisma's own code", async () => {
    assert.deepEqual(await lint('model A {\n  id Int @id\n}\n'), [])
    const [error] = await lint('model A {\n  id Nope @id\n}\n')
    assert.deepEqual([error.file_name, error.start, error.end], ['a.prisma', 15, 19])
  })

  it('lives on after Prisma gave up', async () => {
    const wasm = await loadPrismaWasm()
    assert.throws(() => wasm.lint('no JSON'))
    assert.deepEqual(await lint(''), [])
  })
})
