import { createSnapshot, type Snapshot } from './snapshot.js'
import { createSourceCache } from './sources.js'
import type { World } from './world.js'

/** The one mutable place: the current world. What follows from it is computed in snapshots. */
export interface AnalysisHost {
  /** Replaces parts of the world. Snapshots that were taken before keep theirs. */
  apply(change: Partial<World>): void
  snapshot(): Snapshot
}

/** Makes a host. Files whose text stays the same are not read again between snapshots. */
export function createAnalysisHost(world: World): AnalysisHost {
  const cache = createSourceCache()
  let current = world
  let snapshot: Snapshot | undefined
  return {
    apply(change) {
      current = { ...current, ...change }
      snapshot = undefined
    },
    snapshot() {
      snapshot ??= createSnapshot(current, cache)
      return snapshot
    },
  }
}
