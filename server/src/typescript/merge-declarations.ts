import type { Declaration, TypeNode } from '../model/declaration.js'

/**
 * Makes one declaration of several interfaces, classes or enums of one name, standing where the first stands, as
 * TypeScript merges them. Others of one name stay apart.
 */
export function mergeDeclarations(declarations: readonly Declaration[]): readonly Declaration[] {
  const names = new Set(declarations.map(({ name }) => name))
  if (names.size === declarations.length) return declarations
  const merged: Declaration[] = []
  for (const declaration of declarations) {
    const index = merged.findIndex((earlier) => earlier.name === declaration.name && canMerge(earlier, declaration))
    const earlier = merged[index]
    if (earlier) merged[index] = merge(earlier, declaration)
    else merged.push(declaration)
  }
  return merged
}

function canMerge(first: Declaration, second: Declaration): boolean {
  const structures = ['interface', 'class']
  if (structures.includes(first.kind)) return structures.includes(second.kind)
  return first.kind === 'enum' && second.kind === 'enum'
}

function merge(first: Declaration, second: Declaration): Declaration {
  return {
    ...first,
    kind: second.kind === 'class' ? 'class' : first.kind,
    exportedAs: [...new Set([...first.exportedAs, ...second.exportedAs])],
    type: mergeTypes(first.type, second.type),
    heritage: [...first.heritage, ...second.heritage],
    implements: [...first.implements, ...second.implements],
    decorators: [...first.decorators, ...second.decorators],
    tag: first.tag ?? second.tag,
  }
}

function mergeTypes(first: TypeNode, second: TypeNode): TypeNode {
  if (first.kind === 'object' && second.kind === 'object') {
    const added = second.properties.filter(({ name }) => first.properties.every((property) => property.name !== name))
    return { kind: 'object', properties: [...first.properties, ...added], open: first.open || second.open }
  }
  if (first.kind === 'enum' && second.kind === 'enum')
    return { kind: 'enum', members: [...first.members, ...second.members] }
  return { kind: 'union', members: [first, second] }
}
