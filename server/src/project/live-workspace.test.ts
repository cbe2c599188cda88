import assert from 'node:assert/strict'
import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DEFAULT_SETTINGS } from '../configuration/settings.js'
import { createLiveWorkspace, type LiveWorkspace } from './live-workspace.js'
import { loadWorkspace } from './load-workspace.js'
import { createTemporaryWorkspace, type TemporaryWorkspace } from './temporary-workspace.js'

const SCHEMA = 'datasource db {\n  provider = "sqlite"\n}\n\nmodel User {\n  id    Int     @id\n  email String?\n}\n'
const USER = 'export interface User {\n  id: number\n  email: string\n}\n'

const FILES = {
  'package.json': '{ "name": "shop" }',
  'tsconfig.json': '{ "compilerOptions": { "paths": { "~/*": ["./src/*"] } } }',
  'prisma/schema.prisma': SCHEMA,
  'src/user.ts': USER,
  'src/page.ts': "import type { User } from '~/user'\nexport type UserDto = Pick<User, 'id' | 'mail'>\n",
}

const trust = 'trusted'
const base = 'HEAD'
const settings = DEFAULT_SETTINGS

async function settled(live: LiveWorkspace): Promise<void> {
  await live.ready
  while (!live.isSettled()) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** Whoever asks the live workspace is answered as by a fresh load of what is on disk, with `documents` on top. */
async function equalsFresh(live: LiveWorkspace, documents: Record<string, string> = {}): Promise<readonly string[]> {
  await settled(live)
  const { world } = await loadWorkspace({
    ...{ root: live.root, trust, base, settings },
    documents: new Map(Object.entries(documents)),
  })
  const now = live.world()
  assert.deepEqual([...now.texts].sort(), [...world.texts].sort())
  assert.deepEqual(now.schemas, world.schemas)
  assert.deepEqual(now.packages, world.packages)
  for (const [file, specifier] of [
    ['src/page.ts', '~/user'],
    ['src/page.ts', './user'],
    ['lib/page.ts', './user'],
  ] as const)
    assert.equal(now.resolveModule(file, specifier), world.resolveModule(file, specifier))
  return live
    .snapshot()
    .findings()
    .map(({ rule, at }) => `${at.file} ${rule}`)
}

async function inLive(body: (live: LiveWorkspace, on: TemporaryWorkspace) => Promise<void>): Promise<void> {
  const on = createTemporaryWorkspace(FILES)
  const onError = (error: unknown) => assert.fail(String(error))
  const live = createLiveWorkspace({
    root: on.root,
    trust,
    settings: async () => settings,
    onError,
    onUnknown() {},
    onChange() {},
  })
  try {
    await live.ready
    await body(live, on)
  } finally {
    live.dispose()
    on.remove()
  }
}

describe('a live workspace', () => {
  it('is what a load gives', () =>
    inLive(async (live) => {
      assert.deepEqual(await equalsFresh(live), [
        'src/page.ts mapped-type-key-unknown',
        'src/user.ts nullability-mismatch',
      ])
    }))

  it('takes over open documents at once, and the file again when they are closed', () =>
    inLive(async (live) => {
      live.setDocument('src/user.ts', USER.replace('string', 'string | null'))
      assert.ok(live.isSettled())
      assert.deepEqual(await equalsFresh(live, { 'src/user.ts': USER.replace('string', 'string | null') }), [
        'src/page.ts mapped-type-key-unknown',
      ])
      live.setDocument('src/user.ts', undefined)
      assert.equal((await equalsFresh(live)).length, 2)
    }))

  it('loads nothing for a column, and all for a generator', () =>
    inLive(async (live) => {
      const text = SCHEMA.replace('String?', 'String')
      live.setDocument('prisma/schema.prisma', text)
      assert.ok(live.isSettled())
      await equalsFresh(live, { 'prisma/schema.prisma': text })
      const other = `${text}\ngenerator client {\n  provider = "prisma-client"\n  output = "../src"\n}\n`
      live.setDocument('prisma/schema.prisma', other)
      assert.ok(!live.isSettled())
      await equalsFresh(live, { 'prisma/schema.prisma': other })
    }))

  it('follows the disk', () =>
    inLive(async (live, { root, write }) => {
      write({ 'src/user.ts': USER.replace('email', 'mail') })
      live.filesChanged([{ file: 'src/user.ts', kind: 'changed' }])
      await equalsFresh(live)
      write({ 'src/new.ts': 'export interface NewUser { id: number }' })
      live.filesChanged([{ file: 'src/new.ts', kind: 'created' }])
      await equalsFresh(live)
      renameSync(path.join(root, 'src'), path.join(root, 'lib'))
      live.filesChanged([
        { file: 'src', kind: 'deleted' },
        { file: 'lib', kind: 'created' },
      ])
      await equalsFresh(live)
      write({ '.gitignore': 'lib/new.ts\n', '.git/HEAD': '' })
      live.filesChanged([{ file: '.gitignore', kind: 'created' }])
      await equalsFresh(live)
      write({ 'tsconfig.json': '{ "compilerOptions": { "paths": { "~/*": ["./lib/*"] } } }' })
      live.filesChanged([{ file: 'tsconfig.json', kind: 'changed' }])
      await equalsFresh(live)
      rmSync(path.join(root, 'lib/page.ts'))
      live.filesChanged([{ file: 'lib/page.ts', kind: 'deleted' }])
      await equalsFresh(live)
    }))

  it('misses no change that comes while it loads', () =>
    inLive(async (live, { write }) => {
      for (let round = 0; round < 5; round++) {
        const loading = live.reload()
        live.setDocument('src/page.ts', `export interface User { id: string }\n// ${round}\n`)
        write({ 'src/user.ts': `${USER}// ${round}\n` })
        live.filesChanged([{ file: 'src/user.ts', kind: 'changed' }])
        await loading
        await equalsFresh(live, { 'src/page.ts': `export interface User { id: string }\n// ${round}\n` })
      }
    }))

  it('reads a file again that was written twice within the clock of the disk', () =>
    inLive(async (live, { write }) => {
      for (const type of ['string', 'number', 'Object']) {
        write({ 'src/user.ts': USER.replace('string', type) })
        await live.reload()
        await equalsFresh(live)
      }
    }))

  it('notices that a client is generated, installed or gone, though nobody tells', () =>
    inLive(async (live, on) => {
      const schema = `${SCHEMA}generator client {\n  provider = "prisma-client-js"\n}\n`
      on.write({ 'prisma/schema.prisma': schema, 'package.json': '{ "dependencies": { "@prisma/client": "6" } }' })
      await live.reload()
      const rules = () =>
        live
          .snapshot()
          .findings()
          .flatMap(({ rule }) => (rule.startsWith('client-') ? [rule] : []))
      const comes = async (expected: readonly string[]) => {
        while (rules().join() !== expected.join()) await new Promise((resolve) => setTimeout(resolve, 20))
        await equalsFresh(live)
      }
      assert.deepEqual(rules(), [])
      on.write({ 'node_modules/@prisma/client/package.json': '{ "version": "6.2.0" }' })
      await comes(['client-missing'])
      on.write({ 'node_modules/.prisma/client/schema.prisma': schema.replace('email', 'mail') })
      await comes(['client-stale'])
      on.write({ 'node_modules/.prisma/client/schema.prisma': schema })
      await comes([])
      live.setDocument('prisma/schema.prisma', schema.replace('email', 'mail'))
      assert.deepEqual(rules(), ['client-stale'])
      live.setDocument('prisma/schema.prisma', undefined)
      rmSync(path.join(live.root, 'node_modules/.prisma'), { recursive: true })
      await comes(['client-missing'])
    }))
})
