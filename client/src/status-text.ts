import type { Counts, Status } from '../../shared/src/requests.js'
import type { ServerState } from './server.js'

/** What the language status item says. */
export interface StatusText {
  /** Begins with our name: the item stands among those of other extensions, which do not show theirs either. */
  readonly text: string
  readonly detail: string
  readonly severity: 'information' | 'warning' | 'error'
  readonly busy: boolean
}

/** Words for how the server does and what it found. `status` is what it said last. */
export function statusText(server: ServerState, status: Status | undefined): StatusText {
  if (server === 'failed') return text('Prisma Drift: stopped', 'The server went away several times', 'error')
  if (server === 'stopped') return text('Prisma Drift: off', '', 'information')
  if (server === 'starting' || !status || status.state === 'loading') {
    return { ...text('Prisma Drift', 'Reading the workspace…', 'information'), busy: true }
  }
  const found = `Prisma Drift: ${findingsText(status.counts)}`
  const [problem, ...more] = status.problems
  if (problem !== undefined) {
    const others = more.length > 0 ? ` (and ${more.length} more)` : ''
    return text(found, `${problem}${others}`, 'warning')
  }
  if (status.state === 'idle') return text('Prisma Drift: no schema', 'Nothing to compare types with', 'information')
  const scope = `${count(status.types, 'type')} of ${count(status.schemas, 'schema')}`
  const limits = status.trust === 'untrusted' ? `. ${RESTRICTED}` : ''
  return text(found, `${scope}${limits}`, 'information')
}

const RESTRICTED = 'Restricted mode: what changed since the last commit is not seen'

/** `2 errors, 1 warning`; hints are left out: they are for those who look. */
export function findingsText({ error, warning, info }: Counts): string {
  const told = [
    [error, 'error'],
    [warning, 'warning'],
    [info, 'info'],
  ] as const
  const parts = told.filter(([number]) => number > 0).map(([number, noun]) => count(number, noun))
  return parts.length > 0 ? parts.join(', ') : 'no drift'
}

/** `1 type`, `2 types`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function text(words: string, detail: string, severity: StatusText['severity']): StatusText {
  return { text: words, detail, severity, busy: false }
}
