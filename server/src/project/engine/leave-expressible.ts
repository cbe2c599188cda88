/**
 * A script for an embedded PostgreSQL that drops indexes which a Prisma schema cannot tell, so that they do not stand in
 * the snapshot as something else: partial ones, which Prisma leaves alone unless the preview feature for them is on, and
 * all but one of those that index the same, of which Prisma takes any for the one that is wanted.
 */
export function leaveExpressible(header: string): string {
  const keepsPartial = /previewFeatures\s*=\s*\[[^\]]*"partialIndexes"/.test(header)
  return `DO $do$ DECLARE found record; BEGIN
    FOR found IN ${keepsPartial ? DUPLICATES : `${PARTIAL} UNION ${DUPLICATES}`} LOOP
      BEGIN
        EXECUTE format('DROP INDEX %I.%I', found.namespace, found.name);
      EXCEPTION WHEN dependent_objects_still_exist THEN NULL;
      END;
    END LOOP;
  END $do$;`
}

const FROM = `FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND NOT i.indisprimary`

const PARTIAL = `SELECT n.nspname AS namespace, c.relname AS name ${FROM} AND i.indpred IS NOT NULL`

/** The one that stays is the one with the name that Prisma gives, else the oldest. */
const DUPLICATES = `SELECT namespace, name FROM (
  SELECT n.nspname AS namespace, c.relname AS name, row_number() OVER (
    PARTITION BY i.indrelid, i.indkey::text, i.indclass::text, i.indoption::text, i.indisunique, c.relam
    ORDER BY c.relname <> left(t.relname || '_' || (
      SELECT string_agg(a.attname, '_' ORDER BY k.place) FROM unnest(i.indkey) WITH ORDINALITY AS k(number, place)
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
    ) || CASE WHEN i.indisunique THEN '_key' ELSE '_idx' END, 63), i.indexrelid) AS rank
  ${FROM} AND i.indpred IS NULL AND i.indexprs IS NULL) AS indexes WHERE rank > 1`
