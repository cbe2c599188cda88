/**
 * Values that follow from other values, computed when they are asked for and kept until something they read has changed.
 * What a query reads is noted while it runs, so nothing is invalidated by hand. A query whose new value equals the old
 * one keeps the old object, and whatever read it does not run again (early cut-off). The scheme is that of Salsa:
 * a revision counter, and for each query the revision it was last verified in and the one in which its value changed.
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
let reader: { readonly sources: Source[] } | undefined

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
): Query<Value> {
  const query = new Derived(compute, equals)
  return () => query.get()
}

/** Queries by key. Those of objects are kept for as long as the object is; those of strings until they are swept. */
export type Family<Key, Value> = (key: Key) => Value

/** Makes a query for each object that it is asked about. */
export function createFamily<Key extends object, Value>(
  compute: (key: Key, before: Value | undefined) => Value,
  equals: Equality<Value> = Object.is,
): Family<Key, Value> {
  const queries = new WeakMap<Key, Derived<Value>>()
  return (key) => {
    let query = queries.get(key)
    if (!query) {
      query = new Derived((before) => compute(key, before), equals)
      queries.set(key, query)
    }
    return query.get()
  }
}

/** Makes a query for each name that it is asked about. */
export function createNamedFamily<Value>(
  compute: (name: string, before: Value | undefined) => Value,
  equals: Equality<Value> = Object.is,
): Family<string, Value> {
  const queries = new Map<string, Derived<Value>>()
  named.add(new WeakRef(queries))
  return (name) => {
    let query = queries.get(name)
    if (!query) {
      query = new Derived((before) => compute(name, before), equals)
      queries.set(name, query)
    }
    return query.get()
  }
}

const named = new Set<WeakRef<Map<string, { readonly verifiedAt: number }>>>()

/** Forgets the queries by name that nothing has needed since the last change. They run again when they are asked for. */
export function sweepQueries(): void {
  for (const reference of named) {
    const queries = reference.deref()
    if (!queries) named.delete(reference)
    else for (const [name, query] of queries) if (query.verifiedAt !== revision) queries.delete(name)
  }
}

interface Source {
  changedAt: number
  /** The list that it was noted in last: reading it again in the same run adds nothing. */
  notedBy: readonly Source[] | undefined
  refresh(): void
}

function note(source: Source): void {
  if (!reader || source.notedBy === reader.sources) return
  source.notedBy = reader.sources
  reader.sources.push(source)
}

class Cell<Value> implements Source {
  changedAt = 0
  notedBy: readonly Source[] | undefined
  private value: Value
  private readonly equals: Equality<Value>

  constructor(value: Value, equals: Equality<Value>) {
    this.value = value
    this.equals = equals
  }

  get(): Value {
    note(this)
    return this.value
  }

  set(value: Value): void {
    if (this.equals(this.value, value)) return
    this.value = value
    revision++
    this.changedAt = revision
  }

  refresh(): void {}
}

const NOTHING: Source[] = []

class Derived<Value> implements Source {
  changedAt = 0
  verifiedAt = 0
  notedBy: readonly Source[] | undefined
  value: Value | undefined
  sources: Source[] = NOTHING
  private running = false
  private readonly compute: (before: Value | undefined) => Value
  private readonly equals: Equality<Value>

  constructor(compute: (before: Value | undefined) => Value, equals: Equality<Value>) {
    this.compute = compute
    this.equals = equals
  }

  get(): Value {
    this.refresh()
    note(this)
    return this.value as Value
  }

  refresh(): void {
    if (this.verifiedAt === revision) return
    if (this.verifiedAt > 0 && !this.isOutdated()) this.verifiedAt = revision
    else this.run()
  }

  /** Sources are verified in the order they were read: what was read later may depend on what came before. */
  private isOutdated(): boolean {
    for (const source of this.sources) {
      source.refresh()
      if (source.changedAt > this.verifiedAt) return true
    }
    return false
  }

  private run(): void {
    if (this.running) throw new Error('A query asked for its own value')
    const around = reader
    const before = this.sources
    const isFirst = this.verifiedAt === 0
    this.running = true
    this.sources = []
    reader = this
    runs++
    try {
      const value = this.compute(this.value)
      if (isFirst || !this.equals(this.value as Value, value)) {
        this.value = value
        this.changedAt = revision
      }
      this.verifiedAt = revision
    } catch (error) {
      this.sources = before
      throw error
    } finally {
      this.running = false
      reader = around
    }
  }
}
