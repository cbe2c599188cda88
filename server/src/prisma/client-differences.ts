import type { ClientDifference } from '../model/client.js'
import type { ElementRef } from '../model/element.js'
import type { EnumType, Model } from '../model/schema.js'
import { type ClientMeaning, clientMeaningOf, type RelationMode, withoutBlanks } from './client-meaning.js'
import type { Generator } from './configuration-block.js'
import { itemsOf } from './expression.js'
import type { LoweredSchema } from './lower.js'
import { scanSchema } from './scan.js'

/**
 * How a schema differs, as far as its client is concerned, from the copy that the client was made from. `generator` is
 * the name of the block that makes it. Of a block that was not read in full nothing is said to be gone.
 */
export function clientDifferences(now: LoweredSchema, copy: LoweredSchema, generator: string): ClientDifference[] {
  return [...settingDifferences(now, copy, generator), ...blockDifferences(now, copy)]
}

function blockDifferences(now: LoweredSchema, copy: LoweredSchema): ClientDifference[] {
  const modes = { now: relationModeOf(now), copy: relationModeOf(copy) }
  const isWhole = now.errors.length === 0
  const [present, made] = [blocksOf(now), blocksOf(copy)]
  const changed = [...present].flatMap(([name, block]) => {
    const other = made.get(name)
    if (isSameText(now, copy, name) && modes.now === modes.copy) return []
    const [after, before] = [meaningOf(now, name, modes.now), other && meaningOf(copy, name, modes.copy)]
    return after === 'unread' || before === 'unread' ? [] : differencesOf(block, before, after)
  })
  const gone = [...made.keys()].filter((name) => !present.has(name) && isWhole && isTold(copy, name, modes.copy))
  return [...changed, ...gone.map((name) => ({ kind: 'gone', name, at: undefined }) as const)]
}

type Block = Model | EnumType

function blocksOf({ schema }: LoweredSchema): ReadonlyMap<string, Block> {
  return new Map<string, Block>([...schema.models, ...schema.enums])
}

function isSameText(now: LoweredSchema, copy: LoweredSchema, name: string): boolean {
  const text = now.written.get(name)?.text
  return text !== undefined && text === copy.written.get(name)?.text
}

/** What a block means to a client; undefined where it means nothing, `unread` where it declares a name twice. */
function meaningOf({ written }: LoweredSchema, name: string, mode: RelationMode): ClientMeaning | undefined | 'unread' {
  const block = written.get(name)
  if (!block) return 'unread'
  const before = known.get(block.meaning)
  if (before?.text === block.text && before.mode === mode) return before.meaning
  const syntax = scanSchema(block.text).blocks[0]
  const meaning = syntax && clientMeaningOf(syntax, mode)
  known.set(block.meaning, { text: block.text, mode, meaning })
  return meaning
}

interface Known {
  readonly text: string
  readonly mode: RelationMode
  readonly meaning: ClientMeaning | undefined
}

/** A block that is typed elsewhere than in it need not be scanned again. */
const known = new WeakMap<Block, Known>()

function isTold(schema: LoweredSchema, name: string, mode: RelationMode): boolean {
  const meaning = meaningOf(schema, name, mode)
  return meaning !== undefined && meaning !== 'unread'
}

function differencesOf(block: Block, before: ClientMeaning | undefined, after: ClientMeaning | undefined) {
  const { name, ref } = block
  if (!after) return before ? [difference('gone', name, ref)] : []
  if (!before) return [difference('new', name, ref)]
  const own = before.own === after.own ? [] : [difference('changed', name, ref)]
  const refs = refsOf(block)
  const present = [...after.members].flatMap(([member, meaning]) => {
    const was = before.members.get(member)
    if (was === meaning) return []
    return [difference(was === undefined ? 'new' : 'changed', `${name}.${member}`, refs.get(member) ?? ref)]
  })
  const gone = [...before.members.keys()].filter((member) => block.intact && !after.members.has(member))
  return [...own, ...present, ...gone.map((member) => difference('gone', `${name}.${member}`, undefined))]
}

function difference(kind: ClientDifference['kind'], name: string, at: ElementRef | undefined): ClientDifference {
  return { kind, name, at: kind === 'gone' ? undefined : at }
}

function refsOf(block: Block): ReadonlyMap<string, ElementRef> {
  const members = 'columns' in block ? block.columns : block.values
  return new Map(members.map(({ name, ref }) => [name, ref]))
}

function relationModeOf({ datasource }: LoweredSchema): RelationMode {
  const written = datasource?.relationMode ?? (datasource?.provider === 'mongodb' ? 'prisma' : 'foreignKeys')
  return written === 'prisma' ? 'prisma' : 'foreignKeys'
}

function settingDifferences(now: LoweredSchema, copy: LoweredSchema, name: string): ClientDifference[] {
  const [source, sourceOfCopy] = [now.datasource, copy.datasource]
  const generator = now.generators.find((each) => each.name === name)
  const generatorOfCopy = copy.generators.find((each) => each.name === name)
  const settings = generator && generatorOfCopy ? changedSettings(generator, generatorOfCopy) : []
  const isOtherUrl = source?.urlVariable && sourceOfCopy?.urlVariable && source.urlVariable !== sourceOfCopy.urlVariable
  return [
    ...(source && source.provider !== sourceOfCopy?.provider ? [changed('datasource.provider', source.ref)] : []),
    ...(source && isOtherUrl ? [changed('datasource.url', source.ref)] : []),
    ...(source && relationModeOf(now) !== relationModeOf(copy) ? [changed('datasource.relationMode', source.ref)] : []),
    ...settings.map((setting) => changed(`generator.${setting}`, generator?.ref)),
  ]
}

function changed(name: string, at: ElementRef | undefined): ClientDifference {
  return { kind: 'changed', name, at }
}

/** Where the client is written to decides which one is compared; all else shapes what is written. */
function changedSettings(now: Generator, copy: Generator): string[] {
  const names = new Set([...now.settings.keys(), ...copy.settings.keys()])
  return [...names].filter(
    (name) => name !== 'output' && settingOf(now.settings.get(name)) !== settingOf(copy.settings.get(name)),
  )
}

/** Lists are sets here: an empty one says as much as none. */
function settingOf(value: string | undefined): string {
  if (value === undefined) return ''
  return value.startsWith('[') ? itemsOf(withoutBlanks(value)).sort().join() : withoutBlanks(value)
}
