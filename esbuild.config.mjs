// Bundles the command line, the language server and the extension into dist/, and with `--tests` the unit tests into out/.
import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { globSync } from 'tinyglobby'
import { banner } from './esbuild.banner.mjs'
import { buildEngine } from './esbuild.engine.mjs'
import { configurationSchema, packageSchema } from './esbuild.schema.mjs'
import { typescriptParser } from './esbuild.typescript.mjs'

const forTests = process.argv.includes('--tests')
const outdir = forTests ? 'out' : 'dist'

const TESTS = [
  '{server/src,client/src,test}/**/*.test.ts',
  'test/vscode/{code,run}.ts',
  'test/prisma/schema-engine.ts',
  '!test/workspaces',
  '!test/vscode/suite',
]

/** Equal for builds from the same code: results that another one kept on disk do not count. */
const code = createHash('sha256')
for (const file of globSync(['server/src/**/*.ts', 'package-lock.json', '!**/*.test.ts']).sort())
  code.update(readFileSync(file))

/** What the extension imports while it runs is an entry, too, and stays a file of its own. */
const lazyBundles = {
  name: 'lazy-bundles',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/\.js$/, '.cjs'), external: true } : undefined,
    )
  },
}

/** The command that is run most is a file of its own: to load forty takes longer than to read what they hold. */
const checkAlone = {
  name: 'check-alone',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/commands\/check\.js$/ }, () => ({ path: './check.js', external: true }))
  },
}

const common = {
  outdir,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: !forTests && !process.argv.includes('--debug'),
  mainFields: ['module', 'main'],
  banner: { js: forTests ? '' : banner },
  define: { 'process.env.PRISMA_DRIFT_BUILD': JSON.stringify(code.digest('hex')) },
  logLevel: 'warning',
}

rmSync(outdir, { recursive: true, force: true })
await build({
  ...common,
  entryPoints: forTests
    ? globSync(TESTS)
    : {
        program: 'server/src/cli/program.ts',
        server: 'server/src/lsp/main.ts',
        'configuration-child': 'server/src/project/configuration-child.ts',
        'uses-worker': 'server/src/project/uses-worker.ts',
      },
  outbase: forTests ? '.' : undefined,
  splitting: true,
  sourcemap: forTests ? 'inline' : false,
  packages: forTests ? 'external' : 'bundle',
  plugins: forTests ? [] : [typescriptParser, checkAlone],
})

if (forTests) {
  // VS Code loads these in its extension host, which gives them `vscode`.
  await build({
    entryPoints: globSync('test/vscode/suite/{index,*.test}.ts'),
    outdir,
    outbase: '.',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  })
}

if (!forTests) {
  // In one file, as what is asked first is asked before anything else is loaded.
  await build({ ...common, entryPoints: { cli: 'server/src/cli/main.ts' }, external: ['./program.js'] })
  await build({ ...common, entryPoints: ['server/src/cli/commands/check.ts'], plugins: [typescriptParser] })
  await build({
    entryPoints: ['client/src/extension.ts', 'client/src/language-client.ts'],
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    plugins: [lazyBundles],
    // The editor finds the module `vscode` for what is required, not for what is imported.
    supported: { 'dynamic-import': false },
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    minify: !process.argv.includes('--debug'),
    logLevel: 'warning',
  })
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  writeFileSync(`${outdir}/configuration.schema.json`, JSON.stringify(configurationSchema(manifest)))
  writeFileSync(`${outdir}/package.schema.json`, JSON.stringify(packageSchema(manifest)))
  // Prisma's code looks for its wasm beside itself; `explain` prints the rules' pages.
  const wasm = 'prisma_schema_build_bg.wasm'
  copyFileSync(`node_modules/@prisma/prisma-schema-wasm/src/${wasm}`, `${outdir}/${wasm}`)
  cpSync('docs/rules', `${outdir}/rules`, { recursive: true })
  await buildEngine(`${outdir}/engine`, {
    minify: !process.argv.includes('--debug'),
    packing: process.argv.includes('--smallest') ? 'smallest' : 'quick',
  })
}
