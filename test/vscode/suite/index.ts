import { readdirSync } from 'node:fs'
import path from 'node:path'
import { activation } from './support.js'

/** VS Code calls this in the extension host. The results go to the file that `PRISMA_DRIFT_RESULTS` names. */
export async function run(): Promise<void> {
  // Mocha is an ECMAScript module, which VS Code 1.100 cannot `require`.
  const { default: Mocha } = await import('mocha')
  const mocha = new Mocha({
    timeout: 60_000,
    forbidOnly: true,
    forbidPending: true,
    reporter: 'json',
    reporterOptions: { output: process.env.PRISMA_DRIFT_RESULTS },
  })
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, file))
  }
  // By the schema in the folder. Without it every test would wait in vain.
  mocha.rootHooks({ beforeAll: activation })
  const failures = await new Promise<number>((resolve) => mocha.run(resolve))
  if (failures > 0) throw new Error(`${failures} failed`)
}
