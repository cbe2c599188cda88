import assert from 'node:assert/strict'
import { createModuleResolver, type ModuleResolverInput } from './resolve-module.js'

describe('createModuleResolver', () => {
  const resolver = (texts: Record<string, string>, names: readonly string[], more: Partial<ModuleResolverInput> = {}) =>
    createModuleResolver({
      files: new Set([...Object.keys(texts), ...names]),
      readText: (file) => texts[file],
      ...more,
    })

  it('follows relative paths, guessing extensions', () => {
    const names = [
      'a/x.ts',
      'a/y.tsx',
      'a/z.d.ts',
      'a/m.mts',
      'a/v.vue',
      'a/s.svelte',
      'a/d/index.ts',
      'top.ts',
      'a/f.dto.ts',
      'index.ts',
    ]
    const resolve = resolver({}, names)
    const cases: Record<string, string | undefined> = {
      './x': 'a/x.ts',
      './x.js': 'a/x.ts',
      './x.ts': 'a/x.ts',
      './y.jsx': 'a/y.tsx',
      './y.js': 'a/y.tsx',
      './z': 'a/z.d.ts',
      './m.mjs': 'a/m.mts',
      './v.vue': 'a/v.vue',
      './v.vue?raw': 'a/v.vue',
      './s.svelte': 'a/s.svelte',
      './d': 'a/d/index.ts',
      './d/': 'a/d/index.ts',
      './d/index.js': 'a/d/index.ts',
      './f.dto': 'a/f.dto.ts',
      '../top': 'top.ts',
      '..': 'index.ts',
      '../../top': undefined,
      './nope': undefined,
      './': undefined,
      react: undefined,
      '': undefined,
    }
    for (const [specifier, expected] of Object.entries(cases))
      assert.equal(resolve('a/from.ts', specifier), expected, specifier)
  })

  it('follows paths and baseUrl, inherited ones too', () => {
    const resolve = resolver(
      {
        'tsconfig.base.json':
          '{ "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["libs/*/src"], "@lib/exact": ["libs/other.ts"] } } }',
        'apps/a/tsconfig.json': '{ // c\n "extends": ["@tsconfig/strictest/tsconfig.json", "../../tsconfig.base"], }',
        'apps/b/tsconfig.json':
          '{ "extends": "@acme/config/next.json", "compilerOptions": { "paths": { "#x": ["./x"] } } }',
        'packages/config/package.json': '{ "name": "@acme/config" }',
        'packages/config/next.json': '{ "compilerOptions": { "baseUrl": "../../apps/b/src" } }',
      },
      ['libs/users/src/index.ts', 'libs/other.ts', 'apps/b/src/x.ts', 'apps/b/src/deep/y.ts'],
    )
    assert.equal(resolve('apps/a/src/f.ts', '@lib/users'), 'libs/users/src/index.ts')
    assert.equal(resolve('apps/a/src/f.ts', '@lib/exact'), 'libs/other.ts')
    assert.equal(resolve('apps/a/src/f.ts', 'libs/other'), 'libs/other.ts')
    assert.equal(resolve('apps/b/f.ts', '#x'), 'apps/b/src/x.ts')
    assert.equal(resolve('apps/b/f.ts', 'deep/y'), 'apps/b/src/deep/y.ts')
    assert.equal(resolve('elsewhere/f.ts', '@lib/users'), undefined)
  })

  it('looks into the configurations beside the main one', () => {
    const resolve = resolver(
      {
        'tsconfig.json': '{ "references": [{ "path": "./tsconfig.app.json" }] }',
        'tsconfig.app.json': '{ "compilerOptions": { "paths": { "$/*": ["./lib/*"] } } }',
      },
      ['lib/x.ts'],
    )
    assert.equal(resolve('src/f.ts', '$/x'), 'lib/x.ts')
  })

  it('survives configurations in a circle and broken ones', () => {
    const resolve = resolver(
      { 'tsconfig.json': '{ "extends": "./tsconfig.json" }', 'a/tsconfig.json': '{ "compilerOptions": { "paths": 1,' },
      ['x.ts'],
    )
    assert.equal(resolve('f.ts', 'x'), undefined)
    assert.equal(resolve('a/f.ts', '../x'), 'x.ts')
  })

  it('follows packages of the workspace', () => {
    const resolve = resolver(
      {
        'p/types/package.json': '{ "name": "@acme/types" }',
        'p/built/package.json': '{ "name": "built", "main": "dist/index.js", "types": "dist/index.d.ts" }',
        'p/exp/package.json': JSON.stringify({
          name: 'exp',
          exports: {
            '.': { import: './dist/main.js', types: './dist/main.d.ts' },
            './u/*': './dist/users/*.js',
            './raw': { default: './raw.ts' },
          },
          imports: { '#in/*': './src/inner/*.ts' },
        }),
      },
      [
        'p/types/src/index.ts',
        'p/types/src/user.ts',
        'p/built/src/index.ts',
        'p/exp/src/main.ts',
        'p/exp/src/users/a.ts',
        'p/exp/raw.ts',
        'p/exp/src/inner/i.ts',
      ],
    )
    assert.equal(resolve('f.ts', '@acme/types'), 'p/types/src/index.ts')
    assert.equal(resolve('f.ts', '@acme/types/user'), 'p/types/src/user.ts')
    assert.equal(resolve('f.ts', '@acme/types/src/user'), 'p/types/src/user.ts')
    assert.equal(resolve('f.ts', '@acme/none'), undefined)
    assert.equal(resolve('f.ts', 'built'), 'p/built/src/index.ts')
    assert.equal(resolve('f.ts', 'exp'), 'p/exp/src/main.ts')
    assert.equal(resolve('f.ts', 'exp/u/a'), 'p/exp/src/users/a.ts')
    assert.equal(resolve('f.ts', 'exp/raw'), 'p/exp/raw.ts')
    assert.equal(resolve('p/exp/src/f.ts', '#in/i'), 'p/exp/src/inner/i.ts')
    assert.equal(resolve('f.ts', '#in/i'), undefined)
  })

  it('knows the habits of frameworks', () => {
    const resolve = resolver({ 'w/package.json': '{}' }, [
      'w/app/x.ts',
      'w/src/y.ts',
      'w/src/lib/z.ts',
      'w/shared/t.ts',
      'w/top.ts',
    ])
    const cases = {
      '~/x': 'w/app/x.ts',
      '@/y': 'w/src/y.ts',
      '$lib/z': 'w/src/lib/z.ts',
      '#shared/t': 'w/shared/t.ts',
      '~~/top': 'w/top.ts',
      'src/y': 'w/src/y.ts',
    }
    for (const [specifier, expected] of Object.entries(cases))
      assert.equal(resolve('w/app/f.ts', specifier), expected, specifier)
  })

  it('tells the generated client from everything else', () => {
    const clientOutputs = ['api/src/generated/prisma', 'node_modules/@acme/client']
    const texts = {
      'api/tsconfig.json': '{ "compilerOptions": { "paths": { "@db": ["./src/generated/prisma/client"] } } }',
    }
    const resolve = resolver(texts, ['api/src/generated/prisma/client.ts', 'api/src/generated/other.ts'], {
      clientOutputs,
    })
    for (const specifier of [
      '@prisma/client',
      '@prisma/client/edge',
      '.prisma/client',
      '@acme/client',
      './generated/prisma/client.js',
      './generated/prisma',
      '@db',
    ]) {
      assert.equal(resolve('api/src/f.ts', specifier), 'client', specifier)
    }
    for (const specifier of ['@prisma/clientx', '@acme/client-x', '@prisma/adapter-pg']) {
      assert.equal(resolve('api/src/f.ts', specifier), undefined, specifier)
    }
    assert.equal(resolve('api/src/f.ts', './generated/other'), 'api/src/generated/other.ts')
  })

  it('goes through symbolic links', () => {
    const links = new Map([
      ['web/shared', 'packages/shared'],
      ['web/one.ts', 'packages/two.ts'],
    ])
    const resolve = resolver({}, ['packages/shared/x.ts', 'packages/two.ts'], { links })
    assert.equal(resolve('web/f.ts', './shared/x'), 'packages/shared/x.ts')
    assert.equal(resolve('web/f.ts', './one'), 'packages/two.ts')
  })
})
