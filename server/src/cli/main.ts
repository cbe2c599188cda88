#!/usr/bin/env node
import { run } from './program.js'

// Whoever writes is told of what fails; without a listener it would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

process.exitCode = await run(process.argv.slice(2))
