import assert from 'node:assert/strict'
import os from 'node:os'
import { askedPaths } from './asked-paths.js'

describe('askedPaths', () => {
  const root = process.cwd()

  it('reads relative and absolute paths', () =>
    assert.deepEqual(askedPaths(root, ['test', './server/../test/', `${root}/package.json`, '.']), {
      paths: ['test', 'test', 'package.json', ''],
    }))

  it('refuses what does not exist or lies outside', () => {
    assert.deepEqual(askedPaths(root, ['nope']), { problem: "'nope': no such file or folder" })
    assert.deepEqual(askedPaths(root, [os.tmpdir()]), { problem: `'${os.tmpdir()}' lies outside of '${root}'` })
    assert.deepEqual(askedPaths(root, ['..']), { problem: `'..' lies outside of '${root}'` })
  })
})
