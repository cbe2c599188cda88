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

let revision = 1
let runs = 0
let running: Derived<unknown> | undefined
let changes: 'expected' | 'none' = 'expected'

/**
 * Says that no input of this process will ever change: then a query is no more than a value that is computed once. To be
 * called before any query is made.
 */
export function expectNoChanges(): void {
  changes = 'none'
}

/** How many queries have run so far: a measure of work that does not depend on the machine. */
export function countRuns(): number {
  return runs
}

/** Makes a value that is set from outside. */
export function createInput<Value>(value: Value, equals: Equality<Value> = Object.is): Input<Value> {
  const cell = new Cell(value, equals)
  return { get: () => cell.get(), set: (next) => cell.set(next) }
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
  if (changes === 'none') {
    const only = computedOnce(() => compute(undefined))
    return () => only('')
  }
  const query = new Derived(compute, equals, timing)
  return () => query.get()
}

/**
 * `lazy`: a change reaches whatever could depend on it, which is verified when it is asked for. `eager`: the query runs
 * at the end of each batch of changes, and only a new value reaches further. For queries that are cheap, change seldom
 * and have many readers. One that nobody has asked yet does not run.
 */
export type Timing = 'lazy' | 'eager'

/** Queries by key. Those of objects are kept for as long as the object is; those of strings until they are swept. */
export type Family<Key, Value> = (key: Key) => Value

/** Makes a query for each object that it is asked about. */
export function createFamily<Key extends object, Value>(
  compute: (key: Key, before: Value | undefined) => Value,
  equals: Equality<Value> = Object.is,
): Family<Key, Value> {
  if (changes === 'none') return computedOnce((key) => compute(key, undefined))
  const queries = new WeakMap<Key, Derived<Value>>()
  return (key) => {
    let query = queries.get(key)
    if (!query) {
      query = new Derived((before) => compute(key, before), equals, 'lazy')
      queries.set(key, query)
    }
    return query.get()
  }
}

/** Makes a query for each name that it is asked about. */
export function createNamedFamily<Value>(
  compute: (name: string, before: Value | undefined) => Value,
  equals: Equality<Value> = Object.is,
  timing: Timing = 'lazy',
): Family<string, Value> {
  if (changes === 'none') return computedOnce((name) => compute(name, undefined))
  const queries = new Map<string, Derived<Value>>()
  named.add(new WeakRef(queries))
  return (name) => {
    let query = queries.get(name)
    if (!query) {
      query = new Derived((before) => compute(name, before), equals, timing)
      queries.set(name, query)
    }
    return query.get()
  }
}

const RUNNING = Symbol('running')

/** Of each key what was computed for it first. */
function computedOnce<Key, Value>(compute: (key: Key) => Value): Family<Key, Value> {
  const known = new Map<Key, Value | typeof RUNNING>()
  return (key) => {
    const before = known.get(key)
    if (before === RUNNING) throw new Error('A query asked for its own value')
    if (before !== undefined || known.has(key)) return before as Value
    known.set(key, RUNNING)
    try {
      runs++
      const value = compute(key)
      known.set(key, value)
      return value
    } catch (error) {
      known.delete(key)
      throw error
    }
  }
}

const named = new Set<WeakRef<Map<string, { isCurrent(): boolean }>>>()

/**
 * Forgets whatever nothing has needed since the last change: queries by name, and the notes of who reads what, which
 * keep queries about objects that are gone. Everything is verified anew when it is next asked for.
 */
export function sweepQueries(): void {
  for (const reference of named) {
    const queries = reference.deref()
    if (!queries) named.delete(reference)
    else for (const [name, query] of queries) if (!query.isCurrent()) queries.delete(name)
  }
  for (const source of noted) source.forgetReaders()
  noted.length = 0
  era++
}

/** Verdicts of earlier eras count for nothing. */
let era = 1

/** Whatever has been read in this era. */
const noted: Source[] = []

/** Eager queries that something has changed for. */
const pending: Derived<unknown>[] = []

/**
 * Ends a batch of changes: runs the eager queries that it concerns. `run` is false after changes so large that running
 * them would take long: then they are treated as lazy ones.
 */
export function settleQueries(run = true): void {
  // Some are added on the way, by others that have a new value.
  for (const query of pending) query.settle(run)
  pending.length = 0
}

abstract class Source {
  changedAt = 0
  /** The run that it was noted in last: reading it again in the same run adds nothing. */
  private notedIn = 0
  /** Those that read it and have to hear of a change: none, one or several. */
  private readers: Derived<unknown> | Set<Derived<unknown>> | undefined
  private readersEra = 0

  forgetReaders(): void {
    this.readers = undefined
  }

  /** Brings its value up to date. */
  abstract refresh(): void

  /** Notes it for the query that is running. */
  protected note(): void {
    if (!running || this.notedIn === running.runId) return
    this.notedIn = running.runId
    running.sources.push(this)
    this.addReader(running)
  }

  /** A reader is told of one change only; once it has looked at it, it has to be added again. */
  addReader(reader: Derived<unknown>): void {
    if (this.readersEra !== era) {
      this.readersEra = era
      noted.push(this)
    }
    if (this.readers === undefined) this.readers = reader
    else if (this.readers instanceof Set) this.readers.add(reader)
    else if (this.readers !== reader) this.readers = new Set([this.readers, reader])
  }

  protected tellReaders(): void {
    const { readers } = this
    this.readers = undefined
    if (readers === undefined) return
    if (readers instanceof Set) for (const reader of readers) reader.hearOf(this)
    else readers.hearOf(this)
  }
}

class Cell<Value> extends Source {
  private value: Value
  private readonly equals: Equality<Value>

  constructor(value: Value, equals: Equality<Value>) {
    super()
    this.value = value
    this.equals = equals
  }

  get(): Value {
    this.note()
    return this.value
  }

  set(value: Value): void {
    if (this.equals(this.value, value)) return
    if (changes === 'none') throw new Error('An input has changed although none was expected to')
    this.value = value
    revision++
    this.changedAt = revision
    this.tellReaders()
  }

  refresh(): void {}
}

class Derived<Value> extends Source {
  sources: Source[] = []
  private value: Value | undefined
  /** What it threw: as good as a value, until something that it read changes. */
  private failure: { readonly error: unknown } | undefined
  private verifiedAt = 0
  /** The era in which its value was found to be right; 0 when something it read may have changed since. */
  private currentIn = 0
  /** The sources that have told it of a change and forgotten it: none, one or several. */
  private tellers: Source | Source[] | undefined
  /** The era in which it was added to its sources. */
  private addedIn = 0
  private isRunning = false
  /** Tells its runs from all others. */
  runId = 0
  /** The change that its readers were told of last; set for as long as it is pending. */
  private toldAt: number | undefined
  private readonly compute: (before: Value | undefined) => Value
  private readonly equals: Equality<Value>
  private readonly timing: Timing

  constructor(compute: (before: Value | undefined) => Value, equals: Equality<Value>, timing: Timing) {
    super()
    this.compute = compute
    this.equals = equals
    this.timing = timing
  }

  get(): Value {
    if (!running && pending.length > 0) settleQueries()
    this.note()
    this.refresh()
    if (this.failure) throw this.failure.error
    return this.value as Value
  }

  isCurrent(): boolean {
    return this.currentIn === era
  }

  /** Something it read may have changed, and has forgotten it now. */
  hearOf(source: Source): void {
    if (this.tellers === undefined) this.tellers = source
    else if (Array.isArray(this.tellers)) this.tellers.push(source)
    else this.tellers = [this.tellers, source]
    this.doubt()
  }

  private doubt(): void {
    if (this.currentIn === 0) return
    this.currentIn = 0
    if (this.timing === 'lazy') this.tellReaders()
    else if (this.toldAt === undefined) {
      // It may be doubted again after another has refreshed it, and its readers have not heard of that yet.
      this.toldAt = this.changedAt
      pending.push(this as Derived<unknown>)
    }
  }

  settle(run: boolean): void {
    if (run) this.refresh()
    const isNews = this.changedAt !== this.toldAt
    this.toldAt = undefined
    // Others may have been verified at this revision on the way, by what read its value before.
    if (isNews) this.changedAt = ++revision
    if (!run || isNews) this.tellReaders()
  }

  refresh(): void {
    if (this.currentIn === era) return
    if (this.verifiedAt === 0 || this.isOutdated()) this.run()
    else this.confirm()
  }

  /** Sources are verified in the order they were read: what was read later may depend on what came before. */
  private isOutdated(): boolean {
    for (const source of this.sources) {
      source.refresh()
      if (source.changedAt > this.verifiedAt) return true
    }
    return false
  }

  private confirm(): void {
    const { tellers, addedIn } = this
    for (const source of this.sources) {
      const hasForgotten = addedIn !== era || source === tellers || (Array.isArray(tellers) && tellers.includes(source))
      if (hasForgotten) source.addReader(this as Derived<unknown>)
    }
    this.becomeCurrent()
  }

  private becomeCurrent(): void {
    this.tellers = undefined
    this.addedIn = era
    this.verifiedAt = revision
    this.currentIn = era
  }

  private run(): void {
    if (this.isRunning) throw new Error('A query asked for its own value')
    const around = running
    const before = this.failure || this.verifiedAt === 0 ? undefined : { value: this.value as Value }
    this.isRunning = true
    this.sources = []
    running = this as Derived<unknown>
    runs++
    this.runId = runs
    try {
      const value = this.compute(before?.value)
      if (!before || !this.equals(before.value, value)) {
        this.value = value
        this.changedAt = revision
      }
      this.failure = undefined
    } catch (error) {
      this.failure = { error }
      this.changedAt = revision
    } finally {
      this.isRunning = false
      running = around
    }
    this.becomeCurrent()
  }
}
