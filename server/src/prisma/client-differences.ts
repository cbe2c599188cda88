import type { ClientDifference } from '../model/client.js'
import type { ElementRef } from '../model/element.js'
import type { FileId } from '../text/file-id.js'
import { changedBlocks } from './changed-blocks.js'
import { type ClientMeaning, clientMeaningOf, type RelationMode } from './client-meaning.js'
import { bothSettings, settingDifferences } from './client-settings.js'
import { withoutSameFields } from './fields-apart.js'
import { isSameWriting } from './same-writing.js'
import { scanSchema } from './scan.js'
import { type BlockText, topLevelBlocks } from './top-level.js'

export interface SchemaTexts {
  readonly files: readonly { readonly file: FileId; readonly text: string }[]
  /** The name of the generator whose client it is. */
  readonly generator: string
}

/**
 * How a schema differs, as far as its client is concerned, from the copy that the client was made from. Only blocks
 * that are written differently are read. Of one that is being typed nothing is said to be gone.
 */
export function clientDifferences(
  { files, generator }: SchemaTexts,
  copy: { readonly text: string },
): readonly ClientDifference[] {
  if (isSameWriting(files.map(({ text }) => text).join('\n'), copy.text)) return []
  const [only, ...others] = files
  const changed = only && others.length === 0 ? changedBlocks(only, copy) : undefined
  const now = files.flatMap((source) => placed(changed?.now ?? topLevelBlocks(source), source.file))
  const made = placed(changed?.made ?? topLevelBlocks(copy), '')
  const settings = bothSettings(now, made, generator)
  const modes = { now: settings.now.relationMode, made: settings.made.relationMode }
  return [...settingDifferences(settings), ...blockDifferences(byName(now), byName(made), modes)]
}

/** A block and the file that it stands in; the copy's is of no interest. */
export interface PlacedBlock extends BlockText {
  readonly file: FileId
}

function placed(blocks: readonly BlockText[], file: FileId): readonly PlacedBlock[] {
  return blocks.map(({ kind, name, text }) => ({ kind, name, text, file }))
}

type Blocks = ReadonlyMap<string, PlacedBlock>

/** Those that declare a name; of two equal names the first counts. */
function byName(blocks: readonly PlacedBlock[]): Blocks {
  const declared = blocks.filter(({ kind }) => kind !== 'generator' && kind !== 'datasource')
  return new Map(declared.toReversed().map((block) => [block.name, block]))
}

interface Modes {
  readonly now: RelationMode
  readonly made: RelationMode
}

function blockDifferences(now: Blocks, made: Blocks, modes: Modes): readonly ClientDifference[] {
  const isOtherMode = modes.now !== modes.made
  const present = [...now].flatMap(([name, block]) => {
    const before = made.get(name)
    if (!before) return differencesOf(block, undefined, read(block.text, modes.now))
    if (!isOtherMode && isSameWriting(block.text, before.text)) return []
    const whole = { now: block.text, made: before.text }
    const texts = isOtherMode ? whole : withoutSameFields(whole)
    return differencesOf(block, read(texts.made, modes.made).meaning, read(texts.now, modes.now))
  })
  const gone = [...made].filter(([name, block]) => !now.has(name) && read(block.text, modes.made).meaning)
  return [...present, ...gone.map(([name]) => ({ kind: 'gone', name, at: undefined }) as const)]
}

interface Reading {
  /** Undefined where clients have no such block. */
  readonly meaning: ClientMeaning | undefined
  readonly intact: boolean
}

function read(text: string, mode: RelationMode): Reading {
  const { blocks, errors } = scanSchema(text)
  return { meaning: blocks[0] && clientMeaningOf(blocks[0], mode), intact: errors.length === 0 }
}

function differencesOf(
  { file, name }: PlacedBlock,
  before: ClientMeaning | undefined,
  { meaning: after, intact }: Reading,
): readonly ClientDifference[] {
  const at = { file, id: name }
  if (!after) return before ? [{ kind: 'gone', name, at: undefined }] : []
  if (!before) return [{ kind: 'new', name, at }]
  const members = [...after.members].flatMap(([member, meaning]): ClientDifference[] => {
    const was = before.members.get(member)
    if (was === meaning) return []
    return [{ kind: was === undefined ? 'new' : 'changed', name: `${name}.${member}`, at: memberAt(at, member) }]
  })
  const gone = intact ? [...before.members.keys()].filter((member) => !after.members.has(member)) : []
  return [
    ...(before.own === after.own ? [] : [{ kind: 'changed', name, at } as const]),
    ...members,
    ...gone.map((member) => ({ kind: 'gone', name: `${name}.${member}`, at: undefined }) as const),
  ]
}

function memberAt({ file, id }: ElementRef, member: string): ElementRef {
  return { file, id: `${id}.${member}` }
}
