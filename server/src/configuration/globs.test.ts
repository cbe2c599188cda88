import assert from 'node:assert/strict'
import { createFileFilter, globProblem } from './globs.js'

describe('createFileFilter', () => {
  const FILES = [
    'src/api.ts',
    'src/types/user.ts',
    'src/types/.hidden/user.ts',
    'apps/[id]/page.tsx',
    'apps/(shop)/page.tsx',
  ]
  const kept = (include: readonly string[] | undefined, exclude?: readonly string[]) =>
    FILES.filter(createFileFilter({ include, exclude }))

  it('keeps all files where nothing is said, or an empty list', () => {
    assert.deepEqual(kept(undefined), FILES)
    assert.deepEqual(kept([], []), FILES)
    assert.deepEqual(kept(['.']), FILES)
  })

  it('keeps what a glob names, folders with all that is in them', () => {
    const types = ['src/types/user.ts', 'src/types/.hidden/user.ts']
    for (const glob of ['src/types', 'src/types/', './src/types', 'src/types/**', '**/types/**/*.ts', '**/user.ts']) {
      assert.deepEqual(kept([glob]), types, glob)
    }
    assert.deepEqual(kept(['src/*.ts', '**/*.tsx']), ['src/api.ts', 'apps/[id]/page.tsx', 'apps/(shop)/page.tsx'])
  })

  it('leaves out what is excluded, even where it is included', () => {
    assert.deepEqual(kept(undefined, ['src/**', '**/(shop)']), ['apps/[id]/page.tsx', 'apps/(shop)/page.tsx'])
    assert.deepEqual(kept(['src'], ['src/types']), ['src/api.ts'])
  })
})

describe('globProblem', () => {
  it('says why a value is no glob', () => {
    for (const wrong of ['', ' ', 1, null, {}]) assert.equal(globProblem(wrong), 'must be a glob, such as "src/**"')
    assert.equal(globProblem('src\\*'), 'must have / between folders')
    assert.match(globProblem('!src') ?? '', /exclude/)
    for (const outside of ['/src', 'C:/src', 'c:src', '..', '../other', 'src/../..', 'src/..']) {
      assert.equal(globProblem(outside), 'must be a path inside the workspace', outside)
    }
  })

  it('takes globs of all kinds', () => {
    for (const glob of ['src', './src', '**/*.{ts,tsx}', 'a..b/c', 'src/...', 'src/[[...slug]]/*']) {
      assert.equal(globProblem(glob), undefined, glob)
    }
  })
})
