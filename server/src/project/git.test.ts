import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type Base, type BaseRequest, readBase } from './git.js'
import { createTemporaryWorkspace, type TemporaryWorkspace } from './temporary-workspace.js'

describe('readBase', () => {
  let workspace: TemporaryWorkspace
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', workspace.root, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { stdio: 'pipe' })
  const commit = (files: Record<string, string>) => {
    workspace.write(files)
    git('add', '-A')
    git('commit', '-q', '-m', 'x')
  }
  const read = (request: Partial<BaseRequest>) =>
    readBase({ root: workspace.root, files: [], trust: 'trusted', ...request })
  const textsOf = (base: Base) => (base.kind === 'found' ? Object.fromEntries(base.texts) : base.kind)
  beforeEach(() => {
    workspace = createTemporaryWorkspace()
  })
  afterEach(() => workspace.remove())

  it('tells a folder without repository from a ref that is not there', async () => {
    assert.deepEqual(await read({}), { kind: 'no-repository' })
    git('init', '-q')
    assert.deepEqual(await read({}), { kind: 'no-such-ref', ref: 'HEAD' })
    commit({ 'a.prisma': 'a' })
    for (const ref of ['nope', '--all', '', 'HEAD\nHEAD', 'HEAD:a.prisma', '-x']) {
      assert.deepEqual(await read({ ref, folders: [''] }), { kind: 'no-such-ref', ref })
    }
    assert.equal((await read({ ref: '@{upstream}' })).kind, 'failed')
    assert.equal((await read({ ref: 'HEAD' })).kind, 'found')
  })

  it('reads files as they were, those that are gone included', async () => {
    git('init', '-q')
    commit({ 'a.prisma': 'old', 'ünï code/b c.prisma': 'é\r\n', 'quo"te\t.prisma': 'q', 'x.bin': 'a\0b' })
    git('tag', 'v1')
    commit({ 'a.prisma': 'new' })
    fs.rmSync(path.join(workspace.root, 'ünï code'), { recursive: true })
    const files = [
      'a.prisma',
      'ünï code/b c.prisma',
      'quo"te\t.prisma',
      'absent.prisma',
      'ünï code',
      'x.bin',
      '../x',
      'a\nb',
    ]
    assert.deepEqual(textsOf(await read({ ref: 'v1', files })), {
      'a.prisma': 'old',
      'quo"te\t.prisma': 'q',
      'ünï code/b c.prisma': 'é\r\n',
    })
    assert.deepEqual(textsOf(await read({ ref: 'HEAD~1', files: ['a.prisma'] })), { 'a.prisma': 'old' })
    assert.deepEqual(textsOf(await read({ files: ['a.prisma'] })), { 'a.prisma': 'new' })
  })

  it('lists the schema files of folders, from inside of the repository', async () => {
    git('init', '-q')
    commit({
      'sub/prisma/a.prisma': 'a',
      'sub/prisma/deep/b.prisma': 'b',
      'sub/prisma/c.sql': '',
      'sub/[x]/d.prisma': 'd',
    })
    fs.rmSync(path.join(workspace.root, 'sub/prisma'), { recursive: true })
    const root = path.join(workspace.root, 'sub')
    assert.deepEqual(textsOf(await read({ root, folders: ['prisma'] })), {
      'prisma/a.prisma': 'a',
      'prisma/deep/b.prisma': 'b',
    })
    assert.deepEqual(textsOf(await read({ root, folders: ['[x]'] })), { '[x]/d.prisma': 'd' })
    assert.deepEqual(Object.keys(textsOf(await read({ root, folders: [''] }))).length, 3)
    assert.deepEqual(textsOf(await read({ root, folders: ['nowhere'] })), {})
  })

  it('starts nothing in an untrusted workspace', async () => {
    git('init', '-q')
    assert.deepEqual(await read({ trust: 'untrusted' }), { kind: 'untrusted' })
  })

  it('says when git is not installed or too slow', async () => {
    const { PATH } = process.env
    process.env.PATH = workspace.root
    assert.deepEqual(await read({}), { kind: 'no-git' })
    fs.writeFileSync(path.join(workspace.root, 'git'), '#!/bin/sh\nexec /bin/sleep 5\n', { mode: 0o755 })
    assert.deepEqual(await read({ timeoutMs: 50 }), { kind: 'failed', message: 'git took too long' })
    process.env.PATH = PATH
  })

  it('runs no program that the repository names', async () => {
    git('init', '-q')
    commit({ 'a.prisma': 'a' })
    const trap = path.join(workspace.root, 'trap.sh')
    fs.writeFileSync(trap, `#!/bin/sh\ntouch '${workspace.root}/sprung'\n`, { mode: 0o755 })
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'core.editor',
      'diff.external',
      'alias.cat-file',
    ]) {
      git('config', key, key.startsWith('alias') ? `!${trap}` : trap)
    }
    for (const hook of ['post-index-change', 'post-checkout', 'reference-transaction']) {
      fs.copyFileSync(trap, path.join(workspace.root, '.git/hooks', hook))
    }
    assert.deepEqual(textsOf(await read({ files: ['a.prisma'], folders: [''] })), { 'a.prisma': 'a' })
    assert.equal(fs.existsSync(path.join(workspace.root, 'sprung')), false)
  })

  it('does not follow the variables of a hook that it runs in', async () => {
    git('init', '-q')
    commit({ 'sub/a.prisma': 'a' })
    process.env.GIT_DIR = '.git'
    const base = await read({ root: path.join(workspace.root, 'sub'), files: ['a.prisma'] })
    delete process.env.GIT_DIR
    assert.deepEqual(textsOf(base), { 'a.prisma': 'a' })
  })

  it('says what git says of a broken repository', async () => {
    git('init', '-q')
    workspace.write({ '.git/config': '[core\n' })
    assert.equal((await read({})).kind, 'failed')
  })
})
