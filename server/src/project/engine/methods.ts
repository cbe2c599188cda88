import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { examine, readDatabase } from './database.js'
import type { DiffAnswer, DiffRequest, EmbeddedProvider, EngineFile, EngineMethods } from './messages.js'
import { openOfflineEngine } from './open-engine.js'
import { readSql } from './read-sql.js'
import { takeSnapshot } from './take-snapshot.js'

/** What the engine's process does for the program that started it. */
export const METHODS: EngineMethods = { snapshot: takeSnapshot, diff: compare, readSql, readDatabase, examine }

const offline = new Map<EmbeddedProvider, Promise<SchemaEngine>>()

async function compare({ provider, from, to }: DiffRequest): Promise<DiffAnswer> {
  const opening = offline.get(provider) ?? openOfflineEngine(provider)
  offline.set(provider, opening)
  const engine = await opening
  try {
    const { stdout, exitCode } = await engine.diff({
      from: datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return { kind: 'compared', sql: exitCode === 0 ? '' : (stdout ?? '') }
  } catch (error) {
    return { kind: 'refused', message: error instanceof Error ? error.message : String(error) }
  }
}

function datamodel(files: readonly EngineFile[]) {
  return { tag: 'schemaDatamodel', files: files.map(({ file, text }) => ({ path: file, content: text })) } as const
}
