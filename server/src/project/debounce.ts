/** Work that is asked for often and done seldom: once nobody has asked for a while, and never twice at a time. */
export interface Debounced {
  /** Asks for the work. It starts when nobody has asked for `delayMs`, but at most {@link LONGEST_WAITS} delays later. */
  request(): void
  /** Does the work now, after any that is under way. */
  now(): Promise<void>
  /** Whether work is asked for or under way. */
  isPending(): boolean
  /** Forgets what was asked for. */
  dispose(): void
}

const LONGEST_WAITS = 10

/** Wraps `work`, which must not throw. */
export function debounced(delayMs: number, work: () => Promise<void>): Debounced {
  let timer: NodeJS.Timeout | undefined
  let askedAt: number | undefined
  let running: Promise<void> | undefined
  let disposed = false
  const clear = () => {
    clearTimeout(timer)
    timer = undefined
    askedAt = undefined
  }
  const start = async (): Promise<void> => {
    clear()
    while (running) await running
    if (disposed) return
    running = work().finally(() => {
      running = undefined
    })
    await running
  }
  return {
    request() {
      if (disposed) return
      askedAt ??= performance.now()
      const left = askedAt + LONGEST_WAITS * delayMs - performance.now()
      clearTimeout(timer)
      timer = setTimeout(() => void start(), Math.max(0, Math.min(delayMs, left)))
    },
    now: start,
    isPending: () => timer !== undefined || running !== undefined,
    dispose() {
      disposed = true
      clear()
    },
  }
}
