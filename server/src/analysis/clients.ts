import type { ClientDifference, GeneratedClient } from '../model/client.js'
import type { Schema } from '../model/schema.js'
import { clientDifferences } from '../prisma/client-differences.js'
import { generatorId } from '../prisma/configuration-block.js'
import type { LoweredSchema } from '../prisma/lower.js'
import { isSameWriting } from '../prisma/same-writing.js'
import { sameData } from '../query/equality.js'
import { createFamily, type Query } from '../query/query.js'
import type { SchemaFacts } from './schemas.js'
import type { ClientSource } from './world.js'

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
  const made = { at: { file, id: generatorId(generator) }, versions, differences: [] }
  if (typeof copy === 'string') return { ...made, state: copy }
  const text = facts.source.files.map((each) => each.text).join('\n')
  if (isSameWriting(text, copy.text)) return { ...made, state: 'generated' }
  const lowered = facts.copyOf(client)
  const all = lowered ? clientDifferences(facts.lowered, lowered, generator) : []
  const differences = all.filter((each) => !lowered || !isApart(each, facts, lowered))
  const isOther = differences.length > 0 && lowered && !isMadeFrom(lowered, client, facts, schemas())
  return isOther ? { ...made, state: 'unknown' } : { ...made, state: 'generated', differences }
}

/** Whether something new stands in a file that was not joined to the schema when the client was made. */
function isApart({ kind, at }: ClientDifference, { source, schema }: SchemaFacts, copy: LoweredSchema): boolean {
  if (kind !== 'new' || !at || !source.joined.includes(at.file)) return false
  const blocks = [...schema.models.values(), ...schema.enums.values()].filter(({ ref }) => ref.file === at.file)
  return !blocks.some(({ name }) => copy.schema.models.has(name) || copy.schema.enums.has(name))
}

/**
 * Whether a client was made from this schema in some state, and not from another one: an alternative that counts
 * elsewhere, or one that uses the same place.
 */
function isMadeFrom(
  copy: LoweredSchema,
  client: ClientSource,
  facts: SchemaFacts,
  all: readonly SchemaFacts[],
): boolean {
  if (facts.twins.some((twin) => clientDifferences(twin, copy, client.generator).length === 0)) return false
  if (client.place === 'own') return true
  const names = namesOf(copy.schema)
  const own = commonNames(facts.schema, names)
  const rivals = all.filter((other) => other !== facts && other.clients().some((each) => isSameCopy(each, client)))
  const smaller = Math.min(names.size, namesOf(facts.schema).size)
  return (
    own >= (smaller < FEW_NAMES ? 0 : smaller / 2) && rivals.every(({ schema }) => commonNames(schema, names) <= own)
  )
}

/** With fewer names two states of one schema can have nothing in common. */
const FEW_NAMES = 3

function isSameCopy(a: ClientSource, b: ClientSource): boolean {
  return typeof a.copy !== 'string' && typeof b.copy !== 'string' && a.copy.file === b.copy.file
}

function namesOf({ models, enums }: Schema): ReadonlySet<string> {
  return new Set([...models.keys(), ...enums.keys()])
}

function commonNames(schema: Schema, names: ReadonlySet<string>): number {
  return [...namesOf(schema)].filter((name) => names.has(name)).length
}
