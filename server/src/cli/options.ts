import { type Command, InvalidArgumentError, Option } from 'commander'
import { SEVERITIES } from '../model/finding.js'
import type { Shard } from './select-findings.js'

/** The option of every command that works in a project. */
export function onFolder(command: Command): Command {
  return command.option('--cwd <dir>', 'the project', process.cwd())
}

/** Of commands that end with 1 where something is found. */
export function failing(command: Command): Command {
  return command.addOption(
    new Option('--fail-on <severity>', 'lowest severity that makes the exit status 1')
      .choices([...SEVERITIES, 'never'])
      .default('warning'),
  )
}

/** Of every command that compares a project's types with its schema. */
export function onProject(command: Command): Command {
  return failing(
    onFolder(command).option(
      '--base <ref>',
      'the git revision with the earlier schema that changes are seen against',
      'HEAD',
    ),
  )
}

/** Of commands that print in several forms, the first of which is the usual one. */
export function printing(command: Command, formats: readonly string[]): Command {
  return command.addOption(new Option('--format <format>', 'how to print').choices(formats).default(formats[0]))
}

/** Of commands that write to files which a person may have changed. */
export function writing(command: Command, dryRun: string): Command {
  return command.option('--dry-run', dryRun).option('--force', 'change files that have uncommitted changes, too')
}

/** Reads `2/4`. */
export function shard(text: string): Shard {
  const [, index = 0, total = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number)
  if (index < 1 || index > total) throw new InvalidArgumentError('It must be like 2/4.')
  return { index, total }
}

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}

/** Reads what a migration does, of which its name is made. */
export function migrationName(text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) throw new InvalidArgumentError('It must have a letter or a digit.')
  return text
}
