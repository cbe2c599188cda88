import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { journalFolders } from './journal-folder.js'
import { recoverFiles } from './recover-files.js'
import { type Replacement, replaceFiles } from './replace-files.js'
import { digestOf, stage } from './staged-file.js'
import { createTemporaryWorkspace, type TemporaryWorkspace } from './temporary-workspace.js'
import { markReplacing, openJournal } from './write-journal.js'

describe('replacing files', () => {
  let workspace: TemporaryWorkspace

  beforeEach(() => {
    workspace = createTemporaryWorkspace({ 'a.ts': 'old a', 'b.ts': 'old b', 'c/d.ts': 'old d' })
  })
  afterEach(() => {
    assert.deepEqual(traces(), [], 'temporary files are left')
    workspace.remove()
  })

  it('replaces all', () => {
    assert.deepEqual(replaceFiles(workspace.root, all()), [])
    assert.deepEqual(contents(), NEW)
  })

  it('replaces none where one has changed since it was read', () => {
    workspace.write({ 'c/d.ts': 'mine' })
    const problems = replaceFiles(workspace.root, all())
    assert.deepEqual(problems, [{ file: 'c/d.ts', message: 'it has changed since it was read' }])
    assert.deepEqual(contents(), { ...OLD, 'c/d.ts': 'mine' })
  })

  it('replaces none where one is gone', () => {
    fs.rmSync(at('b.ts'))
    assert.deepEqual(replaceFiles(workspace.root, all()), [{ file: 'b.ts', message: 'it is gone' }])
    assert.deepEqual(contents(), { 'a.ts': 'old a', 'c/d.ts': 'old d' })
  })

  it('makes new files with their folders, or none of it', () => {
    const made = { file: 'x/y/new.ts', before: undefined, after: Buffer.from('new') }
    assert.deepEqual(replaceFiles(workspace.root, [made]), [])
    assert.equal(fs.readFileSync(at('x/y/new.ts'), 'utf8'), 'new')
    assert.equal(fs.statSync(at('x/y/new.ts')).mode & 0o777, 0o666 & ~process.umask())
    const problems = replaceFiles(workspace.root, [{ ...made, file: 'p/q/other.ts' }, replacement('a.ts'), made])
    assert.deepEqual(problems, [{ file: 'x/y/new.ts', message: 'it is there already' }])
    assert.deepEqual(contents(), { ...OLD, 'x/y/new.ts': 'new' })
    assert.ok(!fs.existsSync(at('p')))
  })

  it('follows symbolic links, and keeps hard links and permissions', () => {
    fs.mkdirSync(at('real'))
    fs.renameSync(at('a.ts'), at('real/a.ts'))
    fs.symlinkSync(path.join('real', 'a.ts'), at('a.ts'))
    fs.linkSync(at('b.ts'), at('b2.ts'))
    fs.chmodSync(at('c/d.ts'), 0o751)
    assert.deepEqual(replaceFiles(workspace.root, all()), [])
    assert.ok(fs.lstatSync(at('a.ts')).isSymbolicLink())
    assert.equal(fs.readFileSync(at('real/a.ts'), 'utf8'), 'new a')
    assert.equal(fs.statSync(at('b.ts')).ino, fs.statSync(at('b2.ts')).ino)
    assert.equal(fs.readFileSync(at('b2.ts'), 'utf8'), 'new b')
    assert.equal(fs.statSync(at('c/d.ts')).mode & 0o7777, 0o751)
  })

  it('leaves read-only files, and with them all others', () => {
    fs.chmodSync(at('b.ts'), 0o444)
    assert.deepEqual(replaceFiles(workspace.root, all()), [{ file: 'b.ts', message: 'it is read-only' }])
    assert.deepEqual(contents(), OLD)
  })

  it('refuses what is no file', () => {
    const folder = { file: 'c', before: Buffer.from(''), after: Buffer.from('x') }
    assert.deepEqual(replaceFiles(workspace.root, [folder]), [{ file: 'c', message: 'it is no regular file' }])
  })

  it('keeps its journal in the cache of the modules, where there are any', () => {
    fs.mkdirSync(at('node_modules'))
    assert.equal(journalFolders(workspace.root)[0], at('node_modules/.cache/prisma-drift'))
    fs.writeFileSync(at('node_modules/.cache'), 'no folder')
    assert.deepEqual(replaceFiles(workspace.root, all()), [])
    assert.deepEqual(contents(), NEW)
  })

  describe('by a run that was ended', () => {
    it('is undone where none was replaced', () => {
      begin({ replaced: [], state: 'staging' })
      const [recovery] = recoverFiles(workspace.root)
      assert.equal(recovery?.kind, 'undone')
      assert.deepEqual(contents(), OLD)
      begin({ replaced: [], state: 'replacing' })
      assert.equal(recoverFiles(workspace.root)[0]?.kind, 'undone')
      assert.deepEqual(contents(), OLD)
    })

    it('is finished where one was', () => {
      begin({ replaced: ['a.ts'], state: 'replacing' })
      assert.deepEqual(contents(), { ...OLD, 'a.ts': 'new a' })
      const [recovery] = recoverFiles(workspace.root)
      assert.equal(recovery?.kind, 'finished')
      assert.deepEqual(recovery?.left, [])
      assert.deepEqual(contents(), NEW)
      assert.deepEqual(recoverFiles(workspace.root), [])
    })

    it('leaves what somebody has changed since', () => {
      begin({ replaced: ['a.ts'], state: 'replacing' })
      workspace.write({ 'b.ts': 'mine' })
      const [recovery] = recoverFiles(workspace.root)
      assert.deepEqual(recovery?.left, [at('b.ts')])
      assert.deepEqual(contents(), { ...NEW, 'b.ts': 'mine' })
    })

    it('is finished where a file with several names was written in part', () => {
      fs.linkSync(at('b.ts'), at('b2.ts'))
      begin({ replaced: [], state: 'replacing' })
      fs.writeFileSync(at('b.ts'), 'new b'.slice(0, 2) + 'old b'.slice(2))
      assert.equal(recoverFiles(workspace.root)[0]?.kind, 'finished')
      assert.deepEqual(contents(), { ...NEW, 'b2.ts': 'new b' })
    })

    it('is left alone while it may be at work, and nobody else writes meanwhile', () => {
      begin({ replaced: [], state: 'replacing', pid: process.ppid })
      assert.deepEqual(recoverFiles(workspace.root), [])
      const problems = replaceFiles(workspace.root, all())
      assert.deepEqual(problems, [{ file: undefined, message: 'another prisma-drift is writing here; try again' }])
      assert.deepEqual(contents(), OLD)
      for (const name of traces()) fs.rmSync(name)
    })
  })

  it('refuses a journal that names what lies outside', () => {
    const elsewhere = createTemporaryWorkspace({ 'theirs.ts': 'theirs' })
    const target = path.join(elsewhere.root, 'theirs.ts')
    begin({ replaced: ['a.ts'], state: 'replacing' })
    const [journal = ''] = traces().filter((name) => name.endsWith('.json'))
    const kept = JSON.parse(fs.readFileSync(journal, 'utf8'))
    const foreign = { ...kept.files[1], target, before: digestOf(Buffer.from('theirs')), after: null }
    fs.writeFileSync(journal, JSON.stringify({ ...kept, files: [...kept.files, foreign] }))
    assert.deepEqual(recoverFiles(workspace.root), [{ kind: 'refused', journal, files: [target], left: [] }])
    assert.deepEqual(contents(), { ...OLD, 'a.ts': 'new a' })
    assert.equal(fs.readFileSync(target, 'utf8'), 'theirs')
    for (const name of traces()) fs.rmSync(name)
    elsewhere.remove()
  })

  const OLD = { 'a.ts': 'old a', 'b.ts': 'old b', 'c/d.ts': 'old d' }
  const NEW = { 'a.ts': 'new a', 'b.ts': 'new b', 'c/d.ts': 'new d' }

  function all(): readonly Replacement[] {
    return ['a.ts', 'b.ts', 'c/d.ts'].map(replacement)
  }

  function replacement(file: string): Replacement {
    const name = path.basename(file, '.ts')
    return { file, before: Buffer.from(`old ${name}`), after: Buffer.from(`new ${name}`) }
  }

  interface Begun {
    readonly replaced: readonly string[]
    readonly state: 'staging' | 'replacing'
    readonly pid?: number
  }

  /** Does what a run does until it is ended. */
  function begin({ replaced, state, pid = 2 ** 22 + 1 }: Begun): void {
    const id = 'abcdef'
    const files = all().map(({ file, before, after }, index) => ({
      target: at(file),
      index,
      way: fs.statSync(at(file)).nlink > 1 ? ('in-place' as const) : ('rename' as const),
      before: digest(before),
      after: digest(after) ?? '',
      newFolders: [],
    }))
    const opened = openJournal(workspace.root, id, files)
    const staged = files.map((file, index) => stage(file, id, all()[index]?.after ?? Buffer.alloc(0)))
    const kept = state === 'replacing' ? markReplacing(opened, staged) : opened
    fs.writeFileSync(kept.path, JSON.stringify({ ...kept.journal, pid }))
    for (const file of replaced) {
      const index = files.findIndex(({ target }) => target === at(file))
      fs.renameSync(path.join(path.dirname(at(file)), `.prisma-drift-${id}-${index}.new`), at(file))
    }
  }

  function digest(bytes: Buffer | undefined): string | null {
    return bytes ? digestOf(bytes) : null
  }

  function at(file: string): string {
    return path.join(workspace.root, file)
  }

  function contents(): Readonly<Record<string, string>> {
    const files = fs.readdirSync(workspace.root, { recursive: true, encoding: 'utf8' }).sort()
    const texts = files
      .filter((file) => file.endsWith('.ts') && fs.statSync(at(file)).isFile())
      .map((file) => [file, fs.readFileSync(at(file), 'utf8')])
    return Object.fromEntries(texts)
  }

  /** Temporary files and journals. */
  function traces(): readonly string[] {
    const files = fs.readdirSync(workspace.root, { recursive: true, encoding: 'utf8' })
    const temporary = files.filter((file) => file.includes('.prisma-drift-')).map(at)
    const journals = journalFolders(workspace.root).flatMap((folder) =>
      fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => path.join(folder, name)) : [],
    )
    return [...temporary, ...journals]
  }
})
