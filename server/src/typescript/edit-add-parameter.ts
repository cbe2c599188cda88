import { ts } from '@ts-morph/common'
import type { TextEdit } from '../text/text-edit.js'
import type { WrittenMember } from './edit-add-member.js'
import { addItem } from './edit-list.js'
import { type Editable, Refusal, startIn, textIn } from './editable.js'
import type { MembersOwner } from './member-list.js'
import { inside } from './value-lists.js'

/** The constructor of a class all of whose properties are its parameters. */
export function declaringConstructor(owner: MembersOwner): ts.ConstructorDeclaration | undefined {
  if (!ts.isClassDeclaration(owner) || owner.members.some(ts.isPropertyDeclaration)) return undefined
  const found = owner.members.find((member) => ts.isConstructorDeclaration(member) && member.body !== undefined)
  const declares = found && ts.isConstructorDeclaration(found) && found.parameters.length > 0
  return declares && found.parameters.every(isPublicProperty) ? found : undefined
}

function isPublicProperty({ name, modifiers }: ts.ParameterDeclaration): boolean {
  const kinds = modifiers?.map(({ kind }) => kind) ?? []
  const isHidden = kinds.includes(ts.SyntaxKind.PrivateKeyword) || kinds.includes(ts.SyntaxKind.ProtectedKeyword)
  return ts.isIdentifier(name) && !isHidden && kinds.some((kind) => DECLARING.has(kind))
}

const DECLARING: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.PublicKeyword, ts.SyntaxKind.ReadonlyKeyword])

/** Adds a member as the last parameter: elsewhere it would hand on another one's value where types do not tell. */
export function addParameter(
  editable: Editable,
  { parameters }: ts.ConstructorDeclaration,
  { name, optional, written }: WrittenMember,
): readonly TextEdit[] {
  const mayBeLeftOut = parameters.some(({ questionToken, initializer }) => questionToken ?? initializer)
  if (mayBeLeftOut && !optional) throw new Refusal('the parameters in front of it may be left out')
  const [last] = parameters.slice(-1)
  const modifiers = (last?.modifiers ?? []).filter((modifier) => !ts.isDecorator(modifier))
  const words = modifiers.map((modifier) => `${textIn(editable, modifier)} `).join('')
  const list = { items: parameters, inside: inside(parameters, parameters.end + 1), spaced: false }
  return addItem(editable, list, `${words}${name}${optional ? '?' : ''}: ${written.text}`, (node) =>
    startIn(editable, node),
  )
}
