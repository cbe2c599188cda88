import { RequestType } from 'vscode-languageserver'
import { MISSING_MIGRATION, type MissingMigrationRequest } from '../../../shared/src/requests.js'
import { missingMigrations } from '../navigation/missing-sql.js'
import { onRequest } from './handler.js'

/** The SQL of the migrations that are missing in all folders; of several, each under the name of its schema. */
export const missingMigration = onRequest(
  new RequestType(MISSING_MIGRATION) as MissingMigrationRequest,
  async ({ folders }) => {
    await folders.ready()
    const missing = folders.all().flatMap(({ live }) => missingMigrations(live.snapshot()))
    if (missing.length === 0) return '-- No migration is missing.\n'
    const [only, ...others] = missing
    return only && others.length === 0
      ? only.sql
      : missing.map(({ schema, sql }) => `-- ${schema}\n\n${sql}`).join('\n')
  },
)
