import type { SyncPlan } from '../../analysis/sync/plan-sync.js'
import type { ProjectCheck } from '../../project/project-checks.js'
import type { ClientOutcome } from '../sync/client-step.js'
import type { Proposals, ProposedMigration } from '../sync/migration-step.js'
import { type CheckOutcome, hasTurnedRed } from '../sync/run-checks.js'
import { type Block, code, listOf, markdownOf, section } from './document.js'
import { breakingBlocks, impactBlocks } from './impact-blocks.js'
import { count } from './report.js'

/** What became of a `sync`. */
export interface SyncOutcome {
  readonly plan: SyncPlan
  /** `planned`: nothing was written or run. `rolled-back`: something turned red, and every file is as it was. */
  readonly state: 'planned' | 'written' | 'rolled-back'
  /** Those that were not what their schemas say. */
  readonly clients: readonly ClientOutcome[]
  readonly checks: readonly CheckOutcome[]
}

/** What `sync` did, in Markdown. */
export function syncReport(outcome: SyncOutcome, proposals: Proposals): string {
  return markdownOf(blocksOf(outcome, proposals))
}

function blocksOf(outcome: SyncOutcome, proposals: Proposals): readonly Block[] {
  const { plan } = outcome
  const { impact, breaking } = plan
  return [
    { kind: 'heading', level: 1, text: 'Prisma Drift: sync' },
    { kind: 'text', text: headline(outcome) },
    ...section(impact.base === undefined ? 'What changed' : `What changed since ${impact.base}`, impactBlocks(impact)),
    ...section(CHANGES[outcome.state], changeBlocks(outcome)),
    ...section('Generated client', listOf(outcome.clients.map(clientItem))),
    ...section('Checks', checkBlocks(outcome.checks)),
    ...section('Migration', proposals.migrations.flatMap(migrationBlocks)),
    ...section('Breaking changes', breakingBlocks(breaking)),
    ...section('To verify by hand', listOf([...toVerify(outcome), ...proposals.unknown])),
    ...section('How to take it back', wayBack(outcome)),
  ]
}

const CHANGES: Readonly<Record<SyncOutcome['state'], string>> = {
  planned: 'Changes that would be made',
  written: 'Changes made',
  'rolled-back': 'Changes that were made and taken back',
}

function headline({ plan, state, checks }: SyncOutcome): string {
  const files = count(plan.texts.size, 'file')
  if (state === 'rolled-back') {
    const red = checks.filter(hasTurnedRed).map(({ check }) => nameOf(check))
    return `Every file is as it was: ${red.join(', ')} turned red.`
  }
  if (plan.texts.size === 0) return 'Everything follows the schema: there is nothing to change.'
  return state === 'planned' ? `${files} would change.` : `${files} changed.`
}

function changeBlocks({ plan: { texts, made, uses } }: SyncOutcome): readonly Block[] {
  const items = [...texts].map(([file, { before }]) => {
    const fixes = made.filter(({ fix }) => fix.intents.some(({ at }) => at.file === file))
    return [`${code(file)}${before === undefined ? ' (new)' : ''}`, ...fixes.map(({ fix }) => fix.title)].join('\n')
  })
  const followed = `What was renamed has its new name in ${count(uses, 'place')} that ${uses === 1 ? 'uses' : 'use'} it.`
  return [...listOf(items), ...(uses > 0 ? [{ kind: 'text', text: followed } as const] : [])]
}

function clientItem({ schema, command, state, problem }: ClientOutcome): string {
  if (state === 'stale') return `the client of ${code(schema)} is out of date: ${code(command)} would be run`
  if (state === 'regenerated')
    return `the client of ${code(schema)} was out of date and was regenerated; that is not taken back`
  return `the client of ${code(schema)} is out of date: ${problem ?? code(command)}`
}

function migrationBlocks({ schema, sql, file }: ProposedMigration): readonly Block[] {
  const text =
    file === undefined
      ? `${code(schema)} has changes that no migration holds. This would be one; ${code('--create-migration NAME')} writes it.`
      : `${code(schema)} has changes that no migration held. They are in ${code(file)}, which is applied nowhere yet.`
  return [
    { kind: 'text', text },
    { kind: 'code', language: 'sql', text: sql },
  ]
}

function checkBlocks(checks: readonly CheckOutcome[]): readonly Block[] {
  if (checks.length === 0) return []
  const rows = checks.map(({ check, before, after }) => [
    nameOf(check),
    before?.result ?? 'not run',
    after?.result ?? (check.refusal ? `not run: ${check.refusal}` : 'not run'),
  ])
  const failed = checks.filter(hasTurnedRed).flatMap(({ check, after }): Block[] => [
    { kind: 'text', text: `${nameOf(check)} says:` },
    { kind: 'code', language: '', text: after?.output ?? '' },
  ])
  return [{ kind: 'table', columns: ['Check', 'Before', 'After'], rows }, ...failed]
}

/** `npm run build` in which folder. */
function nameOf({ script, folder }: ProjectCheck): string {
  return `\`${script}\`${folder === '' ? '' : ` in ${code(folder)}`}`
}

function toVerify({ plan, checks }: SyncOutcome): readonly string[] {
  const left = plan.left.map(
    ({ finding, line, reason }) => `${code(`${finding.at.file}:${line}`)} ${finding.message} (${reason})`,
  )
  const red = checks
    .filter(({ before }) => before?.result === 'red')
    .map(({ check }) => `${nameOf(check)} was red before`)
  const refused = checks.flatMap(({ check }) =>
    check.refusal ? [`${nameOf(check)} was not run: ${check.refusal}`] : [],
  )
  const used = plan.stillUsed.map(({ file, line, name }) => `${code(`${file}:${line}`)} uses what is gone: ${name}`)
  const typed = plan.leftTypes.map(({ file, line, message }) => `${code(`${file}:${line}`)} ${message}`)
  return [...left, ...used, ...typed, ...usesToVerify(plan), ...plan.notes, ...red, ...refused]
}

/** More places than this nobody goes through in a list. */
const MOST_USES = 20

function usesToVerify({ leftUses }: SyncPlan): readonly string[] {
  const places = leftUses.map(
    ({ file, line, message }) => `${code(`${file}:${line}`)} may use what was renamed: ${message}`,
  )
  const more = places.length - MOST_USES
  return more > 0 ? [...places.slice(0, MOST_USES), `${count(more, 'more place')} like these`] : places
}

function wayBack({ plan, state }: SyncOutcome): readonly Block[] {
  if (state !== 'written' || plan.texts.size === 0) return []
  const text =
    '`prisma-drift sync --undo` gives the files back what they held, apart from those that were changed since.'
  return [{ kind: 'text', text }]
}
