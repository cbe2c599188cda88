import { check } from './commands/check.js'

process.exitCode = await check({ cwd: process.cwd(), base: 'HEAD', format: 'json', failOn: 'warning', verbose: false })
