import type { Rollback } from '../../project/rollback.js'

type Loss = Rollback['lost'][number]

/** The SQL of a rollback, below comments that say what it does and what it cannot bring back. */
export function rollbackScript({ names, sql, notRestored, lost }: Rollback): string {
  const forget = names.map((name) => `-- DELETE FROM "_prisma_migrations" WHERE "migration_name" = '${name}';`)
  return [
    `-- Takes back ${names.join(', ')}.`,
    ...lines('Stays lost, as the migration dropped it', notRestored),
    ...lines('Is lost by this', lost),
    '-- Statements that changed rows are not undone. Prisma forgets the migration by:',
    ...forget,
    '',
    sql === '' ? '-- Nothing of the schema was changed.\n' : sql,
  ].join('\n')
}

const WORDS = { table: 'table', column: 'column', type: 'values that do not fit', value: 'value of an enum' }

function lines(title: string, losses: readonly Loss[]): readonly string[] {
  return losses.map(({ kind, name, change }) => `-- ${title}: ${WORDS[kind]} ${name}${change ? ` (${change})` : ''}`)
}
