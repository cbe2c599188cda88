import { colours as pc } from '../colours.js'
import type { AskedSchema } from '../commands/migration/ask-engine.js'
import { findingBlock } from './pretty.js'
import { type CheckReport, count, shownFindings } from './report.js'

/** The state of the migrations for people: what is wrong with them, then a line for each schema. */
export function migrationStatusReport(report: CheckReport, asked: readonly AskedSchema[]): string {
  const blocks = shownFindings(report).map((finding) => findingBlock(finding, report))
  const width = Math.max(...asked.map(({ name }) => name.length))
  const lines = asked.flatMap((each) => [
    `${pc.bold(each.name.padEnd(width))}  ${stateOf(each)}\n`,
    ...databaseLine(each, width),
  ])
  return [...blocks, ...(blocks.length > 0 ? ['\n'] : []), ...lines].join('')
}

function stateOf({ schema, missing }: AskedSchema): string {
  if (missing.kind === 'no-migrations') return pc.dim('no migrations')
  const migrations = count(schema.migrations.length, 'migration')
  if (missing.kind === 'unknown') return `${migrations}, ${pc.yellow('cannot be checked here')}: ${missing.reason}`
  if (missing.kind === 'none') return `${migrations}, ${pc.green('nothing is missing')}`
  return `${migrations}, ${pc.yellow('one is missing')}; ${pc.dim('prisma-drift migration diff')} prints its SQL`
}

function databaseLine({ name, database }: AskedSchema, width: number): readonly string[] {
  if (!database) return []
  const start = `${' '.repeat(Math.max(width, name.length))}  `
  if ('kind' in database) return [`${start}its database ${pc.yellow('cannot be looked at')}: ${database.reason}\n`]
  const { label, failed, unapplied, edited, foreign, drift } = database
  const isRight = drift === '' && [failed, unapplied, edited, foreign].every((each) => each.length === 0)
  return [`${start}${label} ${isRight ? pc.green('is what it should be') : pc.yellow('is not what it should be')}\n`]
}
