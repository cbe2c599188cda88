// `npm run package`: builds and writes prisma-drift-VERSION.vsix with only what runs. Fails where it is too large.
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { packagedReadme } from './esbuild.readme.mjs'

const LARGEST = 12 * 1024 * 1024

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
const file = `${name}-${version}.vsix`

run('esbuild.config.mjs', '--smallest')
const readme = 'dist/README.md'
writeFileSync(readme, packagedReadme(readFileSync('README.md', 'utf8')))
// Everything is bundled, and there is no public repository that links of the README could lead to.
const links = ['--allow-missing-repository', '--no-rewrite-relative-links']
run('node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--readme-path', readme, ...links, '--out', file)

const { size } = statSync(file)
console.log(`${file}: ${(size / 1024 / 1024).toFixed(2)} MB`)
if (size > LARGEST) {
  console.error(`The package may have ${LARGEST / 1024 / 1024} MB at most.`)
  process.exit(1)
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
