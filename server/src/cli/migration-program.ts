import type { Command } from 'commander'
import { failing, onFolder, printing, wholeNumber } from './options.js'
import { FORMATS } from './reporters/formats.js'

/** Adds `migration` and its commands to the program; `finish` is told the exit status. */
export function addMigrationCommands(program: Command, finish: (status: number) => void): void {
  const migration = program.command('migration').description('compare the schema with its migrations')
  reporting(onSchemas(migration.command('status')))
    .description('report changes of the schema that no migration holds')
    .option(
      '--database',
      'look at the database, too: what it lacks, what failed, what was changed by hand; it is only read',
    )
    .action(async (paths: string[], options) => {
      const { migrationStatus } = await import('./commands/migration/status.js')
      finish(await migrationStatus({ ...options, paths }))
    })
  reporting(onSchemas(migration.command('lint')))
    .description('report what is dangerous in new migrations: lost data, failures, locks (PostgreSQL)')
    .action(async (paths: string[], options) => {
      const { migrationLint } = await import('./commands/migration/lint.js')
      finish(await migrationLint({ ...options, paths }))
    })
  onFolder(migration.command('down'))
    .description('print the SQL that takes a migration back, and what it cannot bring back; it is tried out first')
    .argument('[name]', 'the migration, with all after it; the last one unless it is given')
    .option('--output <file>', 'write the SQL to this file')
    .action(async (name: string | undefined, options) => {
      const { migrationDown } = await import('./commands/migration/down.js')
      finish(await migrationDown({ ...options, name }))
    })
  onSchemas(migration.command('diff'))
    .description('print the SQL of the migration that is missing')
    .option('--renames', 'rename columns that seem to be meant by one that is dropped and one that is added')
    .action(async (paths: string[], options) => {
      const { migrationDiff } = await import('./commands/migration/diff.js')
      finish(await migrationDiff({ ...options, paths }))
    })
}

/** Adds `doctor` to the program. */
export function addDoctor(program: Command, finish: (status: number) => void): void {
  onFolder(program.command('doctor'))
    .description('look at the database that the schema needs: address, connection, versions, rights, pooling, latency')
    .option('--max-latency <ms>', 'what the simplest query may take', wholeNumber, 100)
    .option('--migration-url <name>', 'the variable with the address that migrations use, if it is another')
    .action(async (options) => {
      const { doctor } = await import('./commands/doctor.js')
      finish(await doctor(options))
    })
}

function reporting(command: Command): Command {
  return failing(printing(command, FORMATS))
    .option('--base <ref>', 'the git revision that the migrations are compared with', 'HEAD')
    .option('--output <file>', 'write the report to this file')
}

function onSchemas(command: Command): Command {
  return onFolder(command).argument('[paths...]', 'look only at the schemas in these files and folders')
}
