import { Argument, Command, CommanderError, Option } from 'commander'
import { OUTPUTS, type Output } from '../analysis/generate/outputs.js'
import { SEVERITIES } from '../model/finding.js'
import { addDoctor, addMigrationCommands } from './migration-program.js'
import { migrationName, onFolder, onProject, printing, shard, wholeNumber, writing } from './options.js'
import { FORMATS } from './reporters/formats.js'
import { VERSION } from './version.js'

/** Nothing at or above the asked severity, or wrong usage or a failure of the tool itself; 1 is for findings. */
const EXIT = { ok: 0, failure: 2 } as const

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

/** Told the exit status. */
type Finish = (status: number) => void

function buildProgram(finish: Finish): Command {
  const program = new Command('prisma-drift')
    .description('Finds where TypeScript types have drifted from the Prisma schema, and says on what evidence.')
    .version(VERSION)
    .exitOverride()
  addCheck(program, finish)
  addFix(program, finish)
  addSync(program, finish)
  addReport(program, finish)
  addGenerate(program, finish)
  addClient(program, finish)
  addInit(program, finish)
  addMigrationCommands(program, finish)
  addDoctor(program, finish)
  addExplain(program, finish)
  addLsp(program)
  return program
}

function addCheck(program: Command, finish: Finish): void {
  printing(onProject(program.command('check')), FORMATS)
    .description('report drift between TypeScript types and the Prisma schema')
    .argument('[paths...]', 'report only findings in these files and folders')
    .addOption(
      new Option('--watch', 'check again whenever something changes').conflicts(['suppressAll', 'pruneSuppressions']),
    )
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
}

function addFix(program: Command, finish: Finish): void {
  writing(printing(onProject(program.command('fix')), ['pretty', 'json']), 'write nothing; print a diff')
    .description('repair what has a safe fix; the exit status is that of a check afterwards')
    .argument('[paths...]', 'fix only findings in these files and folders')
    .addOption(
      new Option('--severity <severity>', 'lowest severity that is fixed').choices(SEVERITIES).default('warning'),
    )
    .option('--unsafe', 'make also fixes that need review: removals, renamings, guesses')
    .action(async (paths: string[], options) => {
      const { fix } = await import('./commands/fix.js')
      finish(await fix({ ...options, paths }))
    })
}

/** What a `sync` is asked that plans and ends. */
const PLANNING = ['dryRun', 'createMigration', 'tests']

function addSync(program: Command, finish: Finish): void {
  writing(onFolder(program.command('sync')), 'write and run nothing; print a diff')
    .description('bring everything up to a changed schema: client, types, inputs, tests; then say what is left')
    .option('--base <ref>', 'the git revision with the earlier schema', 'HEAD')
    .option('--create-migration <name>', 'write the migration that is missing; else its SQL is shown', migrationName)
    .option('--tests', 'write tests for services that have none')
    .option('--no-checks', "leave out the project's own type check, build and tests")
    .option('--keep', 'keep the changes even where such a check turns red')
    .addOption(
      new Option('--watch', 'do the safe part of it on every change of the schema').conflicts([...PLANNING, 'undo']),
    )
    .addOption(new Option('--undo', 'take back what sync has changed since the last commit').conflicts(PLANNING))
    .action(async (options) => {
      const { sync } = await import('./commands/sync.js')
      finish(await sync(options))
    })
}

function addReport(program: Command, finish: Finish): void {
  printing(onFolder(program.command('report')), ['markdown', 'html'])
    .description('write down the state of schemas, types and findings, and what to verify by hand')
    .option('--base <ref>', 'the git revision that changes are told since', 'HEAD')
    .option('--output <file>', 'write it to this file')
    .action(async (options) => {
      const { report } = await import('./commands/report.js')
      finish(await report(options))
    })
}

function addGenerate(program: Command, finish: Finish): void {
  writing(onFolder(program.command('generate')), 'print what would be written as a diff')
    .description('write or complete code for models, in the style of the code around it')
    .addArgument(new Argument('<output>', 'what to generate').choices(OUTPUTS))
    .argument('<models...>', 'the models it is generated for')
    .action(async (output: Output, models: string[], options) => {
      const { generate } = await import('./commands/generate.js')
      finish(await generate({ ...options, output, models }))
    })
}

function addClient(program: Command, finish: Finish): void {
  const client = program.command('client').description('compare the generated Prisma Client with the schema')
  printing(onFolder(client.command('status')), ['pretty', 'json'])
    .description('say whether the generated client is older than the schema, and what differs')
    .action(async (options) => {
      const { clientStatus } = await import('./commands/client.js')
      finish(await clientStatus(options))
    })
  printing(onFolder(client.command('sync')), ['pretty', 'json'])
    .description("run the project's own 'prisma generate' where the client is missing or older than the schema")
    .action(async (options) => {
      const { clientSync } = await import('./commands/client.js')
      finish(await clientSync(options))
    })
}

function addInit(program: Command, finish: Finish): void {
  onFolder(program.command('init'))
    .description('write a commented configuration from what is seen in the project')
    .option('--dry-run', 'print it instead')
    .action(async (options) => {
      const { init } = await import('./commands/init.js')
      finish(await init(options))
    })
}

function addExplain(program: Command, finish: Finish): void {
  program
    .command('explain')
    .description('say what a rule finds, why it matters and what to do')
    .argument('<rule>', 'the code of the rule')
    .action(async (rule: string) => {
      const { explain } = await import('./commands/explain.js')
      finish(await explain(rule))
    })
}

function addLsp(program: Command): void {
  program
    .command('lsp')
    .description('serve an editor by the language server protocol')
    .option('--stdio', 'talk over standard input and output, which is the only way', true)
    .action(async () => {
      const { lsp } = await import('./commands/lsp.js')
      await lsp()
    })
}
