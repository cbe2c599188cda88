import type { Snapshot } from '../analysis/snapshot.js'
import type { Pair } from '../matching/pair.js'
import { isRead, ROLES } from '../model/role.js'
import type { Column } from '../model/schema.js'
import { tsType, valuesOf } from '../rules/wire.js'
import type { FileId } from '../text/file-id.js'
import type { Span } from '../text/span.js'
import type { TextEdit } from '../text/text-edit.js'
import { type MemberSite, mayBeMemberName, memberSiteAt } from '../typescript/member-site.js'
import { counterpartsIn, isFirm } from './counterparts.js'
import { blockText, memberText } from './declaration-text.js'
import { code } from './markdown.js'
import { ROLE_MEANINGS } from './role-words.js'

/** Something to choose. */
export interface Completion {
  readonly label: string
  readonly kind: 'property' | 'model' | 'enum' | 'role'
  /** A few words beside it. */
  readonly detail: string
  /** Markdown. */
  readonly documentation: string
  /** What takes the place of what is typed so far. */
  readonly newText: string
  readonly span: Span
  /** What changes elsewhere in the file. */
  readonly edits: readonly TextEdit[]
}

/** What can be chosen at an offset, in the order in which it is to be shown. */
export function completionsAt(snapshot: Snapshot, file: FileId, offset: number): readonly Completion[] {
  const text = snapshot.textOf(file) ?? ''
  const tag = tagAt(text, offset)
  if (tag) return tag.model === undefined ? modelNames(snapshot, tag.typed) : roles(tag.typed)
  return missingMembers(snapshot, { file, text, offset })
}

/** `@prisma User cre` in a JSDoc comment: what is typed of the model or, behind it, of the role. */
interface TagTyped {
  readonly model: string | undefined
  readonly typed: Span
}

const TAG = /@prisma[^\S\r\n]+(?:(\w+)[^\S\r\n]+)?(\w*)$/

/** The tag that is typed at an offset. Looks at the line and for the comment's start only. */
export function tagAt(text: string, offset: number): TagTyped | undefined {
  const match = TAG.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))
  if (!match) return undefined
  const opened = text.lastIndexOf('/**', offset - 1)
  if (opened < 0 || text.slice(opened + 3, offset).includes('*/')) return undefined
  const rest = /^\w*/.exec(text.slice(offset))?.[0] ?? ''
  return { model: match[1], typed: { start: offset - (match[2] ?? '').length, end: offset + rest.length } }
}

function modelNames(snapshot: Snapshot, span: Span): readonly Completion[] {
  const named = snapshot.schemas().flatMap(({ schema }) => [
    ...[...schema.models.values()].map(({ name, ref, kind }) => ({
      name,
      ref,
      detail: kind,
      kind: 'model' as const,
    })),
    ...[...schema.enums.values()].map(({ name, ref }) => ({ name, ref, detail: 'enum', kind: 'enum' as const })),
  ])
  const items = [...new Map(named.map((each) => [each.name, each])).values()].map(({ name, ref, detail, kind }) => {
    return { ...choice(name, span), kind, detail, documentation: code('prisma', blockText(snapshot, ref)) }
  })
  const none = { ...choice('none', span), detail: 'no model', documentation: 'The type describes no model.' }
  return [...items, { ...none, kind: 'role' }]
}

function roles(span: Span): readonly Completion[] {
  return ROLES.map((role) => ({ ...choice(role, span), kind: 'role', documentation: ROLE_MEANINGS[role] }))
}

function choice(name: string, span: Span): Pick<Completion, 'label' | 'newText' | 'span' | 'edits' | 'detail'> {
  return { label: name, newText: name, span, edits: [], detail: '' }
}

interface Place {
  readonly file: FileId
  readonly text: string
  readonly offset: number
}

/** The columns that the type around an offset lacks. A file without pairs is not parsed for this. */
function missingMembers(snapshot: Snapshot, { file, text, offset }: Place): readonly Completion[] {
  if (!mayBeMemberName(text, offset)) return []
  const here = counterpartsIn(snapshot, file).filter((each) => each.kind === 'type' && isFirm(each))
  const site =
    here.length === 0 ? undefined : memberSiteAt(file, text, offset, (name) => snapshot.moduleOffering(file, name))
  return here.flatMap((each) => {
    if (each.kind !== 'type' || each.type.id !== site?.id) return []
    return each.pair.missing.map((column) => memberCompletion(snapshot, each.pair, column, site))
  })
}

function memberCompletion(snapshot: Snapshot, pair: Pair, column: Column, site: MemberSite): Completion {
  const { name } = column
  const optional = isOptional(pair, column)
  const base = tsType(column, snapshot.wireOf(pair.shape)) + (column.list ? '[]' : '')
  const type = column.nullable && isRead(pair.role) ? `${base} | null` : base
  const values = valuesOf(column, pair.schema)
  const { text, imports } = site.write({ name, type, optional, ...(values && { values }) })
  return {
    label: name,
    kind: 'property',
    detail: type,
    documentation: `Column ${pair.model.name}.${name}\n\n${code('prisma', memberText(snapshot, column.ref))}`,
    newText: text,
    span: site.typed,
    edits: imports,
  }
}

/** Whether a type of the role may leave out the column. */
function isOptional({ role }: Pair, { nullable, defaultValue, isUpdatedAt }: Column): boolean {
  if (role === 'update' || role === 'query') return true
  return role === 'create' && (nullable || defaultValue !== undefined || isUpdatedAt)
}
