import type { ts } from '@ts-morph/common'
import { type FileId, folderOf } from '../text/file-id.js'
import { joinId } from './paths.js'

/** What a `prisma.config.ts` says, as far as it can be told without running it. */
export interface PrismaConfig {
  readonly schema: FileId | undefined
  readonly migrations: FileId | undefined
}

const NAMES = ['prisma7.config', '.config/prisma7', 'prisma.config', '.config/prisma', '.config/prisma.config']
const EXTENSIONS = ['.js', '.ts', '.mjs', '.cjs', '.mts', '.cts']

/** Where Prisma looks for a configuration, from the folder of the project, in that order. */
export const CONFIG_PATHS: readonly string[] = NAMES.flatMap((name) => [
  ...EXTENSIONS.map((extension) => name + extension),
  ...EXTENSIONS.map((extension) => `${name}/index${extension}`),
])

/**
 * Reads a configuration from its syntax: string literals, constants, `path.join`, `path.resolve`, `__dirname` and the
 * like. What is computed otherwise is undefined. Loads TypeScript on first use.
 */
export async function readPrismaConfig(file: FileId, text: string): Promise<PrismaConfig> {
  // Node finds the exports of this CommonJS package by name; a bundle has them on the default export alone.
  const common = await import('@ts-morph/common')
  const typescript = common.ts ?? common.default.ts
  const source = typescript.createSourceFile(file, text, typescript.ScriptTarget.Latest, false)
  const reader: Reader = { ts: typescript, base: folderOf(file), constants: constantsOf(typescript, source) }
  const root = exportedObject(reader, source)
  return {
    schema: pathAt(reader, root, 'schema'),
    migrations: pathAt(reader, objectAt(reader, root, 'migrations'), 'path'),
  }
}

interface Reader {
  readonly ts: typeof ts
  /** Prisma resolves paths against the folder of the configuration. */
  readonly base: FileId
  readonly constants: ReadonlyMap<string, ts.Expression>
}

function constantsOf(typescript: typeof ts, source: ts.SourceFile): ReadonlyMap<string, ts.Expression> {
  const constants = new Map<string, ts.Expression>()
  for (const statement of source.statements) {
    if (!typescript.isVariableStatement(statement)) continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer !== undefined && typescript.isIdentifier(name)) constants.set(name.text, initializer)
    }
  }
  return constants
}

function exportedObject(reader: Reader, source: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  const { ts } = reader
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement)) return asObject(reader, statement.expression)
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue
    if (dotted(reader, statement.expression.left) === 'module.exports') {
      return asObject(reader, statement.expression.right)
    }
  }
  return undefined
}

/** Looks through constants, `satisfies`, and calls such as `defineConfig({ … })`. */
function asObject(reader: Reader, expression: ts.Expression, depth = 0): ts.ObjectLiteralExpression | undefined {
  const { ts } = reader
  const inner = unwrap(reader, expression)
  if (ts.isObjectLiteralExpression(inner)) return inner
  const next = ts.isCallExpression(inner)
    ? inner.arguments[0]
    : ts.isIdentifier(inner)
      ? reader.constants.get(inner.text)
      : undefined
  return next === undefined || depth > DEEPEST ? undefined : asObject(reader, next, depth + 1)
}

const DEEPEST = 8

function unwrap(reader: Reader, expression: ts.Expression): ts.Expression {
  const { ts } = reader
  const wrapped = ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression)
  return wrapped || ts.isParenthesizedExpression(expression) ? unwrap(reader, expression.expression) : expression
}

function valueAt(reader: Reader, object: ts.ObjectLiteralExpression | undefined, key: string) {
  const { ts } = reader
  for (const property of object?.properties ?? []) {
    if (property.name === undefined || nameOf(reader, property.name) !== key) continue
    if (ts.isPropertyAssignment(property)) return property.initializer
    if (ts.isShorthandPropertyAssignment(property)) return property.name
  }
  return undefined
}

function objectAt(reader: Reader, object: ts.ObjectLiteralExpression | undefined, key: string) {
  const value = valueAt(reader, object, key)
  return value === undefined ? undefined : asObject(reader, value)
}

function pathAt(reader: Reader, object: ts.ObjectLiteralExpression | undefined, key: string): FileId | undefined {
  const value = valueAt(reader, object, key)
  const text = value === undefined ? undefined : textOf(reader, value, 0)
  if (text === undefined || text === '') return undefined
  if (text.startsWith(HERE)) return joinId(reader.base, text.slice(HERE.length))
  return text.startsWith('/') ? undefined : joinId(reader.base, text)
}

/** Stands for the folder of the configuration, whose absolute path is of no interest. */
const HERE = '\0'

function textOf(reader: Reader, expression: ts.Expression, depth: number): string | undefined {
  const { ts } = reader
  if (depth > DEEPEST) return undefined
  const inner = unwrap(reader, expression)
  const read = (part: ts.Expression) => textOf(reader, part, depth + 1)
  if (ts.isStringLiteralLike(inner)) return inner.text
  if (ts.isTemplateExpression(inner)) return joinTemplate(inner, read)
  if (ts.isBinaryExpression(inner))
    return isPlus(reader, inner) ? concat([read(inner.left), read(inner.right)]) : undefined
  if (ts.isCallExpression(inner)) return textOfCall(reader, inner, read)
  const name = dotted(reader, inner)
  if (name === '__dirname' || name === 'import.meta.dirname') return HERE
  if (name === '__filename' || name === 'import.meta.filename' || name === 'import.meta.url') return `${HERE}/config.ts`
  const constant = ts.isIdentifier(inner) ? reader.constants.get(inner.text) : undefined
  return constant === undefined ? undefined : read(constant)
}

type Read = (part: ts.Expression) => string | undefined

function joinTemplate({ head, templateSpans }: ts.TemplateExpression, read: Read): string | undefined {
  return concat([head.text, ...templateSpans.flatMap((span) => [read(span.expression), span.literal.text])])
}

function concat(parts: readonly (string | undefined)[]): string | undefined {
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined
}

function isPlus({ ts }: Reader, expression: ts.BinaryExpression): boolean {
  return expression.operatorToken.kind === ts.SyntaxKind.PlusToken
}

function textOfCall(reader: Reader, call: ts.CallExpression, read: Read): string | undefined {
  const callee = dotted(reader, call.expression)
  if (callee === 'process.cwd') return HERE
  const parts = call.arguments.map(read)
  const first = parts[0]
  if (first === undefined || parts.includes(undefined)) return undefined
  const path = parts.join('/')
  if (/(?:^|\.)(?:join|resolve)$/.test(callee)) return path.slice(Math.max(0, path.lastIndexOf(HERE)))
  if (/(?:^|\.)dirname$/.test(callee)) return first.slice(0, Math.max(0, first.lastIndexOf('/')))
  return /(?:^|\.)fileURLToPath$/.test(callee) ? first : undefined
}

/** `path.join` for that expression; the empty string for what is not a chain of names. */
function dotted(reader: Reader, expression: ts.Expression): string {
  const { ts } = reader
  if (ts.isIdentifier(expression)) return expression.text
  if (ts.isMetaProperty(expression)) return `import.${expression.name.text}`
  return ts.isPropertyAccessExpression(expression)
    ? `${dotted(reader, expression.expression)}.${expression.name.text}`
    : ''
}

function nameOf({ ts }: Reader, name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : ''
}
