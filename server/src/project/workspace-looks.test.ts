import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createRandom, type Random } from '../testing/random.js'
import { loadSettings } from './load-settings.js'
import { loadWorkspace } from './load-workspace.js'
import { createLookedAt, type Looks, looksTheSame } from './looked-at.js'
import { createTemporaryWorkspace } from './temporary-workspace.js'
import { workspaceDigest } from './workspace-digest.js'
import { workspaceLooks } from './workspace-looks.js'

const SCHEMA = `generator client {
  provider = "prisma-client-js"
}

model User {
  id    Int    @id
  email String
}
`

const FILES = {
  '.gitignore': 'ignored\n',
  'package.json': '{ "name": "app", "dependencies": { "@prisma/client": "6.0.0" } }',
  'prisma/schema.prisma': SCHEMA,
  'prisma/migrations/1_start/migration.sql': 'CREATE TABLE "User" ("id" INTEGER);\n',
  'src/user.ts': 'export interface User { id: number }\n',
  'src/deep/order.ts': 'export interface Order { id: number }\n',
  'src/user.test.ts': 'test()\n',
  'tsconfig.json': '{ "extends": "./config/base.json" }',
  'config/base.json': '{ "compilerOptions": { "paths": { "~/*": ["../src/*"] } } }',
  'ignored/made.ts': 'export interface User { id: string }\n',
  'node_modules/@prisma/client/package.json': '{ "version": "6.0.0" }',
  'node_modules/.prisma/client/schema.prisma': SCHEMA,
}

interface Place {
  readonly root: string
  /** Below the root. */
  at(file: string): string
  write(file: string, text: string): void
  git(...args: readonly string[]): void
}

/** What a folder inside of a repository holds, and how it looks; as if everything were older than it is. */
async function look(root: string): Promise<{ readonly digest: string; readonly looks: Looks | undefined }> {
  const looked = createLookedAt(Date.now() + 10_000)
  const loaded = await loadSettings({ root, trust: 'trusted', looked })
  assert.ok(loaded.kind === 'loaded')
  const workspace = await loadWorkspace({ root, base: 'HEAD', trust: 'trusted', settings: loaded.settings, looked })
  const digest = workspaceDigest(workspace)
  return { digest, looks: workspaceLooks(workspace, { root, looked }) }
}

/** A repository with the files in its folder `app`, all of them committed. */
async function inRepository(body: (place: Place) => Promise<void>): Promise<void> {
  const { root: top, write, remove } = createTemporaryWorkspace()
  const root = path.join(top, 'app')
  const at = (file: string) => path.join(root, file)
  const git = (...args: readonly string[]) =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: root, stdio: 'pipe' })
  try {
    write(Object.fromEntries(Object.entries(FILES).map(([file, text]) => [`app/${file}`, text])))
    git('init', '-q', '-b', 'main', '..')
    git('add', '-A', '-f', '.')
    git('commit', '-q', '-m', 'State')
    await body({ root, at, git, write: (file, text) => write({ [`app/${file}`]: text }) })
  } finally {
    remove()
  }
}

/** Time goes on for the file system, too. */
const tick = () => setTimeout(15)

/** Each changes what is read. */
const CHANGES: Readonly<Record<string, (place: Place) => void>> = {
  'another text of the same size, with the old time': ({ at }) => {
    const { atime, mtime } = fs.statSync(at('src/user.ts'))
    fs.writeFileSync(at('src/user.ts'), 'export interface User { ib: number }\n')
    fs.utimesSync(at('src/user.ts'), atime, mtime)
  },
  'another file of the same size and time in its place': ({ at, write }) => {
    const { atime, mtime } = fs.statSync(at('src/user.ts'))
    write('ignored/next.ts', 'export interface User { ib: number }\n')
    fs.utimesSync(at('ignored/next.ts'), atime, mtime)
    fs.renameSync(at('ignored/next.ts'), at('src/user.ts'))
  },
  'a new file': ({ write }) => write('src/deep/new.ts', 'export interface New {}\n'),
  'a file that is gone': ({ at }) => fs.rmSync(at('src/deep/order.ts')),
  'a file with another name': ({ at }) => fs.renameSync(at('src/user.ts'), at('src/users.ts')),
  'a folder with another name': ({ at }) => fs.renameSync(at('src/deep'), at('src/deeper')),
  'a folder that is no longer ignored': ({ write }) => write('.gitignore', 'nothing\n'),
  'an ignore file below': ({ write }) => write('src/.gitignore', 'deep\n'),
  'an ignore file above': ({ at }) => fs.writeFileSync(at('../.gitignore'), 'deep\n'),
  "the repository's own ignore file": ({ at }) => fs.writeFileSync(at('../.git/info/exclude'), 'deep\n'),
  'generated files by attributes': ({ write }) => write('.gitattributes', 'src/deep/** linguist-generated\n'),
  'a file that cannot be text': ({ write }) => write('src/user.ts', '\0'),
  'a column': ({ write }) => write('prisma/schema.prisma', SCHEMA.replace('String', 'Int')),
  'a schema in a folder': ({ write }) => write('prisma/schema/more.prisma', 'model More {\n  id Int @id\n}\n'),
  'a migration': ({ write }) => write('prisma/migrations/2_more/migration.sql', 'SELECT 1;\n'),
  'a changed migration': ({ write }) => write('prisma/migrations/1_start/migration.sql', 'SELECT 1;\n'),
  'a configuration': ({ write }) => write('prisma-drift.config.json', '{ "rules": { "field-type-mismatch": "info" } }'),
  'a configuration among the package': ({ write }) =>
    write('package.json', '{ "prisma-drift": { "rules": { "field-type-mismatch": "info" } } }'),
  'a baseline': ({ write }) =>
    write(
      'prisma-drift-suppressions.json',
      '{ "version": 1, "suppressions": [{ "fingerprint": "a", "rule": "r", "file": "f", "message": "m" }] }',
    ),
  'a package': ({ write }) => write('packages/api/package.json', '{ "name": "api" }'),
  'a path': ({ write }) => write('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["src/*"] } } }'),
  'a path that is inherited': ({ write }) =>
    write('config/base.json', '{ "compilerOptions": { "paths": { "@/*": ["../src/*"] } } }'),
  'a generated client': ({ write }) =>
    write('node_modules/.prisma/client/schema.prisma', SCHEMA.replace('Int', 'String')),
  'no generated client': ({ at }) => fs.rmSync(at('node_modules/.prisma'), { recursive: true }),
  'an installed version': ({ write }) => write('node_modules/@prisma/client/package.json', '{ "version": "7.0.0" }'),
  'another package that is installed': ({ write }) => write('node_modules/prisma/package.json', '{ "version": "6" }'),
  'a link': ({ at }) => fs.symlinkSync('src', at('linked')),
  'a link that leads out': ({ at }) => fs.symlinkSync('/', at('linked')),
  'a commit': ({ write, git }) => {
    write('prisma/schema.prisma', SCHEMA.replace('String', 'Int'))
    git('commit', '-q', '-a', '-m', 'Next')
  },
  'a commit that is taken back': ({ git }) => {
    git('rm', '-q', '--cached', 'prisma/schema.prisma')
    git('commit', '-q', '--amend', '-m', 'State')
  },
  'no repository': ({ at }) => fs.rmSync(at('../.git'), { recursive: true }),
  'a repository of its own': ({ git }) => git('init', '-q'),
}

/** Each leaves all that is read as it is. */
const NO_CHANGES: Readonly<Record<string, (place: Place) => void>> = {
  'a test that is edited': ({ write }) => write('src/user.test.ts', 'other()\n'),
  'what is ignored': ({ write }) => write('ignored/more.ts', 'export interface More {}\n'),
  'a cache among the modules': ({ write }) => write('node_modules/.cache/other/entry', ''),
  'an installed package that nobody asks for': ({ write }) => write('node_modules/zod/package.json', '{}'),
  'another branch that nobody is on': ({ git }) => git('branch', 'other'),
  'what is staged': ({ git, write }) => {
    write('src/user.test.ts', 'other()\n')
    git('add', '-A')
    git('status')
  },
}

/** What people and their tools do all day. */
const STEPS: readonly ((place: Place, random: Random) => void)[] = [
  ({ write }, random) => write(someFile(random), `export interface User { i${random.below(9)}: number }\n`),
  ({ write }, random) => write(someFile(random), `export interface Other { id: ${'x'.repeat(random.below(9))} }\n`),
  ({ at }, random) => fs.rmSync(at(someFile(random)), { force: true }),
  ({ at }, random) => fs.rmSync(at(`src/${random.pick(FOLDERS)}`), { recursive: true, force: true }),
  ({ at }, random) => attempt(() => fs.renameSync(at(someFile(random)), at(someFile(random)))),
  ({ at }, random) =>
    attempt(() => fs.renameSync(at(`src/${random.pick(FOLDERS)}`), at(`src/${random.pick(FOLDERS)}`))),
  ({ at }, random) => attempt(() => fs.symlinkSync(someFile(random), at(`link${random.below(3)}.ts`))),
  ({ at }, random) => fs.rmSync(at(`link${random.below(3)}.ts`), { force: true }),
  ({ at }, random) => attempt(() => fs.utimesSync(at(someFile(random)), 1, random.below(3))),
  ({ write }, random) => write('.gitignore', `ignored\n${random.pick(FOLDERS)}\n`),
  ({ write }, random) => write('prisma/schema.prisma', SCHEMA.replace('email', random.pick(['mail', 'name', 'email']))),
  ({ write }, random) => write(`node_modules/prisma/package.json`, `{ "version": "${random.below(3)}" }`),
  ({ write }, random) => write(`ignored/${random.below(3)}.ts`, `${random.below(9)}\n`),
  ({ write }, random) => write(`node_modules/other/${random.below(9)}.ts`, ''),
  ({ git }) => git('commit', '-q', '-a', '--allow-empty', '-m', 'Next'),
  ({ git }) => git('pack-refs', '--all'),
  ({ git }, random) =>
    attempt(() => git('checkout', '-q', '-f', '-B', `branch${random.below(3)}`, `HEAD~${random.below(2)}`)),
  ({ git }) => git('status'),
]

const FOLDERS = ['deep', 'deeper', 'a/b']

const someFile = (random: Random) => `src/${random.pick(['', 'deep/', 'a/b/'])}${random.pick(['user', 'order'])}.ts`

/** What cannot be done is left. */
function attempt(step: () => void): void {
  try {
    step()
  } catch {
    // A file is not there, or a commit.
  }
}

/** The base is another one afterwards, whatever has been there. */
const HEADS: Readonly<Record<string, (place: Place) => void>> = {
  'packed references': ({ git }) => git('pack-refs', '--all'),
  'no branch': ({ git }) => git('checkout', '-q', '--detach'),
  'another branch': ({ git }) => git('checkout', '-q', '-b', 'feature/other'),
}

describe('how a workspace looks', () => {
  for (const [name, change] of Object.entries(CHANGES))
    it(`is another for ${name}`, () =>
      inRepository(async (place) => {
        const before = await look(place.root)
        await tick()
        assert.equal(before.looks && looksTheSame(before.looks), true)
        change(place)
        assert.notEqual((await look(place.root)).digest, before.digest)
        assert.equal(before.looks && looksTheSame(before.looks), false)
      }))

  for (const [name, change] of Object.entries(NO_CHANGES))
    it(`stays the same for ${name}`, () =>
      inRepository(async (place) => {
        const before = await look(place.root)
        await tick()
        change(place)
        assert.equal((await look(place.root)).digest, before.digest)
        assert.equal(before.looks && looksTheSame(before.looks), true)
      }))

  for (const [name, prepare] of Object.entries(HEADS))
    it(`tells commits apart with ${name}`, () =>
      inRepository(async (place) => {
        prepare(place)
        const before = await look(place.root)
        await tick()
        assert.equal(before.looks && looksTheSame(before.looks), true)
        place.write('prisma/schema.prisma', SCHEMA.replace('String', 'Int'))
        place.git('commit', '-q', '-a', '-m', 'Next')
        place.write('prisma/schema.prisma', SCHEMA)
        assert.equal(before.looks && looksTheSame(before.looks), false)
      }))

  it('is told in a further work tree, too', () =>
    inRepository(async ({ git, at }) => {
      git('worktree', 'add', '-q', at('../ignored-tree'), '-b', 'tree')
      const before = await look(at('../ignored-tree/app'))
      assert.equal(before.looks && looksTheSame(before.looks), true)
      await tick()
      execFileSync('git', ['-C', at('../ignored-tree'), 'checkout', '-q', '--detach'])
      assert.equal(before.looks && looksTheSame(before.looks), false)
    }))

  it('is not told where more counts than what is looked at', () =>
    inRepository(async ({ root, at, git }) => {
      assert.notEqual((await look(root)).looks, undefined)
      fs.writeFileSync(at('../.git/HEAD'), 'ref: refs/odd/main\n')
      assert.equal((await look(root)).looks, undefined)
      git('symbolic-ref', 'HEAD', 'refs/heads/main')
      assert.notEqual((await look(root)).looks, undefined)
    }))

  it('is not told of files that are so young that they can change unseen', () =>
    inRepository(async ({ at }) => {
      const seen = (moment: number) => {
        const looked = createLookedAt(moment)
        looked.note(at('src/user.ts'))
        return looked.state() !== undefined
      }
      const { ctimeMs } = fs.statSync(at('src/user.ts'))
      assert.deepEqual([ctimeMs, ctimeMs + 1999, ctimeMs + 2001].map(seen), [false, false, true])
      const later = new Date(Date.now() + 3_600_000)
      fs.utimesSync(at('src/user.ts'), later, later)
      assert.equal(seen(Date.now() + 5000), false)
    }))

  it('is never the same after random changes that are read', () =>
    inRepository(async (place) => {
      const random = createRandom(7)
      let [before, quiet] = [await look(place.root), 0]
      for (let step = 0; step < 80; step++) {
        await tick()
        random.pick(STEPS)(place, random)
        const now = await look(place.root)
        if (before.looks && looksTheSame(before.looks)) {
          quiet++
          assert.equal(now.digest, before.digest, `step ${step}`)
        }
        before = now
      }
      assert.ok(quiet > 0 && quiet < 80, `${quiet} steps that change nothing`)
    }))
})
