import assert from 'node:assert/strict'
import { readPackages } from './packages.js'
import { findChecks } from './project-checks.js'

/** The checks for files, as `kind folder script`, and why one is not run. */
function checks(manifests: Readonly<Record<string, object>>, ...files: readonly string[]): readonly string[] {
  const texts = new Map(Object.entries(manifests).map(([file, manifest]) => [file, JSON.stringify(manifest)]))
  const packages = readPackages({ files: texts.keys(), readText: (file) => texts.get(file) })
  return findChecks(packages, files).map(({ kind, folder, script, refusal }) => {
    return `${kind} ${folder || '.'} ${script}${refusal === undefined ? '' : `: ${refusal}`}`
  })
}

const scripts = (list: Readonly<Record<string, string>>) => ({ scripts: list })

describe('the checks of a project', () => {
  it('are type checks, builds and tests of the packages that files belong to, in that order', () => {
    const manifests = {
      'api/package.json': scripts({ test: 'jest', build: 'nest build', lint: 'eslint .', dev: 'nest start' }),
      'web/package.json': scripts({ 'type-check': 'tsc --noEmit', build: 'next build' }),
      'docs/package.json': scripts({ build: 'vitepress build' }),
    }
    const found = checks(manifests, 'api/src/a.ts', 'web/src/types/b.ts', 'web/src/c.ts')
    assert.deepEqual(found, ['types web type-check', 'build api build', 'build web build', 'tests api test'])
  })

  it('are those of the package above where a package has none', () => {
    const manifests = {
      'package.json': scripts({ typecheck: 'turbo typecheck' }),
      'packages/types/package.json': scripts({ dev: 'tsc --watch' }),
    }
    assert.deepEqual(checks(manifests, 'packages/types/src/a.ts'), ['types . typecheck'])
    assert.deepEqual(checks({ 'package.json': {} }, 'a.ts'), [])
  })

  it('are not what fails in any case', () => {
    const test = 'echo "Error: no test specified" && exit 1'
    assert.deepEqual(checks({ 'package.json': scripts({ test }) }, 'a.ts'), [])
  })

  it('are not run where they would change a database, by themselves or by scripts they run', () => {
    const manifest = scripts({
      build: 'prisma generate && prisma migrate deploy && next build',
      pretest: 'npm run db:reset',
      'db:reset': 'prisma migrate reset --force',
      test: 'vitest run',
      typecheck: 'prisma generate && tsc',
    })
    assert.deepEqual(checks({ 'package.json': manifest }, 'a.ts'), [
      'types . typecheck',
      "build . build: its script 'build' changes a database: prisma migrate deploy",
      "tests . test: its script 'db:reset' changes a database: prisma migrate reset",
    ])
  })

  it('may run each other', () => {
    const manifest = scripts({ build: 'npm run test', test: 'npm run build' })
    assert.deepEqual(checks({ 'package.json': manifest }, 'a.ts'), ['build . build', 'tests . test'])
  })
})
