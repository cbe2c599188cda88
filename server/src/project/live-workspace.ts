import type { Snapshot } from '../analysis/snapshot.js'
import type { World } from '../analysis/world.js'
import type { Settings } from '../configuration/settings.js'
import type { FileId } from '../text/file-id.js'
import { contentChange } from './content-change.js'
import { debounced } from './debounce.js'
import { effectOf, type FileChange } from './file-change.js'
import { kindOf } from './file-kind.js'
import { createLiveMigrations } from './live-migrations.js'
import { createLiveWorld } from './live-world.js'
import { loadWorkspace, type Workspace } from './load-workspace.js'
import { pathOf } from './paths.js'
import { readText } from './read-files.js'
import { createTextCache } from './text-cache.js'
import { watchOutside } from './watch-outside.js'

export interface LiveOptions {
  /** The folder to read, absolute. */
  readonly root: string
  readonly trust: 'trusted' | 'untrusted'
  /** The revision with the earlier schema; `HEAD` where it is not set. */
  readonly base?: string
  /** Asked at each load. */
  readonly settings: () => Promise<Settings>
  /** Called when a load fails as a whole; the workspace stays as it was. */
  readonly onError: (error: unknown) => void
  /** Told what cannot be known of the migrations, and why. */
  readonly onUnknown: (reason: string) => void
  /** Called after the world has changed, and after each load. */
  readonly onChange: () => void
}

/**
 * A workspace that is kept as it is on disk and in the editor. Once it is settled, its world equals what a fresh load
 * of the same bytes gives.
 */
export interface LiveWorkspace {
  readonly root: string
  /** Resolves when the first load is over. */
  readonly ready: Promise<void>
  /** The last load; undefined before the first is over. */
  workspace(): Workspace | undefined
  /** As it is now; empty before the first load is over. */
  world(): World
  /** Of an empty world before the first load is over. */
  snapshot(): Snapshot
  /** Sets what an open document holds; undefined where it was closed. */
  setDocument(file: FileId, text: string | undefined): void
  /** Takes notice of changes on disk. */
  filesChanged(changes: readonly FileChange[]): void
  /** Reads what may have changed, now. */
  reload(): Promise<void>
  /** Reads everything, now, whether it looks changed or not. */
  reread(): Promise<void>
  /** Whether everything that was told is in the snapshot. */
  isSettled(): boolean
  /** Forgets what nobody has needed since this was called last. To be called now and then. */
  sweep(): void
  dispose(): void
}

/** Events of one `git checkout` or one `npm install` come closer together than this. */
const QUIET_MS = 100
/** More changed files than this are one reload. */
const LARGEST_BATCH = 50

/** Starts to read a workspace and keeps it current from then on. */
export function createLiveWorkspace(options: LiveOptions): LiveWorkspace {
  const { root, onChange } = options
  const documents = new Map<FileId, string>()
  const cache = createTextCache()
  const live = createLiveWorld()
  const changed = new Set<FileId>()

  const migrations = createLiveMigrations({
    root,
    schemas: () => live.world().schemas,
    onAnswer() {
      live.apply({ schemas: migrations.answered(live.world().schemas) })
      onChange()
    },
    onUnknown: options.onUnknown,
  })
  /** In an untrusted workspace nothing is started. */
  const followMigrations = () => {
    if (options.trust === 'trusted') migrations.changed(documents.keys())
  }

  const loading = debounced(QUIET_MS, async () => {
    try {
      const asked = new Map(documents)
      const settings = await options.settings()
      const workspace = await loadWorkspace({
        ...options,
        settings,
        documents: asked,
        base: options.base ?? 'HEAD',
        cache,
      })
      migrations.reloaded()
      const schemas = migrations.answered(workspace.world.schemas)
      live.adopt({ ...workspace, world: { ...workspace.world, schemas } })
      const edited = new Set([...asked.keys(), ...documents.keys()])
      takeOver([...edited].filter((file) => asked.get(file) !== documents.get(file)))
    } catch (error) {
      options.onError(error)
    }
    followMigrations()
    onChange()
  })

  const rereading = debounced(QUIET_MS, async () => {
    const files = [...changed]
    changed.clear()
    // A load that is under way may have read some of them before they changed.
    if (files.length > LARGEST_BATCH || loading.isPending()) loading.request()
    else takeOver(files)
    followMigrations()
    onChange()
  })

  /** Takes over the texts of files, from the editor or the disk. Whatever is more than a text leads to a load. */
  const takeOver = (files: readonly FileId[]) => {
    const workspace = live.workspace()
    if (!workspace) return
    const reads = files.map((file) => ({ file, read: readText(root, file, { documents, cache }) }))
    const { change, restructures } = contentChange({ root, workspace, world: live.world(), reads })
    live.apply(change)
    if (restructures) loading.request()
  }

  const endWatching = watchOutside(
    () => (loading.isPending() ? undefined : live.workspace()?.outside),
    () => {
      loading.request()
      onChange()
    },
  )

  return {
    root,
    ready: loading.now(),
    workspace: live.workspace,
    world: live.world,
    snapshot: live.snapshot,
    setDocument(file, text) {
      const isNew = !documents.has(file) && kindOf(file) !== undefined && live.workspace()?.files.has(file) === false
      if (text === undefined) documents.delete(file)
      else documents.set(file, text)
      if (isNew) loading.request()
      takeOver([file])
      followMigrations()
      onChange()
    },
    filesChanged(changes) {
      for (const { file } of changes) cache.forget(pathOf(root, file))
      const workspace = live.workspace()
      const effects = changes.map((change) => (workspace ? effectOf(change, root, workspace) : 'structure'))
      if (effects.includes('structure')) return loading.request()
      for (const [index, { file }] of changes.entries()) {
        if (effects[index] === 'content' && !documents.has(file)) changed.add(file)
      }
      if (changed.size > 0) rereading.request()
    },
    reload: loading.now,
    reread() {
      cache.clear()
      return loading.now()
    },
    isSettled: () => !loading.isPending() && !rereading.isPending(),
    sweep: live.sweep,
    dispose() {
      endWatching()
      loading.dispose()
      rereading.dispose()
      migrations.dispose()
    },
  }
}
