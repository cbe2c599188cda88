import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { createTemporaryWorkspace, type TemporaryWorkspace } from './temporary-workspace.js'
import { writeFile } from './write-file.js'

describe('writeFile', () => {
  let workspace: TemporaryWorkspace
  const at = (file: string) => path.join(workspace.root, file)

  beforeEach(() => {
    workspace = createTemporaryWorkspace()
  })

  afterEach(() => workspace.remove())

  it('makes the file and its folders, and leaves nothing else', () => {
    assert.equal(writeFile(at('out/deep/report.json'), '{}\n'), undefined)
    assert.deepEqual(fs.readdirSync(at('out/deep')), ['report.json'])
    assert.equal(fs.readFileSync(at('out/deep/report.json'), 'utf8'), '{}\n')
  })

  it('replaces a file, keeps its permissions and follows links', () => {
    workspace.write({ 'real.txt': 'old' })
    fs.chmodSync(at('real.txt'), 0o640)
    fs.symlinkSync('real.txt', at('link.txt'))
    assert.equal(writeFile(at('link.txt'), 'new'), undefined)
    assert.equal(fs.readFileSync(at('real.txt'), 'utf8'), 'new')
    assert.equal(fs.statSync(at('real.txt')).mode & 0o777, 0o640)
    assert.ok(fs.lstatSync(at('link.txt')).isSymbolicLink())
  })

  it('leaves a file alone that holds the same', () => {
    workspace.write({ 'same.txt': 'text' })
    const { ino } = fs.statSync(at('same.txt'))
    assert.equal(writeFile(at('same.txt'), 'text'), undefined)
    assert.equal(fs.statSync(at('same.txt')).ino, ino)
  })

  it('says why it cannot', () => {
    workspace.write({ file: '' })
    assert.match(writeFile(at('file/report'), '') ?? '', /./)
    assert.match(writeFile(workspace.root, '') ?? '', /./)
    assert.deepEqual(fs.readdirSync(workspace.root), ['file'])
  })

  if (fs.existsSync('/dev/full')) {
    it('says that a disk is full', () => assert.equal(writeFile('/dev/full', 'text'), 'the disk is full'))
  }
})
