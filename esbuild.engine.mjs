// Bundles the schema engine's process with the embedded databases into a folder of its own: nothing else loads it.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { globSync } from 'tinyglobby'
import { banner } from './esbuild.banner.mjs'

const PGLITE = 'node_modules/@electric-sql/pglite'

/** Shipped packed, which makes the package smaller than its own compression would. */
const PACKED = [
  'node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm',
  'node_modules/sql.js/dist/sql-wasm.wasm',
  `${PGLITE}/dist/pglite.wasm`,
]

/** What takes seconds to make is kept, under names that say of what it was made. */
const KEPT = 'node_modules/.cache/prisma-drift-build'

/** Brotli's levels: the smallest takes a minute, so only what people download is packed so. */
const QUALITY = { quick: 9, smallest: 11 }

/** Writes `folder`/main.js and all that it loads while it runs. `packing` is `quick` or `smallest`. */
export async function buildEngine(folder, { minify, packing }) {
  await build({
    entryPoints: ['server/src/project/engine/main.ts'],
    outfile: `${folder}/main.js`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify,
    mainFields: ['module', 'main'],
    banner: { js: banner },
    logLevel: 'warning',
  })
  mkdirSync(KEPT, { recursive: true })
  copyFileSync('node_modules/libpg-query/wasm/libpg-query.wasm', `${folder}/libpg-query.wasm`)
  for (const file of extensionArchives()) copyFileSync(file, `${folder}/${path.basename(file)}`)
  for (const file of PACKED) copyFileSync(await packed(file, packing), `${folder}/${path.basename(file)}.br`)
  copyFileSync(await postgresFiles(packing), `${folder}/pglite.data.br`)
  copyFileSync(await emptyCluster(packing), `${folder}/postgres.tar.br`)
}

function extensionArchives() {
  const source = readFileSync('server/src/project/engine/embedded-postgres.ts', 'utf8')
  const [, list] = /EXTENSIONS.*new Set\(\[([\s\S]*?)\]\)/.exec(source)
  return [...list.matchAll(/'([^']+)'/g)].map(([, name]) => `${PGLITE}/dist/${name}.tar.gz`)
}

function packed(file, packing) {
  const data = readFileSync(file)
  return keep(`${path.basename(file)}-${createHash('sha256').update(data).digest('hex')}`, packing, () => data)
}

/** What only makes new clusters, converts between encodings, builds extensions or is sent to other servers. */
const UNUSED = [
  /\/(?:postgres\.bki|information_schema\.sql|system_\w+\.sql|snowball_create\.sql|sql_features\.txt|errcodes\.txt)$/,
  /\.sample$|\/pgxs\/|\/lib\/postgresql\/(?:\w+_and_\w+|euc\w*|latin\w*|libpqwalreceiver|pgoutput)\.so$/,
]

/** The files of PostgreSQL. Those that are not used are zeros, so that the others stay where the code looks for them. */
async function postgresFiles(packing) {
  const folder = `${PGLITE}/dist`
  const code = globSync('chunk-*.js', { cwd: folder }).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  const files = code.flatMap((text) => [...text.matchAll(/filename:"([^"]+)",start:([\de]+),end:([\de]+)/g)])
  const unused = files.filter(([, name]) => UNUSED.some((pattern) => pattern.test(name)))
  if (unused.length < 40) throw new Error("PGlite's list of files has another form than the one that is known")
  const data = readFileSync(`${folder}/pglite.data`)
  for (const [, , start, end] of unused) data.fill(0, Number(start), Number(end))
  return keep(`pglite.data-${createHash('sha256').update(data).digest('hex')}`, packing, () => data)
}

/** An initialized cluster of PostgreSQL. */
async function emptyCluster(packing) {
  const { version } = JSON.parse(readFileSync(`${PGLITE}/package.json`, 'utf8'))
  return keep(`postgres-${version}.tar`, packing, dumpEmptyCluster)
}

async function dumpEmptyCluster() {
  const { PGlite } = await import('@electric-sql/pglite')
  const database = await PGlite.create()
  // Nobody makes further databases from these; without them it is a third of the size.
  await database.exec('UPDATE pg_database SET datistemplate = false')
  for (const template of ['template0', 'template1']) await database.exec(`DROP DATABASE ${template}`)
  await database.exec('CHECKPOINT')
  const data = Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer())
  await database.close()
  return data
}

/** The kept file of a name, made from data if it is not there. Builds that run at once do not disturb each other. */
async function keep(name, packing, read) {
  const file = `${KEPT}/${name}.${packing}.br`
  if (existsSync(file)) return file
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY[packing], [constants.BROTLI_PARAM_LGWIN]: 24 }
  writeFileSync(`${file}.${process.pid}`, brotliCompressSync(await read(), { params }))
  renameSync(`${file}.${process.pid}`, file)
  return file
}
