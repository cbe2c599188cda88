import type { Equality, Timing } from './query.js'

let revision = 1
let runs = 0
let running: Derived<unknown> | undefined

/** How many queries have run so far. */
export function runsSoFar(): number {
  return runs
}

/** Counts a run of something that is no `Derived`. */
export function countRun(): void {
  runs++
}

/** Verdicts of earlier eras count for nothing. */
let era = 1

/** Whatever has been read in this era. */
const noted: Source[] = []

/** Ends an era: nobody knows any more who read what, and everything is verified anew when it is next asked for. */
export function endEra(): void {
  for (const source of noted) source.forgetReaders()
  noted.length = 0
  era++
}

/** What is eager and has something changed for it. */
const pending: { settle(run: boolean): void }[] = []

/**
 * Ends a batch of changes: runs the eager queries that it concerns. `run` is false after changes so large that running
 * them would take long: then they are treated as lazy ones.
 */
export function settleQueries(run = true): void {
  // Some are added on the way, by others that have a new value.
  for (const query of pending) query.settle(run)
  pending.length = 0
}

/** Something that queries read. */
export abstract class Source {
  changedAt = 0
  /** The run that it was noted in last: reading it again in the same run adds nothing. */
  private notedIn = 0
  /** Those that read it and have to hear of a change: none, one or several. */
  private readers: Derived<unknown> | Set<Derived<unknown>> | undefined
  private readersEra = 0

  forgetReaders(): void {
    this.readers = undefined
  }

  /** Whether it has been read in this era. */
  protected get isRead(): boolean {
    return this.readersEra === era
  }

  /** Brings its value up to date. */
  abstract refresh(): void

  /** Notes it for the query that is running. Whoever asks from outside ends the batch of changes. */
  protected note(): void {
    if (!running) {
      if (pending.length > 0) settleQueries()
      return
    }
    if (this.notedIn === running.runId) return
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

  tellReaders(): void {
    const { readers } = this
    this.readers = undefined
    if (readers === undefined) return
    if (readers instanceof Set) for (const reader of readers) reader.hearOf(this)
    else readers.hearOf(this)
  }

  /** Notes that it has another value, for those that look at it from now on. */
  changeNow(): void {
    this.changedAt = revision
  }

  /** Says that it has another value from now on, also to those that have looked at it since the last change. */
  tellNews(): void {
    this.changedAt = ++revision
    this.tellReaders()
  }
}

/** A value that is set from outside. */
export class Cell<Value> extends Source {
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
    this.value = value
    this.tellNews()
  }

  refresh(): void {}
}

/** A source with a value. */
export interface Valued<Value> extends Source {
  get(): Value
}

/** A value that follows from what it reads while it is computed. */
export abstract class Derived<Value> extends Source {
  sources: Source[] = []
  private value: Value | undefined
  /** What it threw: as good as a value, until something that it read changes. */
  private failure: { readonly error: unknown } | undefined
  private verifiedAt = 0
  /** The era in which its value was found to be right; 0 when something it read may have changed since. */
  private currentIn = 0
  /** The sources that have told it of a change and forgotten it: none, one or several. */
  private tellers: Source | Set<Source> | undefined
  /** The era in which it was added to its sources. */
  private addedIn = 0
  private isRunning = false
  /** Tells its runs from all others. */
  runId = 0
  /** The change that its readers were told of last; set for as long as it is pending. */
  private toldAt: number | undefined
  private readonly equals: Equality<Value>
  private readonly timing: Timing

  constructor(equals: Equality<Value>, timing: Timing) {
    super()
    this.equals = equals
    this.timing = timing
  }

  protected abstract compute(before: Value | undefined): Value

  get(): Value {
    this.note()
    return this.current()
  }

  /** Its value, which is not noted. */
  protected current(): Value {
    this.refresh()
    if (this.failure) throw this.failure.error
    return this.value as Value
  }

  /** Whether it has been asked for in this era. */
  isNeeded(): boolean {
    return this.addedIn === era
  }

  /** Something it read may have changed, and has forgotten it now. */
  hearOf(source: Source): void {
    if (this.tellers === undefined) this.tellers = source
    else if (this.tellers instanceof Set) this.tellers.add(source)
    else if (this.tellers !== source) this.tellers = new Set([this.tellers, source])
    this.doubt()
  }

  private doubt(): void {
    if (this.currentIn === 0) return
    this.currentIn = 0
    if (this.timing === 'lazy') this.tellReaders()
    else if (this.toldAt === undefined) {
      // It may be doubted again after another has refreshed it, and its readers have not heard of that yet.
      this.toldAt = this.changedAt
      pending.push(this)
    }
  }

  /** Whether its readers will hear at the end of the batch whether it has changed. */
  protected get isPending(): boolean {
    return this.toldAt !== undefined
  }

  settle(run: boolean): void {
    if (run) this.refresh()
    const isNews = this.changedAt !== this.toldAt
    this.toldAt = undefined
    // Others may have been verified at this revision on the way, by what read its value before.
    if (isNews) this.tellNews()
    else if (!run) this.tellReaders()
  }

  refresh(): void {
    if (this.currentIn === era) return
    if (this.verifiedAt === 0 || this.isOutdated()) this.run()
    else this.confirm()
  }

  /** Those of some sources that may have changed since they were looked at last, in order. */
  protected doubtful<Any extends Source>(sources: readonly Any[]): readonly Any[] {
    const { tellers } = this
    if (this.addedIn !== era) return sources
    if (tellers instanceof Set) return sources.filter((source) => tellers.has(source))
    return tellers && (sources as readonly Source[]).includes(tellers) ? [tellers as Any] : []
  }

  /** Sources are verified in the order they were read: what was read later may depend on what came before. */
  private isOutdated(): boolean {
    for (const source of this.doubtful(this.sources)) {
      source.refresh()
      if (source.changedAt > this.verifiedAt) return true
    }
    return false
  }

  private confirm(): void {
    for (const source of this.doubtful(this.sources)) source.addReader(this as Derived<unknown>)
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
        this.changeNow()
      }
      this.failure = undefined
    } catch (error) {
      this.failure = { error }
      this.changeNow()
    } finally {
      this.isRunning = false
      running = around
    }
    this.becomeCurrent()
  }
}

/** A value that is computed by a function. */
export class Computed<Value> extends Derived<Value> {
  private readonly computation: (before: Value | undefined) => Value

  constructor(computation: (before: Value | undefined) => Value, equals: Equality<Value>, timing: Timing) {
    super(equals, timing)
    this.computation = computation
  }

  protected compute(before: Value | undefined): Value {
    return this.computation(before)
  }
}
