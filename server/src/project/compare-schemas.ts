import type { Engine } from './engine/engine.js'
import type { EngineFile } from './engine/messages.js'
import { firstLine, type Migrations, type Unknown, unknown } from './migrated-schema.js'

/** The SQL between two schemas; empty where they describe the same database. */
export type Comparison = { readonly kind: 'compared'; readonly sql: string } | Unknown

/** Compares what migrations lead to with another schema, as Prisma does with a database. */
export async function compareSchemas(
  engine: Engine,
  { provider, header }: Pick<Migrations, 'provider' | 'header'>,
  from: readonly EngineFile[],
  to: readonly EngineFile[],
): Promise<Comparison> {
  const answer = await engine.diff({ provider, from, to })
  if (answer.kind === 'refused') return unknown(`the schema has errors: ${firstLine(answer.message)}`)
  const isOfOneSchema = provider === 'postgresql' && !/^\s*schemas\s*=/m.test(header)
  const sql = isOfOneSchema ? withSchemas(answer.sql) : answer.sql
  return { kind: 'compared', sql }
}

/**
 * Of a database Prisma knows in which schema a type or a table lies, and writes that where it drops a type or the default
 * of a column whose values change; a text does not tell.
 */
function withSchemas(sql: string): string {
  const drops = sql.replace(/^DROP TYPE ("[^"]+";)$/gm, 'DROP TYPE "public".$1')
  return drops.replace(/^-- AlterEnum\nBEGIN;$[\s\S]*?^COMMIT;$/gm, (block) =>
    block.replace(/^ALTER TABLE ("[^"]+" ALTER COLUMN "[^"]+" DROP DEFAULT;)$/gm, 'ALTER TABLE "public".$1'),
  )
}
