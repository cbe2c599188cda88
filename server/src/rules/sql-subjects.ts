import type { ElementRef } from '../model/element.js'
import type { SqlSubject } from '../model/migration.js'
import type { Schema } from '../model/schema.js'

/** The models and enums that SQL changes and that are there. */
export function changedPlaces(schema: Schema, subjects: readonly SqlSubject[]): readonly ElementRef[] {
  const declared = [...schema.models.values(), ...schema.enums.values()]
  return subjects.flatMap(({ name }) => declared.find(({ databaseName }) => databaseName === name)?.ref ?? [])
}

const SHOWN = 3
const VERBS = { create: 'creates', alter: 'changes', drop: 'drops' }

/** `it changes table 'User', it drops type 'Role'`: the first ones, and how many more. */
export function describeSubjects(subjects: readonly SqlSubject[]): string {
  const rest = subjects.length - SHOWN
  const shown = subjects
    .slice(0, SHOWN)
    .map(({ kind, name, change }) => (kind === 'other' ? name : `it ${VERBS[change]} ${kind} '${name}'`))
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
