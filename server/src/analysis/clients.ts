import type { ClientDifference, GeneratedClient } from '../model/client.js'
import { clientDifferences } from '../prisma/client-differences.js'
import { generatorId } from '../prisma/configuration-block.js'
import { topLevelBlocks } from '../prisma/top-level.js'
import { sameData } from '../query/equality.js'
import { createFamily, type Query } from '../query/query.js'
import type { SchemaFacts } from './schemas.js'
import type { ClientSource, SourceText } from './world.js'

/** The clients that are generated from a schema, each compared with what the schema says now. */
export type ClientsOf = (facts: SchemaFacts) => readonly GeneratedClient[]

export function createClients(schemas: Query<readonly SchemaFacts[]>): ClientsOf {
  return createFamily(
    (facts: SchemaFacts) => facts.clients().map((client) => compare(client, facts, schemas)),
    sameData,
  )
}

function compare(client: ClientSource, facts: SchemaFacts, schemas: Query<readonly SchemaFacts[]>): GeneratedClient {
  const { file, generator, copy, versions } = client
  const made = { generator, at: { file, id: generatorId(generator) }, versions, differences: [] }
  if (typeof copy === 'string') return { ...made, state: copy }
  const all = clientDifferences({ files: facts.source.files, generator }, copy)
  if (all.length === 0) return { ...made, state: 'generated' }
  const differences = all.filter((difference) => !isApart(difference, facts, copy))
  const isOther = !isMadeFrom({ client, copy, isWhole: !all.some(isBlockGone), facts }, schemas())
  return isOther ? { ...made, state: 'unknown' } : { ...made, state: 'generated', differences }
}

/** Whether something new stands in a file that was not joined to the schema when the client was made. */
function isApart({ kind, at }: ClientDifference, { source }: SchemaFacts, copy: SourceText): boolean {
  if (kind !== 'new' || !at || !source.joined.includes(at.file)) return false
  return commonNames(namesIn(source.files.filter(({ file }) => file === at.file)), namesIn([copy])) === 0
}

function isBlockGone({ kind, name }: ClientDifference): boolean {
  return kind === 'gone' && !name.includes('.')
}

interface Made {
  readonly client: ClientSource
  readonly copy: SourceText
  /** Whether the schema has all that the copy declares. */
  readonly isWhole: boolean
  readonly facts: SchemaFacts
}

/**
 * Whether a client was made from this schema in some state, and not from another one: an alternative that counts
 * elsewhere, or one that uses the same place.
 */
function isMadeFrom({ client, copy, isWhole, facts }: Made, all: readonly SchemaFacts[]): boolean {
  const { generator, place } = client
  const { twins, files } = facts.source
  if (twins.some((twin) => clientDifferences({ files: [twin], generator }, copy).length === 0)) return false
  if (place === 'own') return true
  const rivals = all.filter((other) => other !== facts && other.clients().some((each) => isSameCopy(each, client)))
  if (isWhole && rivals.length === 0) return true
  const [present, names] = [namesIn(files), namesIn([copy])]
  const own = commonNames(present, names)
  const smaller = Math.min(names.size, present.size)
  if (own < (smaller < FEW_NAMES ? 0 : smaller / 2)) return false
  return rivals.every(({ source }) => commonNames(namesIn(source.files), names) <= own)
}

/** With fewer names two states of one schema can have nothing in common. */
const FEW_NAMES = 3

function isSameCopy(a: ClientSource, b: ClientSource): boolean {
  return typeof a.copy !== 'string' && typeof b.copy !== 'string' && a.copy.file === b.copy.file
}

/** The models, views, types and enums that texts declare. */
function namesIn(files: readonly SourceText[]): ReadonlySet<string> {
  const blocks = files.flatMap(topLevelBlocks)
  return new Set(blocks.filter(({ kind }) => kind !== 'generator' && kind !== 'datasource').map(({ name }) => name))
}

function commonNames(names: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...names].filter((name) => others.has(name)).length
}
