import { isDeepStrictEqual } from 'node:util'
import type { SchemaSource } from '../analysis/world.js'
import type { FileId } from '../text/file-id.js'
import { debounced } from './debounce.js'
import { createEngine, type Engine } from './engine/engine.js'
import { findLiveHistory, type LiveHistory } from './live-history.js'
import { createMissingMigrations, type MissingMigration } from './missing-migration.js'

export interface LiveMigrationsOptions {
  /** The workspace, absolute. */
  readonly root: string
  /** The schemas as they are now. */
  readonly schemas: () => readonly SchemaSource[]
  /** Called when the answer for a schema has become another one. */
  readonly onAnswer: () => void
  /** What cannot be known, once for each reason. */
  readonly onUnknown: (reason: string) => void
}

/** Which migrations are missing and what the new ones do, asked anew whenever schemas or migrations change. */
export interface LiveMigrations {
  /** The schemas with the last answers for them. While the next one is on its way the last one stays. */
  answered(schemas: readonly SchemaSource[]): readonly SchemaSource[]
  /** The files were read anew: git may tell something else. */
  reloaded(): void
  /** Something may have changed. `open` are the documents that somebody looks at. */
  changed(open: Iterable<FileId>): void
  dispose(): void
}

/** The engine is asked when nobody has typed for so long: an answer takes as long again. */
const QUIET_MS = 50
/** So long the engine's process waits for the next change, with its 100 MB. */
const IDLE_MS = 60_000

/**
 * Nothing is started before somebody opens a schema that has migrations. Migrations are applied in a process that ends
 * right after; a second one, which compares schemas, ends once nothing has changed for a while.
 */
export function createLiveMigrations(options: LiveMigrationsOptions): LiveMigrations {
  const engine = createEditorEngine()
  const find = createMissingMigrations(options.root, engine)
  const answers = new Map<string, { readonly asked: string; readonly missing: MissingMigration }>()
  const histories = new Map<string, KnownHistory>()
  const told = new Set<string>()
  const followed = new Set<string>()

  let loads = 0
  const isHistoryKnown = ({ migrations }: SchemaSource, known: KnownHistory | undefined) =>
    known?.migrations === migrations && known.loads === loads

  const askHistory = async (schema: SchemaSource) => {
    const before = histories.get(nameOf(schema))
    if (isHistoryKnown(schema, before)) return
    const asked = { loads, migrations: schema.migrations }
    const found = await findLiveHistory({ root: options.root, schema, engine })
    // What says the same keeps its object.
    const history = before && isDeepStrictEqual(before.history, found) ? before.history : found
    histories.set(nameOf(schema), { ...asked, history })
    if (history !== before?.history) options.onAnswer()
  }

  // Does not wait for migrations that are being applied.
  const askingHistory = debounced(QUIET_MS, async () => {
    for (const schema of options.schemas()) if (followed.has(nameOf(schema))) await askHistory(schema)
  })

  const asking = debounced(QUIET_MS, async () => {
    for (const schema of options.schemas()) {
      const name = nameOf(schema)
      const asked = questionOf(schema)
      if (!followed.has(name) || answers.get(name)?.asked === asked) continue
      const missing = await find(schema)
      const before = answers.get(name)?.missing
      answers.set(name, { asked, missing })
      if (missing.kind === 'unknown' && !told.has(missing.reason)) options.onUnknown(`${name}: ${missing.reason}`)
      if (missing.kind === 'unknown') told.add(missing.reason)
      if (sqlOf(before) !== sqlOf(missing)) options.onAnswer()
    }
  })

  return {
    answered: (schemas) =>
      schemas.map((schema) => {
        const missingMigration = sqlOf(answers.get(nameOf(schema))?.missing)
        const { baseMigrations, readMigrations } = historyFor(schema, histories.get(nameOf(schema)))
        const isSame =
          missingMigration === schema.missingMigration &&
          baseMigrations === schema.baseMigrations &&
          readMigrations === schema.readMigrations
        return isSame ? schema : { ...schema, missingMigration, baseMigrations, readMigrations }
      }),
    reloaded() {
      loads++
    },
    changed(open) {
      const files = new Set(open)
      for (const schema of options.schemas()) {
        const isLookedAt = [...schema.files, ...schema.migrations].some(({ file }) => files.has(file))
        if (isLookedAt && schema.migrations.length > 0) followed.add(nameOf(schema))
      }
      const all = options.schemas().filter((schema) => followed.has(nameOf(schema)))
      if (all.some((schema) => answers.get(nameOf(schema))?.asked !== questionOf(schema))) asking.request()
      if (all.some((schema) => !isHistoryKnown(schema, histories.get(nameOf(schema))))) askingHistory.request()
    },
    dispose() {
      asking.dispose()
      askingHistory.dispose()
      engine.stop()
    },
  }
}

/** Snapshots are taken in a process of their own, which gives its hundreds of megabytes back at once. */
function createEditorEngine(): Engine {
  const comparing = createEngine({ idleMs: IDLE_MS })
  return {
    ...comparing,
    get version() {
      return comparing.version
    },
    async snapshot(request) {
      const taking = createEngine()
      try {
        return await taking.snapshot(request)
      } finally {
        taking.stop()
      }
    },
  }
}

interface KnownHistory {
  /** How often files had been read anew when it was asked for. */
  readonly loads: number
  readonly migrations: SchemaSource['migrations']
  readonly history: LiveHistory
}

/** What is known holds for other texts, too, but for places in them. */
function historyFor({ migrations }: SchemaSource, known: KnownHistory | undefined): LiveHistory {
  if (!known) return { baseMigrations: undefined, readMigrations: undefined }
  const isSame = known.migrations === migrations || isDeepStrictEqual(known.migrations, migrations)
  return isSame ? known.history : { ...known.history, readMigrations: undefined }
}

function nameOf({ files: [first], root }: SchemaSource): string {
  return first?.file ?? root
}

const written = new WeakMap<object, string>()

/** All that an answer follows from. Each part is written out once: typing changes the schema's files alone. */
function questionOf({ files, migrations }: SchemaSource): string {
  const writtenOut = (part: object) => {
    const known = written.get(part) ?? JSON.stringify(part)
    written.set(part, known)
    return known
  }
  return `${writtenOut(files)} ${writtenOut(migrations)}`
}

function sqlOf(missing: MissingMigration | undefined): string | undefined {
  return missing?.kind === 'missing' ? missing.sql : undefined
}
