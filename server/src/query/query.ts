import { Cell, Computed, countRun, endEra, type Valued } from './engine.js'

/**
 * Values that follow from other values, computed when they are asked for and kept until something they read has changed.
 * What a query reads is noted while it runs, so nothing is invalidated by hand. A query whose new value equals the old
 * one keeps the old object, and whatever read it does not run again (early cut-off). The scheme is that of Salsa: a
 * revision counter, and for each query the revision it was last verified in and the one in which its value changed. On
 * top of it a change tells its readers, and theirs, that they may be outdated, so that what it cannot reach costs nothing.
 */
export type Query<Value> = () => Value

/** Tells whether a new value says the same as the old one. */
export type Equality<Value> = (a: Value, b: Value) => boolean

/** A value that is set from outside. */
export interface Input<Value> {
  get(): Value
  /** Everything that read it is verified when it is next asked for. A value equal to the present one changes nothing. */
  set(value: Value): void
}

let changes: 'expected' | 'none' = 'expected'

/**
 * Says that no input of this process will ever change: then a query is no more than a value that is computed once. To be
 * called before any query is made.
 */
export function expectNoChanges(): void {
  changes = 'none'
}

/** Whether inputs may change in this process. */
export function expectsChanges(): boolean {
  return changes === 'expected'
}

/** Makes a value that is set from outside. */
export function createInput<Value>(value: Value, equals: Equality<Value> = Object.is): Input<Value> {
  const cell = new Cell(value, equals)
  return {
    get: () => cell.get(),
    set(next) {
      if (changes === 'none' && !equals(cell.get(), next))
        throw new Error('An input has changed although none was expected to')
      cell.set(next)
    },
  }
}

/**
 * Makes a query. Its function may read inputs and other queries, and nothing else that changes. It is given the value
 * before, undefined at first, and may return that very object where nothing changed.
 */
export function createQuery<Value>(
  compute: (before: Value | undefined) => Value,
  equals: Equality<Value> = Object.is,
  timing: Timing = 'lazy',
): Query<Value> {
  return changes === 'none' ? computedFirst(compute) : answerOf(new Computed(compute, equals, timing))
}

/** Apart, as whatever a closure could see is kept with it. */
function answerOf<Value>(query: Computed<Value>): Query<Value> {
  return () => query.get()
}

/**
 * `lazy`: a change reaches whatever could depend on it, which is verified when it is asked for. `eager`: the query runs
 * at the end of each batch of changes, and only a new value reaches further. For queries that are cheap, change seldom
 * and have many readers. One that nobody has asked yet does not run.
 */
export type Timing = 'lazy' | 'eager'

/** Queries by key. Those of objects are kept for as long as the object is; those of strings until they are swept. */
export interface Family<Key, Value> {
  (key: Key): Value
  /** The query of a key itself; there is none where no changes are expected. */
  query(key: Key): Valued<Value>
}

/** Makes a query for each object that it is asked about. */
export function createFamily<Key extends object, Value>(
  compute: (key: Key, before: Value | undefined) => Value,
  equals: Equality<Value> = Object.is,
): Family<Key, Value> {
  if (changes === 'none') return familyOfFirst(compute)
  return familyOf(new WeakMap(), (key: Key) => new Computed<Value>((before) => compute(key, before), equals, 'lazy'))
}

/** Makes a query for each name that it is asked about. */
export function createNamedFamily<Value>(
  compute: (name: string, before: Value | undefined) => Value,
  equals: Equality<Value> = Object.is,
  timing: Timing = 'lazy',
): Family<string, Value> {
  if (changes === 'none') return familyOfFirst(compute)
  const queries = new Map<string, Computed<Value>>()
  let isSwept = false
  const make = (name: string) => {
    // Most families of a small workspace are never asked.
    if (!isSwept) sweepUnneeded(queries)
    isSwept = true
    return new Computed<Value>((before) => compute(name, before), equals, timing)
  }
  return familyOf(queries, make)
}

/** In a process without changes: of each key what was computed for it first. */
function familyOfFirst<Key, Value>(compute: (key: Key, before: undefined) => Value): Family<Key, Value> {
  return Object.assign(computedOnce(compute), NO_QUERIES)
}

const NO_QUERIES = {
  query(): never {
    throw new Error('There are no queries where no changes are expected')
  },
}

interface QueryMap<Key, Value> {
  get(key: Key): Computed<Value> | undefined
  set(key: Key, query: Computed<Value>): unknown
}

function familyOf<Key, Value>(queries: QueryMap<Key, Value>, make: (key: Key) => Computed<Value>): Family<Key, Value> {
  const query = (key: Key) => {
    let found = queries.get(key)
    if (!found) {
      found = make(key)
      queries.set(key, found)
    }
    return found
  }
  return Object.assign((key: Key) => query(key).get(), { query })
}

const RUNNING = Symbol('running')

/** Of each key what was computed for it first. */
function computedOnce<Key, Value>(compute: (key: Key, before: undefined) => Value): (key: Key) => Value {
  // Most of what could be asked is not, and a map takes longer to make than all else here.
  let known: Map<Key, Value | typeof RUNNING> | undefined
  return (key) => {
    known ??= new Map()
    const before = known.get(key)
    if (before === RUNNING) throw new Error(OWN_VALUE)
    if (before !== undefined || known.has(key)) return before as Value
    known.set(key, RUNNING)
    try {
      countRun()
      const value = compute(key, undefined)
      known.set(key, value)
      return value
    } catch (error) {
      known.delete(key)
      throw error
    }
  }
}

const OWN_VALUE = 'A query asked for its own value'

/** What was computed first. */
function computedFirst<Value>(compute: (before: undefined) => Value): Query<Value> {
  let known: Value | typeof RUNNING | undefined
  let isKnown = false
  return () => {
    if (isKnown) return known as Value
    if (known === RUNNING) throw new Error(OWN_VALUE)
    known = RUNNING
    try {
      countRun()
      known = compute(undefined)
      isKnown = true
      return known
    } finally {
      if (!isKnown) known = undefined
    }
  }
}

interface Swept {
  isNeeded(): boolean
  /** Called when it is forgotten although something may still hold it. */
  drop?(): void
}

const swept = new Set<WeakRef<Map<unknown, Swept>>>()

/** Has entries forgotten once an era has passed in which nobody needed them. */
export function sweepUnneeded(entries: Map<unknown, Swept>): void {
  swept.add(new WeakRef(entries))
}

/**
 * Forgets whatever nothing has needed since it was last called: queries by name, and the notes of who reads what, which
 * keep queries about objects that are gone. Everything is verified anew when it is next asked for.
 */
export function sweepQueries(): void {
  for (const reference of swept) {
    const entries = reference.deref()
    if (!entries) swept.delete(reference)
    else
      for (const [key, entry] of entries) {
        if (entry.isNeeded()) continue
        entries.delete(key)
        entry.drop?.()
      }
  }
  endEra()
}

export { runsSoFar as countRuns, settleQueries } from './engine.js'
