import { type Change, createAnalysisHost } from '../analysis/host.js'
import type { Snapshot } from '../analysis/snapshot.js'
import type { World } from '../analysis/world.js'
import { NO_BASELINE } from '../configuration/baseline.js'
import { DEFAULT_SETTINGS } from '../configuration/settings.js'
import type { FileId } from '../text/file-id.js'
import type { Workspace } from './load-workspace.js'
import { changeBetween } from './world-change.js'

/** The world of one workspace over time, and the host that answers for it. */
export interface LiveWorld {
  /** As it is now; its texts change with it. */
  world(): World
  /** The last load; undefined before the first. */
  workspace(): Workspace | undefined
  snapshot(): Snapshot
  /** Takes over what a load found. */
  adopt(workspace: Workspace): void
  apply(change: Change): void
  /** Forgets what nobody has needed since this was called last. */
  sweep(): void
}

/** Makes an empty world. */
export function createLiveWorld(): LiveWorld {
  const texts = new Map<FileId, string>()
  let world: World = {
    texts,
    schemas: [],
    packages: [],
    resolveModule: () => undefined,
    settings: DEFAULT_SETTINGS,
    baseline: NO_BASELINE,
  }
  let loaded: { readonly workspace: Workspace; readonly moduleKey: string } | undefined
  const host = createAnalysisHost(world)
  const apply = (change: Change) => {
    if (Object.keys(change).length === 0) return
    for (const [file, text] of change.texts ?? []) {
      if (text === undefined) texts.delete(file)
      else texts.set(file, text)
    }
    world = { ...world, ...change, texts }
    host.apply(change)
  }
  return {
    world: () => world,
    workspace: () => loaded?.workspace,
    snapshot: host.snapshot,
    sweep: host.sweep,
    apply,
    adopt(workspace) {
      const moduleKey = workspace.moduleKey()
      const { resolveModule } = moduleKey === loaded?.moduleKey ? world : workspace.world
      loaded = { workspace, moduleKey }
      apply(changeBetween(world, { ...workspace.world, resolveModule }))
    },
  }
}
