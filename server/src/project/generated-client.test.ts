import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { findGeneratedSchema } from './generated-client.js'
import { createTemporaryWorkspace } from './temporary-workspace.js'

describe('findGeneratedSchema', () => {
  const find = (files: Record<string, string>, root: string, outputs: readonly string[] = []) => {
    const workspace = createTemporaryWorkspace(files)
    const found = findGeneratedSchema(workspace.root, { root, generatedClientOutputs: outputs })
    workspace.remove()
    return found
  }

  it('finds the default place in the package or above it', () => {
    const file = 'node_modules/.prisma/client/schema.prisma'
    assert.deepEqual(find({ [`api/${file}`]: 'a' }, 'api'), { file: `api/${file}`, text: 'a' })
    assert.deepEqual(find({ [file]: 'a', 'api/package.json': '' }, 'api'), { file, text: 'a' })
    assert.equal(find({ 'api/package.json': '' }, 'api'), undefined)
  })

  it("finds it in pnpm's store", () => {
    const workspace = createTemporaryWorkspace()
    const store = 'node_modules/.pnpm/@prisma+client@6/node_modules'
    workspace.write({ [`${store}/@prisma/client/package.json`]: '', [`${store}/.prisma/client/schema.prisma`]: 'a' })
    fs.mkdirSync(path.join(workspace.root, 'api/node_modules/@prisma'), { recursive: true })
    fs.symlinkSync(
      path.join(workspace.root, store, '@prisma/client'),
      path.join(workspace.root, 'api/node_modules/@prisma/client'),
    )
    const found = findGeneratedSchema(workspace.root, { root: 'api', generatedClientOutputs: [] })
    workspace.remove()
    assert.deepEqual(found, { file: `${store}/.prisma/client/schema.prisma`, text: 'a' })
  })

  it('finds it in an output, as a file or inside of the code', () => {
    assert.deepEqual(find({ 'out/schema.prisma': 'a' }, '', ['out']), { file: 'out/schema.prisma', text: 'a' })
    const code = `const config = {\n  "inlineSchema": ${JSON.stringify('model "A" {\n}')},\n  "x": 1\n}`
    assert.deepEqual(find({ 'out/internal/class.ts': code }, '', ['other', 'out']), {
      file: 'out/internal/class.ts',
      text: 'model "A" {\n}',
    })
    assert.equal(find({ 'out/internal/class.ts': '"inlineSchema": "\\x"' }, '', ['out']), undefined)
  })
})
