/** Decides whether a server that went away is started again. */
export interface RestartPolicy {
  /** Called when it went away, with the time; how long to wait before the next start, undefined to give up. */
  crashed(now: number): number | undefined
  /** A person asked for a start: earlier crashes are forgotten. */
  reset(): void
}

const WINDOW_MS = 3 * 60_000

/** At once after the first crash, so that nobody notices; later ones may have a cause that needs a moment to pass. */
const DELAYS_MS = [0, 500, 2_000, 5_000]

/** Gives up at the fifth crash within three minutes. */
export function createRestartPolicy(): RestartPolicy {
  let crashes: readonly number[] = []
  return {
    crashed(now) {
      crashes = [...crashes.filter((time) => now - time < WINDOW_MS), now]
      return DELAYS_MS[crashes.length - 1]
    },
    reset() {
      crashes = []
    },
  }
}
