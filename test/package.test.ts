import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { copyFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { DRIFTED_SHOP } from './support/shop.js'
import { inWorkspace } from './support/workspace.js'

const QUIET = ['--no-audit', '--no-fund', '--loglevel', 'error']

describe('the packed command line', () => {
  it('holds what runs and nothing else, and runs by npx where it is installed', () =>
    inWorkspace(DRIFTED_SHOP, async ({ root, at, write }) => {
      write({ 'packed/.keep': '' })
      const packing = ['pack', '--json', '--ignore-scripts', '--pack-destination', at('packed'), ...QUIET]
      const [packed] = JSON.parse(execFileSync('npm', packing, { encoding: 'utf8' }))
      const files: readonly string[] = packed.files.map((file: { path: string }) => file.path)
      for (const file of ['package.json', 'README.md', 'LICENSE', 'dist/cli.js', 'dist/rules/field-missing.md']) {
        assert.ok(files.includes(file), file)
      }
      const others = files.filter((file) => !/^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/.+)$/.test(file))
      assert.deepEqual(others, [])
      const [archive = ''] = readdirSync(at('packed')).filter((name) => name.endsWith('.tgz'))
      copyFileSync(at(path.join('packed', archive)), at('prisma-drift.tgz'))
      const npm = (...args: readonly string[]) =>
        execFileSync('npm', [...args, ...QUIET], { cwd: root, encoding: 'utf8' })
      npm('install', '--offline', '--save-dev', './prisma-drift.tgz')
      const npx = (...args: readonly string[]) => {
        try {
          return execFileSync('npx', ['--no-install', 'prisma-drift', ...args], {
            cwd: root,
            encoding: 'utf8',
            stdio: 'pipe',
          })
        } catch (error) {
          return (error as { stdout: string }).stdout
        }
      }
      assert.match(npx('check'), /src\/order\.ts:3:10 {2}error/)
      assert.match(npx('check', '--suppress-all'), /No new drift found/)
      assert.match(npx('explain', 'field-missing'), /^# field-missing/)
      assert.match(
        npx('init', '--dry-run'),
        /"\$schema": "\.\/node_modules\/prisma-drift\/dist\/configuration\.schema\.json"/,
      )
    }))
})
