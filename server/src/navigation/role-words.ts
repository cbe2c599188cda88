import type { Role } from '../model/role.js'

/** What a type in a role does to its model, before the model's name: `mirrors User`. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  mirror: 'mirrors',
  subset: 'shows part of',
  create: 'creates',
  update: 'updates',
  query: 'queries',
  command: 'acts on',
  derived: 'is derived from',
}

/** What the role means, for lists to choose from. */
export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  mirror: 'The record as it is stored or returned.',
  subset: 'A deliberate part or view of the record.',
  create: 'What a new record is made from.',
  update: 'What a record is changed by.',
  query: 'What records are asked for by.',
  command: 'What else is done with a record.',
  derived: 'Computed from records: it has columns in common, no more.',
}
