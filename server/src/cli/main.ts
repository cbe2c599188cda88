#!/usr/bin/env node
import module from 'node:module'
import { answerQuickly } from './quick-answer.js'

// Node 22 and later keep what V8 has compiled for the next run. It counts for what is imported from here on.
const { enableCompileCache } = module as { readonly enableCompileCache?: () => void }
enableCompileCache?.()

// Whoever writes is told of what fails; without a listener it would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

process.exitCode = (await answerQuickly()) ?? (await runProgram())

/** Loads the rest of the program, which a quick answer does without. */
async function runProgram(): Promise<number> {
  const { run } = await import('./program.js')
  return run(process.argv.slice(2))
}
