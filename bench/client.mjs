// Builds and runs client.ts, with the same slim TypeScript as the product.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { banner } from '../esbuild.banner.mjs'
import { typescriptParser } from '../esbuild.typescript.mjs'

const at = (name) => fileURLToPath(new URL(name, import.meta.url))
await build({
  entryPoints: [at('client.ts')],
  outfile: at('../out-bench/client.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  plugins: [typescriptParser],
  banner: { js: banner },
  logLevel: 'warning',
})
const { status } = spawnSync(
  process.execPath,
  [
    ...(process.env.NODE_PROF ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : []),
    '--expose-gc',
    at('../out-bench/client.mjs'),
    ...process.argv.slice(2),
  ],
  {
    stdio: 'inherit',
  },
)
process.exit(status ?? 1)
