/** What a type is to its model. `mirror`: the record as stored or returned; `subset`: a deliberate part or view. */
export const ROLES = ['mirror', 'subset', 'create', 'update', 'query', 'command', 'derived'] as const
export type Role = (typeof ROLES)[number]

/** Types that describe data coming out of the server. */
export function isRead(role: Role): boolean {
  return role === 'mirror' || role === 'subset'
}

/** Types that describe data going in to be written. */
export function isInput(role: Role): boolean {
  return role === 'create' || role === 'update'
}

/** Findings are reported for `certain` and `likely` pairs; a `possible` one is only offered as a link. */
export type Confidence = 'certain' | 'likely' | 'possible'
