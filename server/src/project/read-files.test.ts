import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { decode, encode } from './decode.js'
import { createTextReader, LARGEST_FILE, readText, readTexts } from './read-files.js'
import { createTemporaryWorkspace, type TemporaryWorkspace } from './temporary-workspace.js'

describe('readTexts', () => {
  let workspace: TemporaryWorkspace
  beforeEach(() => {
    workspace = createTemporaryWorkspace()
  })
  afterEach(() => workspace.remove())
  const problemsOf = async (...files: string[]) =>
    (await readTexts(workspace.root, files)).problems.map(({ file, kind }) => `${file} ${kind}`)

  it('reads text of any encoding without its mark', async () => {
    const text = 'type A = "é😀"\r\n'
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le')
    workspace.write({
      'a.ts': text,
      'b.ts': `\uFEFF${text}`,
      'c.ts': utf16,
      'd.ts': Buffer.from(utf16).swap16(),
      'e.ts': '',
    })
    const { texts, encodings, problems } = await readTexts(workspace.root, ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts'])
    assert.deepEqual([...texts.values()], [text, text, text, text, ''])
    assert.deepEqual([...encodings.values()], ['utf-8-bom', 'utf-16le', 'utf-16be'])
    assert.deepEqual(problems, [])
  })

  it('writes back the bytes that it read', () => {
    for (const encoding of ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be'] as const) {
      assert.deepEqual(decode(encode('é😀\r\n', encoding)), { text: 'é😀\r\n', encoding })
    }
  })

  it('replaces bytes that are not UTF-8', async () => {
    workspace.write({ 'a.ts': Buffer.from([0x61, 0xff, 0x62]) })
    assert.equal((await readTexts(workspace.root, ['a.ts'])).texts.get('a.ts'), 'a\uFFFDb')
  })

  it('survives a UTF-16 file that ends within a character', async () => {
    workspace.write({ 'a.ts': Buffer.from([0xfe, 0xff, 0, 0x61, 0]), 'b.ts': Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]) })
    assert.deepEqual([...(await readTexts(workspace.root, ['a.ts', 'b.ts'])).texts.values()], ['a', 'a'])
  })

  it('passes over what is binary or too large', async () => {
    workspace.write({ 'a.ts': Buffer.from([0x61, 0, 0x62]), 'b.ts': Buffer.alloc(20 * 1024 * 1024, 0x61) })
    workspace.write({ 'c.ts': Buffer.alloc(LARGEST_FILE, 0x61) })
    assert.deepEqual(await problemsOf('a.ts', 'b.ts', 'c.ts'), ['a.ts binary', 'b.ts too-large'])
  })

  it('records what is not a readable file', async () => {
    workspace.write({ 'folder/x': '', 'locked.ts': 'x' })
    fs.symlinkSync('loop.ts', path.join(workspace.root, 'loop.ts'))
    fs.symlinkSync('nowhere', path.join(workspace.root, 'dangling.ts'))
    execFileSync('mkfifo', [path.join(workspace.root, 'pipe.ts')])
    const files = ['absent.ts', 'dangling.ts', 'folder', 'folder/x/y.ts', 'loop.ts', 'pipe.ts']
    const kinds = ['missing', 'missing', 'not-a-file', 'missing', 'unreadable', 'not-a-file']
    assert.deepEqual(
      await problemsOf(...files),
      files.map((file, index) => `${file} ${kinds[index]}`),
    )
    fs.chmodSync(path.join(workspace.root, 'locked.ts'), 0)
    const locked = readText(workspace.root, 'locked.ts')
    // For root permissions do not bind.
    assert.ok('text' in locked ? locked.text === 'x' : locked.message === 'permission denied')
  })

  it('leaves out what the caller refuses by its bytes', async () => {
    workspace.write({ 'a.ts': 'wanted', 'b.ts': 'other' })
    const accept = (bytes: Uint8Array) => Buffer.from(bytes).includes('wanted')
    const { texts, problems } = await readTexts(workspace.root, ['a.ts', 'b.ts'], { accept })
    assert.deepEqual([[...texts.keys()], problems], [['a.ts'], []])
  })

  it('keeps texts apart although they share a buffer', async () => {
    workspace.write({ 'a.ts': 'a'.repeat(70_000), 'b.ts': 'b'.repeat(70_000) })
    const { texts } = await readTexts(workspace.root, ['a.ts', 'b.ts'])
    assert.deepEqual([...texts.values()], ['a'.repeat(70_000), 'b'.repeat(70_000)])
  })

  it('asks the disk once for each file', () => {
    workspace.write({ 'a.ts': 'one' })
    const read = createTextReader(workspace.root)
    assert.equal(read('a.ts'), 'one')
    workspace.write({ 'a.ts': 'two' })
    assert.deepEqual([read('a.ts'), read('b.ts')], ['one', undefined])
  })
})
