import type { Snapshot } from '../analysis/snapshot.js'
import type { ElementRef } from '../model/element.js'
import type { Column, EnumValue } from '../model/schema.js'
import { scanSchema } from '../prisma/scan.js'
import type { EnumValueSyntax, FieldSyntax } from '../prisma/syntax.js'
import { deletion, insertion, type TextEdit } from '../text/text-edit.js'

/** What a rename does about the name in the database. */
export interface MappingEdit {
  readonly edit: TextEdit | undefined
  readonly mapping: 'added' | 'removed' | 'unchanged'
}

const UNCHANGED: MappingEdit = { edit: undefined, mapping: 'unchanged' }

/** Lets the database keep its name for a column or value that is renamed: by `@map`, unless the new name is that name. */
export function mappingEdit(snapshot: Snapshot, ref: ElementRef, member: Column | EnumValue, to: string): MappingEdit {
  const text = snapshot.textOf(ref.file) ?? ''
  const start = snapshot.spansIn(ref.file).get(ref.id)?.start
  const syntax = membersOf(text).find(({ name }) => name.start === start)
  if (!syntax || !isStored(member)) return UNCHANGED
  const map = syntax.attributes.find(({ name }) => name === 'map')
  if (!map) return { edit: insertion(syntax.end, ` @map("${member.name}")`), mapping: 'added' }
  if (member.databaseName !== to) return UNCHANGED
  const blanks = /[^\S\r\n]*$/.exec(text.slice(0, map.start))?.[0].length ?? 0
  return { edit: deletion(map.start - blanks, map.end), mapping: 'removed' }
}

/** Whether the database knows it: it knows nothing of the objects of relations. */
function isStored(member: Column | EnumValue): boolean {
  return !('kind' in member) || (member.kind !== 'relation' && member.type !== '')
}

function membersOf(text: string): readonly (FieldSyntax | EnumValueSyntax)[] {
  return scanSchema(text).blocks.flatMap(({ fields, values }) => [...fields, ...values])
}
