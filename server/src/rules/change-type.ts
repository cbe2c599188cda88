import type { ElementRef } from '../model/element.js'
import { defineSqlRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  /** Its table's name and its own. */
  readonly name: string
  readonly from: string | undefined
  readonly to: string
}

/** A new migration that gives a column a type which its values may not fit, or for which the table is written anew. */
export const changeType = defineSqlRule<Fact>({
  code: 'change-type',
  summary: 'a migration changes the type of a column',

  *run({ file, changes, before }) {
    // Taking values out of an enum is a change of type to PostgreSQL, and has a rule of its own.
    const enums = new Set(changes.flatMap((change) => (change.kind === 'rename-type' ? [change.subject] : [])))
    for (const change of changes) {
      if (change.kind !== 'set-type' || enums.has(change.type.replace(/\[\]$/, ''))) continue
      const from = before.tables.get(change.subject)?.get(change.column)
      if (from !== undefined && isWider(from, change.type)) continue
      yield { at: { file, id: change.id }, name: `${change.subject}.${change.column}`, from, to: change.type }
    }
  },

  severity: () => 'warning',
  message: ({ name, from, to }) =>
    `This changes '${name}' ${from === undefined ? '' : `from ${from} `}to ${to}: it locks the table while it writes it anew, and fails on values that do not fit`,
})

/** Whether every value fits as it is, so that PostgreSQL only notes the new type. */
function isWider(from: string, to: string): boolean {
  if (from === to) return true
  const [old, now] = [partsOf(from), partsOf(to)]
  if (old.suffix !== '' || now.suffix !== '') return false
  if (TEXTS.has(old.name) && now.name === 'text') return true
  if (old.name !== now.name) return TEXTS.has(old.name) && now.name === 'varchar' && atLeast(now, old)
  if (old.name === 'numeric') return now.args.length === 0 || (now.args[1] === old.args[1] && atLeast(now, old))
  return old.name !== 'bpchar' && old.name !== 'bit' && atLeast(now, old)
}

const TEXTS = new Set(['text', 'varchar'])

interface Parts {
  readonly name: string
  readonly args: readonly number[]
  readonly suffix: string
}

function partsOf(type: string): Parts {
  const [, name = type, args, suffix = ''] = /^(\w+)(?:\(([\d,]*)\))?(.*)$/.exec(type) ?? []
  return { name, args: args ? args.split(',').map(Number) : [], suffix }
}

/** A type without an argument takes any length. */
function atLeast(now: Parts, old: Parts): boolean {
  const [limit] = now.args
  return limit === undefined || (old.args[0] !== undefined && limit >= old.args[0])
}
