import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { ClientSource } from '../analysis/world.js'
import type { ClientLocation } from './discover-schemas.js'
import { readClients } from './generated-client.js'
import { createOutsideFiles, hasChanged } from './outside-files.js'
import { createTemporaryWorkspace } from './temporary-workspace.js'

interface Input {
  readonly root?: string
  readonly output?: ClientLocation['output']
  readonly expectsClients?: boolean
}

function clientIn(root: string, { root: schemaRoot = '', output = 'default', expectsClients = true }: Input) {
  const client = { file: 'schema.prisma', generator: 'client', output }
  const schema = { root: schemaRoot, files: ['schema.prisma'], clients: [client], expectsClients }
  return readClients(createOutsideFiles(root, undefined), schema)[0]
}

function read(files: Record<string, string>, input: Input = {}): ClientSource | undefined {
  const workspace = createTemporaryWorkspace(files)
  const client = clientIn(workspace.root, input)
  workspace.remove()
  return client
}

const copyOf = (files: Record<string, string>, input: Input = {}) => read(files, input)?.copy

const INSTALLED = 'node_modules/@prisma/client/package.json'

describe('the client of a schema', () => {
  it('is found at its default place in the package or above it', () => {
    const file = 'node_modules/.prisma/client/schema.prisma'
    assert.deepEqual(copyOf({ [`api/${file}`]: 'a' }, { root: 'api' }), { file: `api/${file}`, text: 'a' })
    assert.deepEqual(copyOf({ [file]: 'a', 'api/package.json': '' }, { root: 'api' }), { file, text: 'a' })
  })

  it("is found in pnpm's store", () => {
    const workspace = createTemporaryWorkspace()
    const store = 'node_modules/.pnpm/@prisma+client@6/node_modules'
    workspace.write({ [`${store}/@prisma/client/package.json`]: '', [`${store}/.prisma/client/schema.prisma`]: 'a' })
    fs.mkdirSync(path.join(workspace.root, 'api/node_modules/@prisma'), { recursive: true })
    fs.symlinkSync(
      path.join(workspace.root, store, '@prisma/client'),
      path.join(workspace.root, 'api/node_modules/@prisma/client'),
    )
    const client = clientIn(workspace.root, { root: 'api' })
    workspace.remove()
    assert.deepEqual(client?.copy, { file: `${store}/.prisma/client/schema.prisma`, text: 'a' })
  })

  it('is found in an output, as a file or inside of the code', () => {
    assert.deepEqual(copyOf({ 'out/schema.prisma': 'a' }, { output: 'out' }), { file: 'out/schema.prisma', text: 'a' })
    const code = `const config = {\n  "clientVersion": "6.1.0",\n  "inlineSchema": ${JSON.stringify('model "A" {\n}')},\n  "x": 1\n}`
    const client = read({ 'out/internal/class.ts': code }, { output: 'out' })
    assert.deepEqual(client?.copy, { file: 'out/internal/class.ts', text: 'model "A" {\n}' })
    assert.equal(client?.versions.generated, '6.1.0')
  })

  it('is missing only where its packages are installed and the schema belongs to a package that uses them', () => {
    assert.equal(copyOf({}), 'unknown')
    assert.equal(copyOf({ 'node_modules/other/package.json': '{}' }), 'unknown')
    assert.equal(copyOf({ [INSTALLED]: '{}' }), 'missing')
    assert.equal(copyOf({ [INSTALLED]: '{}' }, { output: 'out' }), 'missing')
    assert.equal(copyOf({ [INSTALLED]: '{}', 'node_modules/.prisma/client/index.js': '' }), 'missing')
    assert.equal(copyOf({ [INSTALLED]: '{}' }, { expectsClients: false }), 'unknown')
  })

  it('is unknown where it is written to a computed place, or where something else is', () => {
    assert.equal(copyOf({ [INSTALLED]: '{}' }, { output: 'unknown' }), 'unknown')
    assert.equal(copyOf({ [INSTALLED]: '{}', 'out/index.js': '' }, { output: 'out' }), 'unknown')
    const broken = { [INSTALLED]: '{}', 'out/internal/class.ts': '"inlineSchema": "\\x"' }
    assert.equal(copyOf(broken, { output: 'out' }), 'unknown')
    assert.equal(copyOf({ 'schema.prisma': 'a' }, { output: '' }), 'unknown')
  })

  it('tells the versions of what meets in it', () => {
    const versions = read({
      [INSTALLED]: '{ "version": "6.2.0" }',
      'node_modules/prisma/package.json': '{ "version": "6.2.1" }',
      'node_modules/.prisma/client/package.json': '{ "version": "6.1.0" }',
      'node_modules/.prisma/client/schema.prisma': '',
    })?.versions
    assert.deepEqual(versions, { generated: '6.1.0', client: '6.2.0', cli: '6.2.1' })
  })

  it('is noticed when it comes, changes or goes', () => {
    const workspace = createTemporaryWorkspace({ [INSTALLED]: '{}' })
    const copy = 'node_modules/.prisma/client/schema.prisma'
    const steps = [
      () => workspace.write({ [copy]: 'a' }),
      () => workspace.write({ [copy]: 'ab' }),
      () => fs.rmSync(path.join(workspace.root, 'node_modules/.prisma'), { recursive: true }),
    ]
    for (const step of steps) {
      const outside = createOutsideFiles(workspace.root, undefined)
      const client = { file: 'schema.prisma', generator: 'client', output: 'default' } as const
      readClients(outside, { root: '', files: [], clients: [client], expectsClients: true })
      assert.equal(hasChanged(outside.seen), false)
      step()
      assert.equal(hasChanged(outside.seen), true)
    }
    workspace.remove()
  })
})
