import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { OUTPUTS, type Output } from '../analysis/generate/outputs.js'
import { SEVERITIES } from '../model/finding.js'
import { addDoctor, addMigrationCommands } from './migration-program.js'
import { FORMATS } from './reporters/formats.js'
import type { Shard } from './select-findings.js'
import { VERSION } from './version.js'

/** Nothing at or above the asked severity; findings; wrong usage or a failure of the tool itself. */
export const EXIT = { ok: 0, findings: 1, failure: 2 } as const

/** Runs the command line; `args` are those behind the command's own name. The result is the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  let status: number = EXIT.ok
  const program = buildProgram((code) => {
    status = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.failure
    process.stderr.write(`prisma-drift failed: ${error instanceof Error ? error.stack : String(error)}\n`)
    return EXIT.failure
  }
}

function buildProgram(finish: (status: number) => void): Command {
  const program = new Command('prisma-drift')
    .description('Finds where TypeScript types have drifted from the Prisma schema, and says on what evidence.')
    .version(VERSION)
    .exitOverride()
  onProject(program.command('check'))
    .description('report drift between TypeScript types and the Prisma schema')
    .argument('[paths...]', 'report only findings in these files and folders')
    .addOption(new Option('--format <format>', 'how to print').choices(FORMATS).default('pretty'))
    .option('--watch', 'check again whenever something changes')
    .option('--output <file>', 'write the report to this file')
    .option('--max-warnings <number>', 'warnings that fail nothing; one more does', wholeNumber)
    .option(
      '--changed-since <ref>',
      'report only findings in files that changed since, and those that the changes cause',
    )
    .option('--shard <index/total>', 'report one part of several, such as 2/4', shard)
    .option('--suppress-all', 'add all that is found to prisma-drift-suppressions.json: only what is new is reported')
    .option('--prune-suppressions', 'drop from that file what is no longer found')
    .option('--no-cache', 'neither use nor keep the result of an earlier check of the same files')
    .option('--verbose', 'show hints, all evidence, and every type with the model it describes')
    .option('--quiet', 'show errors and warnings only')
    .action(async (paths: string[], options) => {
      const run = options.watch
        ? (await import('./commands/watch.js')).watch
        : (await import('./commands/check.js')).check
      finish(await run({ ...options, paths }))
    })
  withFormat(onProject(program.command('fix')))
    .description('repair what has a safe fix; the exit status is that of a check afterwards')
    .argument('[paths...]', 'fix only findings in these files and folders')
    .addOption(
      new Option('--severity <severity>', 'lowest severity that is fixed').choices(SEVERITIES).default('warning'),
    )
    .option('--unsafe', 'make also fixes that need review: removals, renamings, guesses')
    .option('--dry-run', 'write nothing; print a diff')
    .option('--force', 'change files that have uncommitted changes, too')
    .action(async (paths: string[], options) => {
      const { fix } = await import('./commands/fix.js')
      finish(await fix({ ...options, paths }))
    })
  program
    .command('sync')
    .description('bring everything up to a changed schema: client, types, inputs, tests; then say what is left')
    .option('--cwd <dir>', 'the project', process.cwd())
    .option('--base <ref>', 'the git revision with the earlier schema', 'HEAD')
    .option('--dry-run', 'write and run nothing; print a diff')
    .option('--force', 'change files that have uncommitted changes, too')
    .option('--create-migration <name>', 'write the migration that is missing; else its SQL is shown')
    .option('--tests', 'write tests for services that have none')
    .option('--no-checks', "leave out the project's own type check, build and tests")
    .option('--keep', 'keep the changes even where such a check turns red')
    .option('--watch', 'do the safe part of it on every change of the schema')
    .option('--undo', 'take back what sync has changed since the last commit')
    .action(async (options) => {
      const { sync } = await import('./commands/sync.js')
      finish(await sync(options))
    })
  program
    .command('report')
    .description('write down the state of schemas, types and findings, and what to verify by hand')
    .option('--cwd <dir>', 'the project', process.cwd())
    .option('--base <ref>', 'the git revision that changes are told since', 'HEAD')
    .addOption(new Option('--format <format>', 'how to write').choices(['markdown', 'html']).default('markdown'))
    .option('--output <file>', 'write it to this file')
    .action(async (options) => {
      const { report } = await import('./commands/report.js')
      finish(await report(options))
    })
  program
    .command('generate')
    .description('write or complete code for models, in the style of the code around it')
    .addArgument(new Argument('<output>', 'what to generate').choices(OUTPUTS))
    .argument('<models...>', 'the models it is generated for')
    .option('--cwd <dir>', 'the project', process.cwd())
    .option('--dry-run', 'print what would be written as a diff')
    .option('--force', 'change files that have uncommitted changes, too')
    .action(async (output: Output, models: string[], options) => {
      const { generate } = await import('./commands/generate.js')
      finish(await generate({ ...options, output, models }))
    })
  const client = program.command('client').description('compare the generated Prisma Client with the schema')
  onFolder(client.command('status'))
    .description('say whether the generated client is older than the schema, and what differs')
    .action(async (options) => {
      const { clientStatus } = await import('./commands/client.js')
      finish(await clientStatus(options))
    })
  onFolder(client.command('sync'))
    .description("run the project's own 'prisma generate' where the client is missing or older than the schema")
    .action(async (options) => {
      const { clientSync } = await import('./commands/client.js')
      finish(await clientSync(options))
    })
  program
    .command('init')
    .description('write a commented configuration from what is seen in the project')
    .option('--cwd <dir>', 'the project', process.cwd())
    .option('--dry-run', 'print it instead')
    .action(async (options) => {
      const { init } = await import('./commands/init.js')
      finish(await init(options))
    })
  addMigrationCommands(program, finish)
  addDoctor(program, finish)
  program
    .command('explain')
    .description('say what a rule finds, why it matters and what to do')
    .addArgument(new Argument('<rule>', 'the code of the rule'))
    .action(async (rule: string) => {
      const { explain } = await import('./commands/explain.js')
      finish(explain(rule))
    })
  program
    .command('lsp')
    .description('serve an editor by the language server protocol')
    .option('--stdio', 'talk over standard input and output, which is the only way', true)
    .action(async () => {
      const { lsp } = await import('./commands/lsp.js')
      await lsp()
    })
  return program
}

/** The options of commands that look at a project as it is. */
function onFolder(command: Command): Command {
  return withFormat(command.option('--cwd <dir>', 'the project', process.cwd()))
}

function withFormat(command: Command): Command {
  return command.addOption(
    new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'),
  )
}

/** The options of every command that compares a project's types with its schema. */
function onProject(command: Command): Command {
  return command
    .option('--cwd <dir>', 'the project', process.cwd())
    .option('--base <ref>', 'the git revision with the earlier schema that changes are seen against', 'HEAD')
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that makes the exit status 1')
        .choices([...SEVERITIES, 'never'])
        .default('warning'),
    )
}

function shard(text: string): Shard {
  const [, index = 0, total = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number)
  if (index < 1 || index > total) throw new InvalidArgumentError('It must be like 2/4.')
  return { index, total }
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}
