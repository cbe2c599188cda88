import { ts } from '@ts-morph/common'

/**
 * What an object in the arguments of `prisma.user.findMany({ … })` has to be where nothing is known of `prisma`: what the
 * client says of the call. Undefined for an object that stands elsewhere.
 */
export function expectedByClient(
  object: ts.ObjectLiteralExpression,
  client: ts.Type | undefined,
  checker: ts.TypeChecker,
): readonly ts.Type[] | undefined {
  const { path, call } = wayTo(object)
  const method = call?.expression
  if (!client || !method || !ts.isPropertyAccessExpression(method)) return undefined
  const delegate = method.expression
  if (!ts.isPropertyAccessExpression(delegate) || !isUnknown(checker.getTypeAtLocation(delegate))) return undefined
  const known = [delegate.name.text, method.name.text].reduce(
    (types, name) => membersOf(types, name, checker),
    [client],
  )
  const args = known.flatMap((type) => type.getCallSignatures()).flatMap(({ parameters }) => parameters[0] ?? [])
  const types = args.map((argument) => checker.getNonNullableType(checker.getTypeOfSymbol(argument)))
  return path.reduce((all, name) => (name === undefined ? itemsOf(all, checker) : membersOf(all, name, checker)), types)
}

function isUnknown({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Any) !== 0
}

/** The call that an object is a part of the first argument of, and the keys that lead to it; undefined in a list. */
function wayTo(object: ts.Expression): {
  readonly path: readonly (string | undefined)[]
  readonly call: ts.CallExpression | undefined
} {
  const { parent } = object
  if (ts.isCallExpression(parent)) return { path: [], call: parent.arguments[0] === object ? parent : undefined }
  if (ts.isArrayLiteralExpression(parent)) {
    const { path, call } = wayTo(parent)
    return { path: [...path, undefined], call }
  }
  const isValue = ts.isPropertyAssignment(parent) && parent.initializer === object && ts.isIdentifier(parent.name)
  if (!isValue || !ts.isIdentifier(parent.name)) return { path: [], call: undefined }
  const { path, call } = wayTo(parent.parent)
  return { path: [...path, parent.name.text], call }
}

function membersOf(types: readonly ts.Type[], name: string, checker: ts.TypeChecker): ts.Type[] {
  return types.flatMap((type) => {
    const property = checker.getPropertyOfType(type, name)
    const own = property && checker.getNonNullableType(checker.getTypeOfSymbol(property))
    return own ? partsOf(own) : []
  })
}

function itemsOf(types: readonly ts.Type[], checker: ts.TypeChecker): ts.Type[] {
  return types.flatMap((type) => {
    const item = checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    return item ? partsOf(item) : []
  })
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type]
}
