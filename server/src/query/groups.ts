import { groupBy } from '../text/group-by.js'
import { differenceOf } from './difference.js'
import { Derived, Source } from './engine.js'
import { sameItems } from './equality.js'
import { createQuery, expectsChanges, type Query, sweepUnneeded } from './query.js'

/** The rows of a key, in the order of all rows. */
export type Groups<Key, Row> = (key: Key) => readonly Row[]

/**
 * Rows by a key that follows from the row alone. Whoever asks for a key depends on the rows of that key and on no others:
 * the grouping is brought up to date at the end of each batch of changes, as an eager query is.
 */
export function createGroups<Key, Row>(rows: Query<readonly Row[]>, keyOf: (row: Row) => Key): Groups<Key, Row> {
  if (!expectsChanges()) {
    const groups = createQuery(() => groupBy(rows(), keyOf))
    return (key) => groups().get(key) ?? NO_ROWS
  }
  const grouping = new Grouping(rows, keyOf)
  return (key) => grouping.groupOf(key).get()
}

const NO_ROWS: readonly never[] = []

/** Its value counts the changes of groups that somebody has asked for. */
class Grouping<Key, Row> extends Derived<number> {
  private readonly rows: Query<readonly Row[]>
  private readonly keyOf: (row: Row) => Key
  private readonly asked = new Map<Key, Group<Row>>()
  /** Those that have changed since readers were told last. */
  private readonly fresh = new Set<Group<Row>>()
  private known: readonly Row[] = []
  private readonly groups = new Map<Key, readonly Row[]>()
  private hasFailed = false

  constructor(rows: Query<readonly Row[]>, keyOf: (row: Row) => Key) {
    super(Object.is, 'eager')
    this.rows = rows
    this.keyOf = keyOf
    sweepUnneeded(this.asked)
  }

  groupOf(key: Key): Group<Row> {
    let group = this.asked.get(key)
    if (!group) {
      group = new Group<Row>(this, () => this.groups.get(key) ?? NO_ROWS)
      this.asked.set(key, group)
    }
    return group
  }

  verify(): void {
    this.current()
  }

  protected compute(before = 0): number {
    try {
      const changed = this.regroup(this.rows())
      return this.touch(this.hasFailed ? this.asked.keys() : changed) ? before + 1 : before
    } catch (error) {
      this.touch(this.asked.keys())
      this.hasFailed = true
      throw error
    }
  }

  /** Collects the rows anew for the keys whose rows are others; gives those keys. */
  private regroup(rows: readonly Row[]): readonly Key[] {
    const [start, end, formerEnd] = differenceOf(rows, this.known)
    const [former, others] = [this.known.slice(start, formerEnd), rows.slice(start, end)]
    this.known = rows
    const keys = new Set([...former, ...others].map(this.keyOf))
    if (keys.size === 0) return []
    const groups = this.exchanged(former, others) ?? this.collected(keys)
    const changed = [...keys].filter((key) => !sameItems(groups.get(key) ?? NO_ROWS, this.groups.get(key) ?? NO_ROWS))
    for (const key of changed) {
      const group = groups.get(key)
      if (group) this.groups.set(key, group)
      else this.groups.delete(key)
    }
    return changed
  }

  /** The groups with one row in the place of another of the same key; undefined where more has changed. */
  private exchanged(former: readonly Row[], others: readonly Row[]): ReadonlyMap<Key, readonly Row[]> | undefined {
    const [before, now] = [former[0], others[0]]
    if (former.length !== 1 || others.length !== 1) return undefined
    const key = this.keyOf(now as Row)
    const group = this.groups.get(key)
    const place = this.keyOf(before as Row) === key && group ? group.indexOf(before as Row) : -1
    if (!group || place < 0 || place !== group.lastIndexOf(before as Row)) return undefined
    return new Map([[key, group.toSpliced(place, 1, now as Row)]])
  }

  private collected(keys: ReadonlySet<Key>): ReadonlyMap<Key, readonly Row[]> {
    return groupBy(
      this.known.filter((row) => keys.has(this.keyOf(row))),
      this.keyOf,
    )
  }

  /** Marks groups as changed; false where nobody has asked for any of them. */
  private touch(keys: Iterable<Key>): boolean {
    this.hasFailed = false
    const touched = [...keys].flatMap((key) => this.asked.get(key) ?? [])
    for (const group of touched) {
      group.changeNow()
      if (this.isPending) this.fresh.add(group)
    }
    return touched.length > 0
  }

  override tellNews(): void {
    for (const group of this.fresh) group.tellNews()
    this.fresh.clear()
  }

  override tellReaders(): void {
    for (const group of this.asked.values()) group.tellReaders()
  }
}

/** The rows of one key. */
class Group<Row> extends Source {
  private readonly grouping: { verify(): void; refresh(): void }
  private readonly rows: () => readonly Row[]

  constructor(grouping: { verify(): void; refresh(): void }, rows: () => readonly Row[]) {
    super()
    this.grouping = grouping
    this.rows = rows
  }

  get(): readonly Row[] {
    this.note()
    this.grouping.verify()
    return this.rows()
  }

  refresh(): void {
    this.grouping.refresh()
  }

  isNeeded(): boolean {
    return this.isRead
  }

  /** Whoever still holds it asks again, and gets another one. */
  drop(): void {
    this.changedAt = Number.POSITIVE_INFINITY
  }
}
