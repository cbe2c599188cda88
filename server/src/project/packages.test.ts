import assert from 'node:assert/strict'
import { readPackages } from './packages.js'

describe('readPackages', () => {
  const packagesOf = (files: Record<string, string>) =>
    readPackages({ files: Object.keys(files), readText: (file) => files[file] })

  it('reads names and all dependencies', () => {
    const packages = packagesOf({
      'package.json': '{ "name": "root", "workspaces": ["apps/*"] }',
      'apps/web/package.json': '{ "name": "web", "dependencies": { "a": "1" }, "devDependencies": { "b": "1" } }',
      'apps/web/src/x.ts': '',
    })
    assert.deepEqual(
      packages.all.map(({ root, name, dependencies }) => [root, name, ...dependencies]),
      [
        ['apps/web', 'web', 'a', 'b'],
        ['', 'root'],
      ],
    )
    assert.equal(packages.packageOf('apps/web/src/x.ts')?.name, 'web')
    assert.equal(packages.packageOf('apps/webx/x.ts')?.name, 'root')
    assert.equal(packages.packageOf('x.ts')?.name, 'root')
    assert.equal(packages.byName('web')?.root, 'apps/web')
  })

  it('bears broken manifests', () => {
    const texts = ['', '{', '[]', '"x"', 'null', '{"name":1,"dependencies":[]}', '{"name":"x",}']
    const packages = packagesOf(Object.fromEntries(texts.map((text, index) => [`${index}/package.json`, text])))
    assert.equal(packages.all.length, 7)
    assert.equal(packages.byName('x')?.root, '6')
    assert.equal(packages.byName(''), undefined)
    assert.equal(packages.packageOf('a.ts'), undefined)
  })
})
