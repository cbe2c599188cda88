import { ts } from '@ts-morph/common'
import type { FileId } from '../text/file-id.js'
import type { TextEdit } from '../text/text-edit.js'
import { finds, isMention, type Mention, type Naming, namedBy, namingOf } from './naming.js'
import type { CheckedProgram } from './programs.js'

export interface SettledInput {
  readonly before: CheckedProgram
  readonly after: CheckedProgram
  /** The edits that rename declarations. */
  readonly renamed: ReadonlyMap<FileId, readonly TextEdit[]>
}

/** Whether what a mention names keeps its name for certain, whatever else is renamed: it need not be looked at again. */
export type IsSettled = (node: Mention, naming: Naming) => boolean

/**
 * Makes what tells it. All that declares a name must be members of named types, none of them renamed itself or inherited
 * from what is, or members of a client that has them afterwards, too.
 */
export function createSettled({ before, after, renamed }: SettledInput): IsSettled {
  const known = new Map<ts.Declaration, boolean>()
  const clients = new Map<string, ReadonlySet<string>>()
  const membersOf = (path: string) => {
    const places = clients.get(path) ?? placesIn(after.sourceAt(path))
    clients.set(path, places)
    return places
  }
  const isRenamed = (file: FileId, declaration: ts.Declaration) =>
    renamed.get(file)?.some(({ span }) => declaration.pos <= span.start && span.end <= declaration.end) ?? false
  const isSettled: IsSettled = (node, naming) => {
    const symbols = namedBy(naming, node.text, before.checker)
    return (
      symbols.length > 0 &&
      symbols.every(({ declarations = [] }) => declarations.length > 0 && declarations.every(keepsName))
    )
  }
  const keepsName = (declaration: ts.Declaration): boolean => {
    const answer = known.get(declaration) ?? judge(declaration)
    known.set(declaration, answer)
    return answer
  }
  const judge = (declaration: ts.Declaration): boolean => {
    const source = declaration.getSourceFile()
    const file = before.fileOf(source)
    if (before.isClient(source)) return membersOf(source.fileName).has(placeOf(declaration))
    if (file === undefined) return true
    if (!isOfNamedType(declaration) || isRenamed(file, declaration)) return false
    const name = ts.getNameOfDeclaration(declaration)
    const inherited = name && isMention(name) ? namingOf(name, before.typesIn(file)) : undefined
    if (!name || !isMention(name) || !inherited) return true
    return finds(inherited, name.text, before.checker) === 'no' || isSettled(name, inherited)
  }
  return isSettled
}

/** The keys of objects, and the members of types without a name, may have to follow where they are used. */
function isOfNamedType({ parent, kind }: ts.Declaration): boolean {
  if (ts.isTypeLiteralNode(parent)) return ts.isTypeAliasDeclaration(parent.parent)
  return kind === ts.SyntaxKind.EnumMember || ts.isInterfaceDeclaration(parent) || ts.isClassLike(parent)
}

/** The places of all that a client declares. */
function placesIn(client: ts.SourceFile | undefined): ReadonlySet<string> {
  const places = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) places.add(placeOf(node))
    ts.forEachChild(node, visit)
  }
  if (client) visit(client)
  return places
}

/** The names of what a declaration stands in, and its own. */
function placeOf(declaration: ts.Node): string {
  const name = ts.getNameOfDeclaration(declaration as ts.Declaration)?.getText() ?? ''
  return declaration.parent ? `${placeOf(declaration.parent)} ${name}`.trim() : name
}
