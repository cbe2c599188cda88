import type { Suppression } from '../model/suppression.js'

/**
 * The comments of a script that silence findings: `-- prisma-drift-disable-next-line RULE[, RULE] -- reason` above a
 * statement and `-- prisma-drift-disable-file RULE`.
 */
export function suppressionsOf(sql: string): readonly Suppression[] {
  let next = 0
  return sql.split('\n').flatMap((line, index) => {
    const start = next
    next += line.length + 1
    const [match, kind, rest = ''] = DIRECTIVE.exec(line) ?? []
    if (match === undefined) return []
    const [rules = '', ...reason] = rest.split(/(?:^|\s)--(?:\s|$)/)
    return {
      rules: rules.split(/[\s,]+/).filter((rule) => rule !== ''),
      scope: kind === 'file' ? ('file' as const) : index + 1,
      reason: reason.join(' -- ').trim() || undefined,
      span: { start: start + line.indexOf('--'), end: start + match.length },
    }
  })
}

const DIRECTIVE = /^\s*--\s*prisma-drift-disable-(next-line|file)(?![\w-])([^\r]*)/
