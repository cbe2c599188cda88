import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { EVERY_KIND, EVERY_MODEL } from '../../server/src/testing/every-kind.js'
import { runCli } from '../support/cli.js'
import { generateClient, packagesFolder } from './install.mjs'

const MANIFEST = {
  name: 'api',
  dependencies: Object.fromEntries(
    ['@nestjs/common', '@nestjs/swagger', '@prisma/client', 'class-transformer', 'class-validator', 'zod'].map(
      (name) => [name, '*'],
    ),
  ),
  devDependencies: { '@electric-sql/pglite': '*', '@types/pg': '*', pg: '*', vitest: '*' },
}

/** As NestJS sets its projects up, but for `strict`. The client stands in the folder: that of the packages is another's. */
const SETTINGS = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023', 'dom'],
    strict: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
    paths: { '@prisma/client': ['./client'] },
  },
  include: ['src', 'prisma', 'test'],
}

describe('what is generated for every kind of column', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'prisma-drift-outputs-'))

  after(() => rmSync(root, { recursive: true, force: true }))

  it('compiles with the real packages, and nothing is found in it', async function () {
    this.timeout(300_000)
    const schema = EVERY_KIND.replace(/(provider\s+= "prisma-client-js")/, '$1\n  output = "../client"').replace(
      'provider = "postgresql"',
      'provider = "postgresql"\n  url = env("DATABASE_URL")',
    )
    mkdirSync(path.join(root, 'prisma'))
    writeFileSync(path.join(root, 'prisma/schema.prisma'), schema)
    writeFileSync(path.join(root, 'package.json'), JSON.stringify(MANIFEST))
    writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify(SETTINGS))
    symlinkSync(path.join(await packagesFolder(), 'node_modules'), path.join(root, 'node_modules'))
    await generateClient(root)
    for (const output of ['interface', 'dto', 'zod', 'client', 'repository', 'service', 'seed', 'tests']) {
      const { status, stderr } = await runCli(['generate', output, ...EVERY_MODEL], { cwd: root })
      assert.equal(status, 0, `${output}: ${stderr}`)
    }
    const { stdout } = await runCli(['check', '--format', 'json', '--fail-on', 'never'], { cwd: root })
    assert.deepEqual(JSON.parse(stdout).findings, [])
    assert.equal(await compilerSays(root), '')
  })
})

/** What the compiler says, or why it does not run; nothing where all is well. */
function compilerSays(root: string): Promise<string> {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const options = { cwd: root, maxBuffer: 2 ** 26 }
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '--project', root], options, (error, stdout) =>
      resolve(error ? `${stdout}${error.message}` : stdout),
    )
  })
}
