/** The preview features that the bundled version of Prisma knows. Earlier ones have either become general or gone. */
export const PREVIEW_FEATURES: ReadonlySet<string> = new Set([
  ...['nativeDistinct', 'partialIndexes', 'postgresqlExtensions', 'relationJoins', 'schemaEngineDriverAdapters'],
  ...['shardKeys', 'strictUndefinedChecks', 'typedSql', 'views'],
])
