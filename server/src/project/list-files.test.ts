import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type ListOptions, listFiles, listWorkspace } from './list-files.js'
import { createTemporaryWorkspace, type TemporaryWorkspace } from './temporary-workspace.js'

describe('listFiles', () => {
  let workspace: TemporaryWorkspace
  const listed = async (root = workspace.root, options: ListOptions = {}) =>
    (await listFiles(root, options)).map(({ id }) => id)
  beforeEach(() => {
    workspace = createTemporaryWorkspace()
  })
  afterEach(() => workspace.remove())

  it('lists the kinds of file that somebody reads, sorted', async () => {
    const names = [
      'b.ts',
      'a.tsx',
      'c.mts',
      'd.cts',
      'e.vue',
      'f.svelte',
      'g.prisma',
      'package.json',
      'tsconfig.app.json',
    ]
    const others = ['prisma.config.mjs', '.config/prisma.ts', 'prisma/migrations/1_a/migration.sql']
    const unread = ['x.js', 'y.json', 'dump.sql', 'README.md', 'prisma.config.production.mjs', 'notes']
    workspace.write(Object.fromEntries([...names, ...others, ...unread].map((name) => [name, ''])))
    assert.deepEqual(await listed(), [...names, ...others].sort())
    const kinds = (await listFiles(workspace.root)).map(({ id, kind }) => `${id} ${kind}`)
    assert.ok(kinds.includes('.config/prisma.ts config') && kinds.includes('prisma.config.mjs config'))
  })

  it('skips what is installed or built', async () => {
    workspace.write({
      'node_modules/x/i.ts': '',
      'a/dist/i.d.ts': '',
      '.next/i.ts': '',
      'coverage/i.ts': '',
      'a/i.ts': '',
    })
    assert.deepEqual(await listed(), ['a/i.ts'])
  })

  it('honours nested .gitignore files', async () => {
    workspace.write({
      '.gitignore': 'generated/\n*.gen.ts\n/only-root.ts\n',
      'a/.gitignore': '!keep.gen.ts\nlocal.ts\r\n',
      'generated/x.ts': '',
      'a/generated/x.ts': '',
      'a/keep.gen.ts': '',
      'a/other.gen.ts': '',
      'a/local.ts': '',
      'local.ts': '',
      'only-root.ts': '',
      'a/only-root.ts': '',
    })
    assert.deepEqual(await listed(), ['a/keep.gen.ts', 'a/only-root.ts', 'local.ts'])
  })

  describe('where git ignores the only schemas', () => {
    const ignoring = '.env\nprisma/\nschema.prisma\n'

    it('lists those that Prisma finds all the same, and their migrations', async () => {
      workspace.write({
        '.gitignore': ignoring,
        'schema.prisma': '',
        'prisma/schema.prisma': '',
        'prisma/migrations/1_a/migration.sql': '',
        'prisma/seed.ts': '',
        'prisma/other.prisma': '',
        'prisma/client/schema.prisma': '',
        'api/package.json': '{}',
        'api/prisma/schema/user.prisma': '',
        'api/src/prisma/schema.prisma': '',
        'api/node_modules/x/package.json': '{}',
        'api/node_modules/x/prisma/schema.prisma': '',
      })
      assert.deepEqual(await listed(), [
        'api/package.json',
        'api/prisma/schema/user.prisma',
        'prisma/migrations/1_a/migration.sql',
        'prisma/schema.prisma',
        'schema.prisma',
      ])
      const exclude = (id: string) => id === 'prisma/' || id === 'schema.prisma'
      assert.deepEqual(await listed(workspace.root, { exclude }), ['api/package.json', 'api/prisma/schema/user.prisma'])
    })

    it('lists none of a package that git ignores, and none beside a schema that it does not', async () => {
      workspace.write({ 'gen/.gitignore': '*\n', 'gen/package.json': '{}', 'gen/schema.prisma': '' })
      assert.deepEqual(await listed(), [])
      workspace.write({ '.gitignore': ignoring, 'prisma/schema.prisma': '', 'db/main.prisma': '' })
      assert.deepEqual(await listed(), ['db/main.prisma'])
    })
  })

  it('honours the .gitignore files of the repository above', async () => {
    workspace.write({
      '.git/info/exclude': 'excluded.ts',
      '.gitignore': '/apps/web/secret.ts',
      'apps/.gitignore': 'tmp/',
    })
    workspace.write({
      'apps/web/secret.ts': '',
      'apps/web/excluded.ts': '',
      'apps/web/tmp/x.ts': '',
      'apps/web/a.ts': '',
    })
    assert.deepEqual(await listed(path.join(workspace.root, 'apps/web')), ['a.ts'])
  })

  it('survives a .gitignore that is binary or a folder', async () => {
    workspace.write({ '.gitignore': Buffer.from([0, 255, 0, 10, 91, 10]), 'a/.gitignore/x': '', 'a/x.ts': '' })
    assert.deepEqual(await listed(), ['a/x.ts'])
  })

  it('marks what .gitattributes calls generated', async () => {
    workspace.write({ '.gitattributes': '*.gen.ts text linguist-generated=true\nkept.gen.ts -linguist-generated\n' })
    workspace.write({ 'sub/.gitattributes': 'client/** linguist-generated\n# c\n', 'sub/client/deep/x.ts': '' })
    workspace.write({ 'a.gen.ts': '', 'kept.gen.ts': '', 'a.ts': '' })
    const marked = (await listFiles(workspace.root)).filter(({ generated }) => generated)
    assert.deepEqual(
      marked.map(({ id }) => id),
      ['a.gen.ts', 'sub/client/deep/x.ts'],
    )
  })

  it('excludes what the caller excludes', async () => {
    workspace.write({ 'a/x.ts': '', 'b/x.ts': '', 'b/y.ts': '' })
    assert.deepEqual(await listed(workspace.root, { exclude: (id) => id === 'a/' || id === 'b/y.ts' }), ['b/x.ts'])
  })

  it('follows no links, but says where those inside lead', async () => {
    const outside = createTemporaryWorkspace({ 'secret.ts': '' })
    workspace.write({ 'shared/x.ts': '' })
    const link = (target: string, name: string) => fs.symlinkSync(target, path.join(workspace.root, name))
    link('.', 'loop')
    link('shared', 'alias')
    link('loop2', 'loop2')
    link('nowhere', 'dangling.ts')
    link(outside.root, 'outside')
    link(path.join(outside.root, 'secret.ts'), 'secret.ts')
    const listing = await listWorkspace(workspace.root)
    outside.remove()
    assert.deepEqual(
      listing.files.map(({ id }) => id),
      ['shared/x.ts'],
    )
    assert.deepEqual([...listing.links], [['alias', 'shared']])
    assert.deepEqual(
      listing.problems.map(({ file, kind }) => `${file} ${kind}`),
      ['dangling.ts missing', 'loop2 unreadable', 'outside outside', 'secret.ts outside'],
    )
  })

  it('passes over pipes, and folders that it may not read', async () => {
    workspace.write({ 'a.ts': '', 'locked/b.ts': '' })
    execFileSync('mkfifo', [path.join(workspace.root, 'pipe.ts')])
    fs.chmodSync(path.join(workspace.root, 'locked'), 0)
    const { files, problems } = await listWorkspace(workspace.root)
    fs.chmodSync(path.join(workspace.root, 'locked'), 0o755)
    const seen = files.map(({ id }) => id)
    // For root permissions do not bind.
    if (problems.length === 0) assert.deepEqual(seen, ['a.ts', 'locked/b.ts'])
    else {
      assert.deepEqual(seen, ['a.ts'])
      assert.deepEqual(problems, [{ file: 'locked', kind: 'unreadable', message: 'permission denied' }])
    }
  })

  it('reports a root that is not there', async () => {
    const { files, problems } = await listWorkspace(path.join(workspace.root, 'nowhere'))
    assert.deepEqual(files, [])
    assert.deepEqual(problems, [{ file: '', kind: 'missing', message: 'no such file' }])
  })

  it('reaches deep folders and unusual names', async () => {
    const deep = `${'d/'.repeat(200)}x.ts`
    workspace.write({ [deep]: '', 'a b/ünï [id].ts': '', '-x.ts': '', '#h.ts': '', '..dots.ts': '' })
    assert.deepEqual(await listed(), ['#h.ts', '-x.ts', '..dots.ts', 'a b/ünï [id].ts', deep].sort())
  })
})
