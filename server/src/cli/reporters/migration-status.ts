import { colours as pc } from '../colours.js'
import type { AskedSchema } from '../commands/migration/ask-engine.js'
import { findingBlock } from './pretty.js'
import { type CheckReport, count, shownFindings } from './report.js'

/** The state of the migrations for people: what is wrong with them, then a line for each schema. */
export function migrationStatusReport(report: CheckReport, asked: readonly AskedSchema[]): string {
  const blocks = shownFindings(report).map((finding) => findingBlock(finding, report))
  const width = Math.max(...asked.map(({ name }) => name.length))
  const lines = asked.map((each) => `${pc.bold(each.name.padEnd(width))}  ${stateOf(each)}\n`)
  return [...blocks, ...(blocks.length > 0 ? ['\n'] : []), ...lines].join('')
}

function stateOf({ schema, missing }: AskedSchema): string {
  if (missing.kind === 'no-migrations') return pc.dim('no migrations')
  const migrations = count(schema.migrations.length, 'migration')
  if (missing.kind === 'unknown') return `${migrations}, ${pc.yellow('cannot be checked here')}: ${missing.reason}`
  if (missing.kind === 'none') return `${migrations}, ${pc.green('nothing is missing')}`
  return `${migrations}, ${pc.yellow('one is missing')}; ${pc.dim('prisma-drift migration diff')} prints its SQL`
}
