// Builds and runs edit.ts, with the same slim TypeScript as the product.
//   node bench/edit.mjs [--profile DIR] [options of edit.ts]
// `--profile` writes a CPU profile into the folder.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { banner } from '../esbuild.banner.mjs'
import { typescriptParser } from '../esbuild.typescript.mjs'

const at = (name) => fileURLToPath(new URL(name, import.meta.url))
await build({
  entryPoints: [at('edit.ts')],
  outfile: at('../out-bench/edit.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  plugins: [typescriptParser],
  banner: { js: banner },
  logLevel: 'warning',
})
const args = process.argv.slice(2)
const profiled = args.indexOf('--profile')
const [, folder] = profiled < 0 ? [] : args.splice(profiled, 2)
// The second flag is how the extension starts the server (client/src/language-client.ts).
const flags = ['--expose-gc', '--max-semi-space-size=64', ...(folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [])]
const { status } = spawnSync(process.execPath, [...flags, at('../out-bench/edit.mjs'), ...args], { stdio: 'inherit' })
process.exit(status ?? 1)
