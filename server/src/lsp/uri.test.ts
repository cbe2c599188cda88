import assert from 'node:assert/strict'
import path from 'node:path'
import { fileIn } from './folders.js'
import { pathOfUri, uriOfPath } from './uri.js'

describe('URIs', () => {
  it('of files are paths', () => {
    assert.equal(pathOfUri('file:///srv/a%20b/%C3%BC%5Bid%5D.ts', 'linux'), '/srv/a b/ü[id].ts')
    assert.equal(pathOfUri('file:///srv/shop/', 'linux'), '/srv/shop')
    assert.equal(pathOfUri('file:///', 'linux'), '/')
  })

  it('of anything else, and broken ones, are none', () => {
    for (const uri of [
      'untitled:Untitled-1',
      'git:/srv/a.ts?%7B%7D',
      'vscode-notebook-cell:/a',
      'file:///a%2Fb',
      '',
      'x',
    ])
      assert.equal(pathOfUri(uri, 'linux'), undefined, uri)
  })

  it('with a drive are paths of Windows, however the drive is spelled', () => {
    assert.equal(pathOfUri('file:///c%3A/shop/a%20b.ts', 'win32'), 'c:\\shop\\a b.ts')
    assert.equal(pathOfUri('file:///C:/shop/', 'win32'), 'C:\\shop')
    assert.equal(pathOfUri('file:///c%3A/', 'win32'), 'c:\\')
    assert.equal(pathOfUri('file://server/share/a.ts', 'win32'), '\\\\server\\share\\a.ts')
  })

  it('are made of paths, and lead back to them', () => {
    for (const absolute of ['/srv/shop/app/[id]/page.tsx', '/srv/ä #?%.ts', '/']) {
      assert.equal(pathOfUri(uriOfPath(absolute, 'linux'), 'linux'), absolute)
    }
    for (const absolute of ['C:\\shop\\app\\[id]\\ä #%.tsx', '\\\\server\\share\\a.ts']) {
      assert.equal(pathOfUri(uriOfPath(absolute, 'win32'), 'win32'), absolute)
    }
  })
})

describe('a file in a folder', () => {
  it('is named from there', () => {
    assert.equal(fileIn('/srv/shop', '/srv/shop/src/a.ts', path.posix), 'src/a.ts')
    assert.equal(fileIn('/', '/a.ts', path.posix), 'a.ts')
    assert.equal(fileIn('/srv/shop', '/srv/shop/..a.ts', path.posix), '..a.ts')
  })

  it('is none if it lies elsewhere, and the folder itself is none', () => {
    for (const other of ['/srv/shop', '/srv/shop-two/a.ts', '/srv/a.ts', '/'])
      assert.equal(fileIn('/srv/shop', other, path.posix), undefined, other)
  })

  it('is found on Windows whatever the case of the drive', () => {
    assert.equal(fileIn('c:\\shop', 'C:\\shop\\src\\a.ts', path.win32), 'src/a.ts')
    assert.equal(fileIn('C:\\shop', 'D:\\shop\\src\\a.ts', path.win32), undefined)
    assert.equal(fileIn('\\\\server\\share', '\\\\server\\share\\a.ts', path.win32), 'a.ts')
  })
})
