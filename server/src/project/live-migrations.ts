import type { SchemaSource } from '../analysis/world.js'
import type { FileId } from '../text/file-id.js'
import { debounced } from './debounce.js'
import { createEngine, type Engine } from './engine/engine.js'
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

/** Which migrations are missing, asked anew whenever schemas or migrations change. */
export interface LiveMigrations {
  /** The schemas with the last answers for them. While the next one is on its way the last one stays. */
  answered(schemas: readonly SchemaSource[]): readonly SchemaSource[]
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
  const told = new Set<string>()
  const followed = new Set<string>()

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
        return missingMigration === schema.missingMigration ? schema : { ...schema, missingMigration }
      }),
    changed(open) {
      const files = new Set(open)
      for (const schema of options.schemas()) {
        const isLookedAt = [...schema.files, ...schema.migrations].some(({ file }) => files.has(file))
        if (isLookedAt && schema.migrations.length > 0) followed.add(nameOf(schema))
      }
      const isNew = (schema: SchemaSource) => answers.get(nameOf(schema))?.asked !== questionOf(schema)
      if (options.schemas().some((schema) => followed.has(nameOf(schema)) && isNew(schema))) asking.request()
    },
    dispose() {
      asking.dispose()
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

function nameOf({ files: [first], root }: SchemaSource): string {
  return first?.file ?? root
}

const questions = new WeakMap<SchemaSource, string>()

/** All that an answer follows from. */
function questionOf(schema: SchemaSource): string {
  const known = questions.get(schema) ?? JSON.stringify([schema.files, schema.migrations])
  questions.set(schema, known)
  return known
}

function sqlOf(missing: MissingMigration | undefined): string | undefined {
  return missing?.kind === 'missing' ? missing.sql : undefined
}
