import type { Severity } from '../../model/finding.js'
import { isInput } from '../../model/role.js'
import type { Column, Model } from '../../model/schema.js'
import type { ColumnChange } from '../../prisma/changes.js'
import { compareText } from '../../text/compare-text.js'
import type { FileId } from '../../text/file-id.js'
import type { SchemaFacts } from '../schemas.js'
import type { Snapshot } from '../snapshot.js'
import type { EnumImpact, Impact, ModelImpact } from './impact.js'

/** A change that those who send requests, or those who read responses, may not be ready for. */
export interface BreakingChange {
  readonly direction: Direction
  /** `info` changes break nobody who is careful. */
  readonly severity: Severity
  readonly message: string
  /** The files that use what changed, sorted. */
  readonly files: readonly FileId[]
}

export type Direction = 'requests' | 'responses'

/** What a change means for each direction. */
interface Effect {
  readonly message: string
  readonly requests: Severity
  readonly responses: Severity
}

/** The breaking changes of an impact, by direction, the loudest first. */
export function breakingChanges(snapshot: Snapshot, impact: Impact): readonly BreakingChange[] {
  const all = [
    ...impact.models.flatMap((each) => inBoth(modelEffects(each), usersOf(snapshot, namesOf(each)))),
    ...snapshot
      .schemas()
      .flatMap((facts) =>
        [...facts.schema.models.values()].flatMap((model) =>
          inBoth(lengthEffects(model, facts), usersOf(snapshot, [model.name])),
        ),
      ),
    ...impact.enums.flatMap((each) => inBoth(enumEffects(each), { inputs: each.types, others: each.types })),
  ]
  return all.toSorted(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || compareText(a.message, b.message),
  )
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info', 'hint']

interface Sides {
  /** Files with what is sent in. */
  readonly inputs: readonly FileId[]
  readonly others: readonly FileId[]
}

/** What only the server sets is in no request, so without a type for input there is nothing to break. */
function inBoth(effects: readonly Effect[], { inputs, others }: Sides): readonly BreakingChange[] {
  return effects.flatMap(({ message, ...effect }): BreakingChange[] => [
    ...(inputs.length > 0
      ? [{ direction: 'requests' as const, severity: effect.requests, message, files: inputs }]
      : []),
    { direction: 'responses', severity: effect.responses, message, files: others },
  ])
}

function namesOf({ change: { before, after } }: ModelImpact): readonly string[] {
  return [...new Set([after, before].flatMap((model) => model?.name ?? []))]
}

/** The files with types of a model, or that call Prisma for it, under any of its names. */
function usersOf(snapshot: Snapshot, names: readonly string[]): Sides {
  const own = snapshot
    .pairs()
    .filter(({ model, confidence }) => names.includes(model.name) && confidence !== 'possible')
  const inputs = own.filter(({ role }) => isInput(role)).map(({ shape }) => shape.file)
  const reads = own.filter(({ role }) => !isInput(role)).map(({ shape }) => shape.file)
  const code = names.flatMap((name) => snapshot.filesCalling(name))
  return { inputs: sorted(inputs), others: sorted([...reads, ...code]) }
}

function sorted(files: readonly FileId[]): readonly FileId[] {
  return [...new Set(files)].sort(compareText)
}

function modelEffects({ name, change }: ModelImpact): readonly Effect[] {
  const { before, after } = change
  if (!before) return []
  if (!after) return [{ message: `model '${name}' is gone`, requests: 'error', responses: 'error' }]
  const told = change.columns.filter((each) => isData(each.after ?? each.before))
  return told.flatMap((each) => columnEffects(name, each))
}

/** Relations are no data of their own. */
function isData(column: Column | undefined): boolean {
  return column !== undefined && column.kind !== 'relation' && column.kind !== 'unsupported'
}

function columnEffects(model: string, { before, after, aspects }: ColumnChange): readonly Effect[] {
  if (!before) return after ? [added(model, after)] : []
  if (!after) return [removed(model, before)]
  const name = `${model}.${after.name}`
  const effects: Effect[] = []
  if (aspects.has('renamed')) effects.push(renamed(model, before, after))
  if (aspects.has('retyped') || aspects.has('list') || aspects.has('scalar')) {
    const types = `${typeOf(before)} to ${typeOf(after)}`
    effects.push({ message: `'${name}' changed its type from ${types}`, requests: 'error', responses: 'error' })
  }
  if (aspects.has('required')) {
    effects.push({ message: `'${name}' became required`, requests: 'error', responses: 'info' })
  }
  if (aspects.has('nullable')) {
    effects.push({ message: `'${name}' may be null`, requests: 'info', responses: 'error' })
  }
  return effects
}

function added(model: string, column: Column): Effect {
  const message = `'${model}.${column.name}' is new`
  return {
    message,
    requests: isDemanded(column) ? 'error' : isRequired(column) ? 'warning' : 'info',
    responses: 'info',
  }
}

function removed(model: string, column: Column): Effect {
  const responses = isRequired(column) ? 'error' : 'warning'
  return { message: `'${model}.${column.name}' is gone`, requests: 'warning', responses }
}

/** One column goes and another comes. */
function renamed(model: string, before: Column, after: Column): Effect {
  return {
    message: `'${model}.${before.name}' is now called '${after.name}'`,
    requests: isDemanded(after) ? 'error' : 'warning',
    responses: isRequired(before) ? 'error' : 'warning',
  }
}

function isRequired({ nullable, list }: Column): boolean {
  return !nullable && !list
}

/** Whether a record cannot be made without it. */
function isDemanded(column: Column): boolean {
  return isRequired(column) && column.defaultValue === undefined && !column.isUpdatedAt
}

function typeOf({ type, list }: Column): string {
  return list ? `${type}[]` : type
}

/** Texts that may no more be as long as they could be. */
function lengthEffects({ name: model, columns }: Model, facts: SchemaFacts): readonly Effect[] {
  const earlier = facts.before()?.models.get(model)?.columns ?? []
  return columns.flatMap((column) => {
    const [was, is] = [lengthOf(earlier.find(({ name }) => name === column.name)), lengthOf(column)]
    if (was === undefined || is === undefined || is >= was) return []
    const message = `'${model}.${column.name}' holds ${is} characters at most, no more ${was}`
    return [{ message, requests: 'error', responses: 'info' }]
  })
}

function lengthOf(column: Column | undefined): number | undefined {
  const { name, args } = column?.nativeType ?? {}
  const length = /char/i.test(name ?? '') ? Number(args?.[0]) : Number.NaN
  return Number.isNaN(length) ? undefined : length
}

function enumEffects({ name, change }: EnumImpact): readonly Effect[] {
  if (!change.before) return []
  if (!change.after) return [{ message: `enum '${name}' is gone`, requests: 'error', responses: 'error' }]
  return change.values.flatMap(({ before, after }): Effect[] => [
    ...(before ? [{ message: `'${name}.${before.name}' is gone`, requests: 'error', responses: 'info' } as const] : []),
    ...(after ? [{ message: `'${name}.${after.name}' is new`, requests: 'info', responses: 'warning' } as const] : []),
  ])
}
