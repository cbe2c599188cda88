import { createAnalysisHost } from '../analysis/host.js'
import type { Snapshot } from '../analysis/snapshot.js'
import type { World } from '../analysis/world.js'
import { DEFAULT_SETTINGS } from '../configuration/settings.js'
import type { Workspace } from './load-workspace.js'
import { applyChange, changeBetween, type WorldChange, withChange } from './world-change.js'

/** The world of one workspace over time, and the host that answers for it. */
export interface LiveWorld {
  world(): World
  /** The last load; undefined before the first. */
  workspace(): Workspace | undefined
  snapshot(): Snapshot
  /** Takes over what a load found. Parts that are equal stay the same objects. */
  adopt(workspace: Workspace): void
  apply(change: WorldChange): void
}

/** Makes an empty world. */
export function createLiveWorld(): LiveWorld {
  const host = createAnalysisHost(EMPTY)
  let world = EMPTY
  let loaded: { readonly workspace: Workspace; readonly moduleKey: string } | undefined
  const apply = (change: WorldChange) => {
    if (Object.keys(change).length === 0) return
    world = withChange(world, change)
    applyChange(host, change, world)
  }
  return {
    world: () => world,
    workspace: () => loaded?.workspace,
    snapshot: () => host.snapshot(),
    apply,
    adopt(workspace) {
      const moduleKey = workspace.moduleKey()
      const { resolveModule } = moduleKey === loaded?.moduleKey ? world : workspace.world
      loaded = { workspace, moduleKey }
      apply(changeBetween(world, { ...workspace.world, resolveModule }))
    },
  }
}

const EMPTY: World = {
  texts: new Map(),
  schemas: [],
  packages: [],
  resolveModule: () => undefined,
  settings: DEFAULT_SETTINGS,
}
