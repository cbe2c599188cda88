import { ts } from '@ts-morph/common'
import type { ElementId } from '../model/element.js'
import type { WantedType } from '../model/intent.js'
import type { FileId } from '../text/file-id.js'
import { lineEnd } from '../text/layout.js'
import type { Span } from '../text/span.js'
import type { TextEdit } from '../text/text-edit.js'
import type { DeclarationNode } from './edit-site.js'
import { type Editable, type ModuleOffering, openEditable, Refusal, spanIn, textIn } from './editable.js'
import { memberListOf } from './member-list.js'
import { memberText, usualQuote } from './quotes.js'
import { writtenType } from './written-type.js'
import { zodOfType } from './zod-text.js'

/** A place between the members of a declared type where the name of one is typed. */
export interface MemberSite {
  /** The declaration's. */
  readonly id: ElementId
  /** What is typed of the name so far. */
  readonly typed: Span
  /** A member as the type writes them, from its name on. */
  write(member: WantedMember): WrittenMember
}

export interface WantedMember extends WantedType {
  readonly name: string
  readonly optional: boolean
}

export interface WrittenMember {
  readonly text: string
  /** What has to be imported for it. */
  readonly imports: readonly TextEdit[]
}

/** Whether an offset can be such a place, judged by its line alone. */
export function mayBeMemberName(text: string, offset: number): boolean {
  return typedAt(text, offset) !== undefined
}

/** The place at an offset; undefined where anything else is typed. Parses the file. */
export function memberSiteAt(
  file: FileId,
  text: string,
  offset: number,
  moduleOffering?: ModuleOffering,
): MemberSite | undefined {
  const typed = typedAt(text, offset)
  const editable = typed && openEditable(file, text, moduleOffering)
  const owned = editable && ownerAt(editable, offset)
  if (!typed || !editable || !owned) return undefined
  const { owner, id } = owned
  const members = membersOf(owner)
  const around = members.find((member) => isWithin(spanIn(editable, member), offset))
  if (around?.name && !isWithin(spanIn(editable, around.name), offset)) return undefined
  const others = members.filter((member) => member !== around)
  return { id, typed, write: writerFor(editable, { owner, others, typed }) }
}

const NAME_BEFORE = /(?:^|[{;,])\s*(?:(?:public|readonly)\s+)*([\w$]*)$/

function typedAt(text: string, offset: number): Span | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  const name = NAME_BEFORE.exec(before)?.[1]
  const rest = /^[\w$]*/.exec(text.slice(offset))?.[0] ?? ''
  return name === undefined ? undefined : { start: offset - name.length, end: offset + rest.length }
}

type Owner = ts.InterfaceDeclaration | ts.ClassDeclaration | ts.TypeLiteralNode | ts.ObjectLiteralExpression
type Member = ts.NamedDeclaration

function membersOf(owner: Owner): readonly Member[] {
  return ts.isObjectLiteralExpression(owner) ? owner.properties : owner.members
}

/** The innermost list of members around an offset, where it is a declaration's own. */
function ownerAt(editable: Editable, offset: number): { readonly owner: Owner; readonly id: ElementId } | undefined {
  const path = pathAt(editable.tree, offset)
  const declaration = path.findLast(isDeclaration)
  const owner = path.findLast((node): node is Owner => isOwner(node) && isInside(editable, node, offset))
  const name = declaration && (declaration as ts.NamedDeclaration).name
  if (!declaration || !owner || ownListOf(editable, declaration) !== owner) return undefined
  const span = spanIn(editable, name ?? declaration)
  const [id] = [...editable.spans].find(([, each]) => each.start === span.start && each.end === span.end) ?? []
  return id === undefined ? undefined : { owner, id }
}

function pathAt(tree: ts.SourceFile, offset: number): readonly ts.Node[] {
  const path: ts.Node[] = []
  let node: ts.Node | undefined = tree
  while (node) {
    path.push(node)
    node = ts.forEachChild(node, (child) => (child.pos <= offset && offset <= child.end ? child : undefined))
  }
  return path
}

function isDeclaration(node: ts.Node): node is DeclarationNode {
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isExportAssignment(node)
  )
}

function isOwner(node: ts.Node): node is Owner {
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isTypeLiteralNode(node) ||
    ts.isObjectLiteralExpression(node)
  )
}

/** Between the braces; the closing one may not be there yet. */
function isInside({ text }: Editable, owner: Owner, offset: number): boolean {
  const members = ts.isObjectLiteralExpression(owner) ? owner.properties : owner.members
  const end = text[owner.end - 1] === '}' ? owner.end - 1 : owner.end
  return members.pos <= offset && offset <= end
}

function ownListOf(editable: Editable, declaration: DeclarationNode): ts.Node | undefined {
  try {
    const list = memberListOf(editable, declaration)
    if (list.kind === 'members') return list.owner
    return list.kind === 'schema' ? list.object : undefined
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

interface Neighbours {
  readonly owner: Owner
  readonly others: readonly Member[]
  readonly typed: Span
}

function writerFor(editable: Editable, { owner, others, typed }: Neighbours): MemberSite['write'] {
  const { text } = editable
  const quote = usualQuote(text)
  const rest = text.slice(typed.end, lineEnd(text, typed.end))
  // A name that is typed over keeps its type.
  const isTyped = /^\s*[?!]?\s*[:(]/.test(rest)
  const isSchema = ts.isObjectLiteralExpression(owner)
  const isLast = /^\s*(?:\/[/*].*)?$/.test(rest)
  const separator = isLast ? (isSchema ? ',' : separatorOf(editable, others)) : ''
  const mark = others.some(isMarkedCertain) ? '!' : ''
  return ({ name, optional, ...wanted }) => {
    const key = memberText(name, quote)
    if (isTyped) return { text: key, imports: [] }
    if (isSchema) {
      const schema = schemaFor(editable, wanted, optional)
      return { text: schema === '' ? `${key}: ` : `${key}: ${schema}${separator}`, imports: [] }
    }
    const written = writtenType(editable, wanted)
    return { text: `${key}${optional ? '?' : mark}: ${written.text}${separator}`, imports: written.imports }
  }
}

/** Nothing for a type that the file has no schema for: then only the name is written. */
function schemaFor(editable: Editable, type: WantedType, optional: boolean): string {
  try {
    return zodOfType(editable, type) + (optional ? '.optional()' : '')
  } catch (error) {
    if (error instanceof Refusal) return ''
    throw error
  }
}

function separatorOf(editable: Editable, members: readonly Member[]): string {
  return members.map((member) => /[;,]$/.exec(textIn(editable, member))?.[0] ?? '').find((each) => each !== '') ?? ''
}

function isMarkedCertain(member: Member): boolean {
  return ts.isPropertyDeclaration(member) && member.exclamationToken !== undefined
}

function isWithin({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end
}
