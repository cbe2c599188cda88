import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { type Replacement, replaceFiles } from './replace-files.js'
import { digestOf } from './staged-file.js'
import { createTemporaryWorkspace, type TemporaryWorkspace } from './temporary-workspace.js'
import { keepUndo, takeBack, type Undoing, writtenBefore } from './undo-record.js'

describe('taking changes back', () => {
  let workspace: TemporaryWorkspace

  beforeEach(() => {
    workspace = createTemporaryWorkspace({ 'a.ts': '\uFEFFold a\r\n', 'b.ts': 'old b' })
    fs.mkdirSync(at('node_modules'))
  })
  afterEach(() => workspace.remove())

  it('gives files back what they held, and removes what was made', () => {
    change({ 'a.ts': 'new a', 'x/y/c.ts': 'new c' })
    assert.deepEqual(contents(), { 'a.ts': 'new a', 'b.ts': 'old b', 'x/y/c.ts': 'new c' })
    assert.deepEqual([...writtenBefore(workspace.root)], ['a.ts', 'x/y/c.ts'])
    assert.deepEqual(takeBack(workspace.root), { restored: ['a.ts', 'x/y/c.ts'], left: [], problems: [] })
    assert.deepEqual(contents(), { 'a.ts': '\uFEFFold a\r\n', 'b.ts': 'old b' })
    assert.ok(!fs.existsSync(at('x')))
    assert.equal(takeBack(workspace.root), undefined)
  })

  it('leaves what was changed since', () => {
    change({ 'a.ts': 'new a', 'b.ts': 'new b', 'c.ts': 'new c' })
    workspace.write({ 'a.ts': 'mine', 'c.ts': 'mine' })
    assert.deepEqual(takeBack(workspace.root), { restored: ['b.ts'], left: ['a.ts', 'c.ts'], problems: [] })
    assert.deepEqual(contents(), { 'a.ts': 'mine', 'b.ts': 'old b', 'c.ts': 'mine' })
  })

  it('takes several runs back as one, or the last alone', () => {
    change({ 'a.ts': 'first a', 'c.ts': 'first c' })
    const last = change({ 'a.ts': 'second a', 'b.ts': 'second b' })
    assert.deepEqual(last().restored, ['a.ts', 'b.ts'])
    assert.deepEqual(contents(), { 'a.ts': 'first a', 'b.ts': 'old b', 'c.ts': 'first c' })
    change({ 'a.ts': 'third a' })
    assert.deepEqual(takeBack(workspace.root)?.restored, ['c.ts', 'a.ts'])
    assert.deepEqual(contents(), { 'a.ts': '\uFEFFold a\r\n', 'b.ts': 'old b' })
  })

  it('forgets what is committed meanwhile', () => {
    change({ 'a.ts': 'first a', 'b.ts': 'first b' })
    change({ 'a.ts': 'second a' }, [])
    assert.deepEqual(takeBack(workspace.root)?.restored, ['a.ts'])
    assert.deepEqual(contents(), { 'a.ts': 'first a', 'b.ts': 'first b' })
  })

  it('is all or none', () => {
    change({ 'a.ts': 'new a', 'b.ts': 'new b' })
    fs.chmodSync(at('b.ts'), 0o444)
    assert.deepEqual(takeBack(workspace.root)?.problems, [{ file: 'b.ts', message: 'it is read-only' }])
    assert.deepEqual(contents(), { 'a.ts': 'new a', 'b.ts': 'new b' })
    fs.chmodSync(at('b.ts'), 0o644)
    assert.deepEqual(takeBack(workspace.root)?.restored, ['a.ts', 'b.ts'])
  })

  describe('with a record that was not written here', () => {
    const MESSAGE = 'it lies outside of the workspace, so that the record is not to be trusted'
    let elsewhere: TemporaryWorkspace

    beforeEach(() => {
      elsewhere = createTemporaryWorkspace({ 'theirs.ts': 'theirs' })
    })
    afterEach(() => elsewhere.remove())

    it('is refused as a whole where it names a file outside', () => {
      const outside = `../${path.basename(elsewhere.root)}/theirs.ts`
      change({ 'a.ts': 'new a' })
      rewrite((files) => [
        ...files,
        { file: outside, before: '', after: digestOf(Buffer.from('theirs')), madeFolders: [] },
      ])
      const problems = [{ file: outside, message: MESSAGE }]
      assert.deepEqual(takeBack(workspace.root), { restored: [], left: [], problems })
      assert.deepEqual([contents()['a.ts'], theirs()], ['new a', 'theirs'])
    })

    it('is refused where a link leads outside, or a folder that would go stands there', () => {
      fs.symlinkSync(elsewhere.root, at('linked'))
      fs.mkdirSync(path.join(elsewhere.root, 'empty'))
      const folder = path.join(elsewhere.root, 'empty')
      const after = digestOf(Buffer.from('theirs'))
      change({ 'a.ts': 'new a' })
      rewrite(() => [{ file: 'linked/theirs.ts', before: null, after, madeFolders: [folder] }])
      assert.deepEqual(takeBack(workspace.root)?.problems, [
        { file: 'linked/theirs.ts', message: MESSAGE },
        { file: folder, message: MESSAGE },
      ])
      assert.deepEqual([theirs(), fs.existsSync(folder)], ['theirs', true])
    })

    it('is forgotten by the next run', () => {
      change({ 'a.ts': 'new a' })
      rewrite((files) => [...files, { file: '../theirs.ts', before: '', after: null, madeFolders: [] }])
      assert.deepEqual([...writtenBefore(workspace.root)], ['a.ts'])
      change({ 'b.ts': 'new b' })
      assert.deepEqual(takeBack(workspace.root)?.restored, ['a.ts', 'b.ts'])
    })

    function theirs(): string {
      return fs.readFileSync(path.join(elsewhere.root, 'theirs.ts'), 'utf8')
    }

    function rewrite(to: (files: readonly object[]) => readonly object[]): void {
      const record = at('node_modules/.cache/prisma-drift/undo.json')
      fs.writeFileSync(record, JSON.stringify(to(JSON.parse(fs.readFileSync(record, 'utf8')))))
    }
  })

  function change(texts: Readonly<Record<string, string>>, uncommitted = ['a.ts', 'b.ts', 'c.ts']): () => Undoing {
    const replacements = Object.entries(texts).map(([file, text]): Replacement => {
      const before = fs.existsSync(at(file)) ? fs.readFileSync(at(file)) : undefined
      return { file, before, after: Buffer.from(text) }
    })
    const takeBackAll = keepUndo(workspace.root, replacements, (file) => uncommitted.includes(file))
    assert.deepEqual(replaceFiles(workspace.root, replacements), [])
    return takeBackAll
  }

  function at(file: string): string {
    return path.join(workspace.root, file)
  }

  function contents(): Readonly<Record<string, string>> {
    const names = fs.readdirSync(workspace.root, { recursive: true, encoding: 'utf8' })
    const files = names.filter((name) => name.endsWith('.ts')).sort()
    return Object.fromEntries(files.map((name) => [name, fs.readFileSync(at(name), 'utf8')]))
  }
})
