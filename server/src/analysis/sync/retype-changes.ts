import type { LeftPlace } from '../../checker/input.js'
import type { Keyword, RetypedColumn, RetypeInput } from '../../checker/retype-uses.js'
import { isRead } from '../../model/role.js'
import type { Column, Model } from '../../model/schema.js'
import type { FileId } from '../../text/file-id.js'
import type { AnalysisHost } from '../host.js'
import type { ChangedText } from '../mend.js'
import type { TextOf } from '../render-fix.js'
import type { Snapshot } from '../snapshot.js'
import { clientChangeOf } from './rename-changes.js'

/** Gives parameters the types that columns have now. `textOf` gives the texts that count instead of those on disk. */
export type RetypeUses = (plan: Pick<RetypeInput, 'clients' | 'columns'>, textOf: TextOf) => Promise<FollowedTypes>

/** What following columns to their new types came to. */
export interface FollowedTypes {
  readonly texts: ReadonlyMap<FileId, ChangedText>
  /** Values of the former types that are left to a person. */
  readonly left: readonly LeftPlace[]
}

export const NO_TYPES: FollowedTypes = { texts: new Map(), left: [] }

/**
 * Follows columns of which the schema has changed the type, once the types that describe them have it, to the parameters
 * that take their values. The host has the changed texts afterwards.
 */
export async function followTypes(host: AnalysisHost, retypeUses: RetypeUses): Promise<FollowedTypes> {
  const snapshot = host.snapshot()
  const columns = retypedColumns(snapshot)
  if (columns.length === 0) return NO_TYPES
  const clients = snapshot.schemas().map((facts) => {
    const { before, after } = clientChangeOf(facts)
    return { before: facts.before() ?? before, after }
  })
  const followed = await retypeUses({ clients, columns }, snapshot.textOf)
  const known = [...followed.texts].filter(([file]) => snapshot.textOf(file) !== undefined)
  host.apply({ texts: new Map(known.map(([file, { after }]) => [file, after])) })
  return followed
}

function retypedColumns(snapshot: Snapshot): readonly RetypedColumn[] {
  return snapshot.schemas().flatMap((facts) =>
    (facts.changes()?.models ?? []).flatMap(({ after: model, columns }) =>
      columns.flatMap(({ before, after, aspects }) => {
        const [from, to] = [before, after].map((column) => KEYWORDS.get(column?.type ?? ''))
        if (!model || !after || !from || !to || from === to || !aspects.has('retyped')) return []
        return [{ model: model.name, name: after.name, from, to, records: recordsOf(model, after, snapshot) }]
      }),
    ),
  )
}

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ['String', 'string'],
  ['Int', 'number'],
  ['Float', 'number'],
  ['Boolean', 'boolean'],
  ['BigInt', 'bigint'],
])

/** The types of the records that a column addresses. */
function recordsOf(model: Model, { name, isId, isUnique }: Column, snapshot: Snapshot): readonly string[] {
  if (!isId && !isUnique && !model.primaryKey.includes(name)) return []
  const pairs = snapshot.pairs().filter((pair) => pair.model === model && isRead(pair.role) && !pair.inline)
  return [...new Set(pairs.filter(({ confidence }) => confidence !== 'possible').map(({ shape }) => shape.name))]
}
