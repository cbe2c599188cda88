import { sameData, sameMap } from '../query/equality.js'
import { createInput, expectNoChanges, settleQueries, sweepQueries } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import { createAnalysis } from './analysis.js'
import { createSnapshot, type Snapshot } from './snapshot.js'
import { createTexts } from './texts.js'
import type { World } from './world.js'

/** What becomes of a world: of the texts only those that changed, undefined for files that are gone. */
export interface Change extends Partial<Omit<World, 'texts'>> {
  readonly texts?: ReadonlyMap<FileId, string | undefined>
}

/** The one mutable place: the current world. What follows from it is computed when a snapshot is asked. */
export interface AnalysisHost {
  /** Replaces parts of the world. Snapshots that were taken before must not be asked any more. */
  apply(change: Change): void
  snapshot(): Snapshot
  /** Forgets what nobody has needed since this was called last. To be called now and then. */
  sweep(): void
}

/** As many files at once are read at once; more of them when they are asked for. */
const FEW = 10

export interface HostOptions {
  /** `none`: this process asks about one world only, and `apply` is never called. Spares noting what depends on what. */
  readonly changes?: 'none' | undefined
}

/** Makes a host. After a change only what depends on it is computed again. */
export function createAnalysisHost(world: World, { changes }: HostOptions = {}): AnalysisHost {
  if (changes === 'none') expectNoChanges()
  const texts = createTexts(world.texts)
  const schemas = createInput(world.schemas, sameData)
  const packages = createInput(world.packages, sameData)
  const resolveModule = createInput(world.resolveModule)
  const settings = createInput(world.settings, sameData)
  const baseline = createInput(world.baseline, sameMap)
  const analysis = createAnalysis({
    texts,
    schemas: schemas.get,
    packages: packages.get,
    resolveModule: resolveModule.get,
    settings: settings.get,
    baseline: baseline.get,
  })
  let snapshot: Snapshot | undefined
  let revision = 0
  return {
    apply(change) {
      snapshot = undefined
      revision++
      if (change.texts) texts.apply(change.texts)
      if (change.schemas) schemas.set(change.schemas)
      if (change.packages) packages.set(change.packages)
      if (change.resolveModule) resolveModule.set(change.resolveModule)
      if (change.settings) settings.set(change.settings)
      if (change.baseline) baseline.set(change.baseline)
      settleQueries((change.texts?.size ?? 0) <= FEW)
    },
    snapshot() {
      snapshot ??= createSnapshot(analysis, () => revision)
      return snapshot
    },
    sweep: sweepQueries,
  }
}
