import type { ElementRef } from '../model/element.js'
import type { SqlSubject } from '../model/migration.js'
import type { Schema } from '../model/schema.js'
import { defineMigrationRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly subjects: readonly SqlSubject[]
  readonly others: readonly ElementRef[]
}

/** A schema with changes that no migration holds. Says nothing unless Prisma's engine was asked. */
export const migrationMissing = defineMigrationRule<Fact>({
  code: 'migration-missing',
  summary: 'the schema has changes that no migration holds',

  *run({ schema, missing }) {
    if (!missing) return
    const [at, ...others] = placesOf(schema, missing.subjects)
    yield { at: at ?? { file: schema.files[0] ?? '', id: '' }, subjects: missing.subjects, others }
  },

  severity: () => 'warning',
  message: ({ subjects }) => `The schema has changes that no migration holds: ${listOf(subjects.map(described))}`,
  related: ({ others }) => others.map((at) => ({ at, message: 'This has changed, too' })),
})

/** The models and enums that have changed and are there. */
function placesOf(schema: Schema, subjects: readonly SqlSubject[]): readonly ElementRef[] {
  const declared = [...schema.models.values(), ...schema.enums.values()]
  return subjects.flatMap(({ name }) => declared.find(({ databaseName }) => databaseName === name)?.ref ?? [])
}

const VERBS = { create: 'creates', alter: 'changes', drop: 'drops' }

function described({ kind, name, change }: SqlSubject): string {
  return kind === 'other' ? name : `it ${VERBS[change]} ${kind} '${name}'`
}

const SHOWN = 3

function listOf(parts: readonly string[]): string {
  const rest = parts.length - SHOWN
  return `${parts.slice(0, SHOWN).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
