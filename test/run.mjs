// `npm test`: builds, checks format, lint and types, and runs every suite. Ends with one line over all of them.
import { spawnSync } from 'node:child_process'
import Mocha from 'mocha'
import { globSync } from 'tinyglobby'

const CHECKS = [
  ['build', 'node', ['esbuild.config.mjs']],
  ['build of the tests', 'node', ['esbuild.config.mjs', '--tests']],
  ['format and lint', 'node_modules/.bin/biome', ['ci', '--error-on-warnings', '.']],
  ['types', 'node_modules/.bin/tsc', ['-p', '.']],
]

const failed = CHECKS.filter(([name, command, args]) => {
  console.log(`\n${name}`)
  return spawnSync(command, args, { stdio: 'inherit' }).status !== 0
})

const mocha = new Mocha({ timeout: 120_000, reporter: 'dot', forbidOnly: true, forbidPending: true })
for (const file of globSync('out/**/*.test.js').sort()) mocha.addFile(file)
await mocha.loadFilesAsync()
const failures = await new Promise((resolve) => {
  const runner = mocha.run(() => resolve(runner.stats))
})

const passedCount = failures.passes + CHECKS.length - failed.length
const failedCount = failures.failures + failed.length
console.log(`${passedCount} passed, ${failedCount} failed`)
process.exit(failedCount === 0 && failures.passes > 0 ? 0 : 1)
