import { ts } from '@ts-morph/common'
import type { Declaration, DeclarationKind, TypeNode } from '../model/declaration.js'
import { tagOf } from './comments.js'
import { intern } from './intern.js'
import { constantEntries, lowerConstant, lowerEnumMembers } from './lower-constant.js'
import { lowerDecorators } from './lower-decorators.js'
import { lowerHeritage } from './lower-heritage.js'
import { lowerMembers } from './lower-members.js'
import { lowerType } from './lower-type.js'
import { isZodSchema, lowerZod } from './lower-zod.js'
import {
  claim,
  dottedName,
  intersection,
  isBroken,
  type Lowering,
  OPAQUE,
  OPEN_OBJECT,
  type Place,
  reference,
  union,
} from './lowering.js'

/** What stands around a statement: the namespaces it is in, with a final dot, and whether they are exported. */
export interface Surroundings {
  readonly prefix: string
  readonly exported: boolean
}

const { SyntaxKind } = ts

/** The declarations that a statement makes: none, one, or several of a namespace or a list of constants. */
export function lowerStatement(lowering: Lowering, node: ts.Statement, around: Surroundings): readonly Declaration[] {
  if (ts.isInterfaceDeclaration(node)) return [lowerInterface(lowering, node, around)]
  if (ts.isTypeAliasDeclaration(node)) return [lowerAlias(lowering, node, around)]
  if (ts.isClassDeclaration(node)) return [lowerClass(lowering, node, around)]
  if (ts.isEnumDeclaration(node)) return [lowerEnum(lowering, node, around)]
  if (ts.isVariableStatement(node)) return lowerVariables(lowering, node, around)
  if (ts.isModuleDeclaration(node)) return lowerNamespace(lowering, node, around)
  if (ts.isExportAssignment(node)) return lowerDefault(lowering, node, around)
  if (ts.isImportEqualsDeclaration(node)) return lowerImportAlias(lowering, node, around)
  return []
}

function lowerInterface(lowering: Lowering, node: ts.InterfaceDeclaration, around: Surroundings): Declaration {
  const start = begin(lowering, node, node.name, 'interface', around)
  const type: TypeNode = { kind: 'object', ...lowerMembers(lowering, node.members, start.place) }
  const heritage = lowerHeritage(lowering, node.heritageClauses, SyntaxKind.ExtendsKeyword, start.place)
  return finish(lowering, node, start, { type, heritage, typeParameters: parametersOf(node) })
}

function lowerAlias(lowering: Lowering, node: ts.TypeAliasDeclaration, around: Surroundings): Declaration {
  const start = begin(lowering, node, node.name, 'alias', around)
  const type = lowerType(lowering, node.type, start.place)
  return finish(lowering, node, start, { type, typeParameters: parametersOf(node) })
}

function lowerClass(lowering: Lowering, node: ts.ClassDeclaration, around: Surroundings): Declaration {
  const start = begin(lowering, node, node.name, 'class', around)
  const type: TypeNode = { kind: 'object', ...lowerMembers(lowering, node.members, start.place) }
  return finish(lowering, node, start, {
    type,
    heritage: lowerHeritage(lowering, node.heritageClauses, SyntaxKind.ExtendsKeyword, start.place),
    implements: lowerHeritage(lowering, node.heritageClauses, SyntaxKind.ImplementsKeyword, start.place),
    typeParameters: parametersOf(node),
    decorators: lowerDecorators(lowering, node),
  })
}

function lowerEnum(lowering: Lowering, node: ts.EnumDeclaration, around: Surroundings): Declaration {
  const start = begin(lowering, node, node.name, 'enum', around)
  return finish(lowering, node, start, {
    type: { kind: 'enum', members: lowerEnumMembers(lowering, node, start.place) },
  })
}

function lowerVariables(lowering: Lowering, node: ts.VariableStatement, around: Surroundings): Declaration[] {
  return node.declarationList.declarations.flatMap(({ name, initializer }) => {
    if (!ts.isIdentifier(name) || !initializer) return []
    return lowerValue(lowering, { node, name, initializer }, around)
  })
}

interface Value {
  readonly node: ts.Statement
  readonly name: ts.Identifier | undefined
  readonly initializer: ts.Expression
}

function lowerValue(lowering: Lowering, { node, name, initializer }: Value, around: Surroundings): Declaration[] {
  if (isZodSchema(lowering, initializer)) {
    const start = begin(lowering, node, name, 'zod', around)
    lowering.schemas.add(start.name)
    return [finish(lowering, node, start, { type: lowerZod(lowering, initializer, start.place) })]
  }
  const entries = constantEntries(initializer)
  if (!entries) return []
  const start = begin(lowering, node, name, 'enum', around)
  return [finish(lowering, node, start, { type: lowerConstant(lowering, entries, start.place) })]
}

/** `export default z.object({…})`; a name that is exported so is no declaration. */
function lowerDefault(lowering: Lowering, node: ts.ExportAssignment, around: Surroundings): Declaration[] {
  if (node.isExportEquals || ts.isIdentifier(node.expression)) return []
  return lowerValue(lowering, { node, name: undefined, initializer: node.expression }, around).map((declaration) => {
    return { ...declaration, exportedAs: ['default'] }
  })
}

/** `import A = B.C`. */
function lowerImportAlias(lowering: Lowering, node: ts.ImportEqualsDeclaration, around: Surroundings): Declaration[] {
  const name = ts.isExternalModuleReference(node.moduleReference) ? undefined : dottedName(node.moduleReference)
  if (name === undefined) return []
  const start = begin(lowering, node, node.name, 'alias', around)
  return [finish(lowering, node, start, { type: reference(name) })]
}

/** `declare global` adds no name; a module with a quoted name describes another file and is left out. */
function lowerNamespace(lowering: Lowering, node: ts.ModuleDeclaration, around: Surroundings): readonly Declaration[] {
  if (ts.isStringLiteral(node.name) || !node.body) return []
  const isGlobal = node.name.text === 'global'
  const exported = !isGlobal && isExported(node, around)
  const inside = { prefix: isGlobal ? around.prefix : `${around.prefix}${node.name.text}.`, exported }
  if (ts.isModuleDeclaration(node.body)) return lowerNamespace(lowering, node.body, { ...inside, exported })
  if (!ts.isModuleBlock(node.body)) return []
  return node.body.statements.flatMap((statement) => lowerStatement(lowering, statement, inside))
}

interface Start {
  readonly name: string
  readonly kind: DeclarationKind
  readonly place: Place
  readonly exportedAs: readonly string[]
}

function begin(
  lowering: Lowering,
  node: ts.Statement,
  nameNode: ts.Identifier | undefined,
  kind: DeclarationKind,
  around: Surroundings,
): Start {
  const name = intern(`${around.prefix}${nameNode?.text ?? 'default'}`)
  const id = claim(lowering, name, nameNode ?? node)
  return { name, kind, place: { id, depth: 0 }, exportedAs: exportsOf(node, name, around) }
}

type Content = Partial<Omit<Declaration, 'type'>> & { readonly type: TypeNode }

function finish(
  lowering: Lowering,
  node: ts.Statement,
  { name, kind, place, exportedAs }: Start,
  content: Content,
): Declaration {
  const tag = tagOf(lowering, node)
  const type = isBroken(lowering, node, 'statement') ? opened(content.type) : content.type
  const rest = { typeParameters: [], heritage: [], implements: [], decorators: [], ...content }
  return { id: place.id, name, kind, exportedAs, tag, ...rest, type }
}

/** The same type, with more than is written: a part of the declaration does not parse. */
function opened(type: TypeNode): TypeNode {
  if (type.kind === 'object') return { ...type, open: true }
  if (type.kind === 'intersection' || type.kind === 'reference') return intersection([type, OPEN_OBJECT])
  return union([type, OPAQUE])
}

function exportsOf(node: ts.Statement, name: string, around: Surroundings): string[] {
  if (!isExported(node, around)) return []
  return modifiersOf(node).includes(SyntaxKind.DefaultKeyword) ? ['default'] : [name]
}

function isExported(node: ts.Statement, around: Surroundings): boolean {
  return around.exported && modifiersOf(node).includes(SyntaxKind.ExportKeyword)
}

function modifiersOf(node: ts.Statement): readonly ts.SyntaxKind[] {
  return ts.canHaveModifiers(node) ? (node.modifiers?.map(({ kind }) => kind) ?? []) : []
}

function parametersOf(node: ts.DeclarationWithTypeParameterChildren): readonly string[] {
  const { typeParameters } = node as { typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> }
  return typeParameters?.map(({ name }) => intern(name.text)) ?? []
}
