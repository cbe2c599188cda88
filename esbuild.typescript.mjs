// TypeScript's parser without its checker, its services and its printer: what loads in 20 ms instead of 300.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { globSync } from 'tinyglobby'

const require = createRequire(import.meta.url)

/**
 * Bundles, for our own files, only those parts of the compiler that they name and what these need. It stays the code
 * of the installed package: top-level statements that nothing kept refers to are left out, the others are untouched.
 * Packages that import the compiler get the whole of it.
 */
export const typescriptParser = {
  name: 'typescript-parser',
  setup(build) {
    build.onResolve({ filter: /^@ts-morph\/common$/ }, ({ importer }) =>
      WHOLE.test(importer) ? undefined : { path: 'typescript', namespace: 'typescript-parser' },
    )
    build.onLoad({ filter: /.*/, namespace: 'typescript-parser' }, () => {
      const names = namesUsed(globSync(OURS).map((file) => readFileSync(file, 'utf8')))
      return { contents: parserModule(names), resolveDir: process.cwd() }
    })
  },
}

/** Who gets the whole compiler: packages, and our own checker, which is loaded only when it is needed. */
const WHOLE = /[\\/](?:node_modules|server[\\/]src[\\/]checker)[\\/]/

/** Our files that get the parser. */
const OURS = ['server/src/**/*.ts', '!server/src/{checker,testing}/**', '!**/*.test.ts']

/** What our files name of `ts`: `ts.isIdentifier`, `const { SyntaxKind } = ts`. Names of types are among them. */
function namesUsed(texts) {
  const names = texts.flatMap((text) => [
    ...[...text.matchAll(/\b(?:ts|typescript)\.(\w+)/g)].map(([, name]) => name),
    ...[...text.matchAll(/\bconst \{([\w\s,]+)\} = ts\b/g)].flatMap(([, list]) => list.split(',')),
  ])
  return [...new Set(names.map((name) => name.trim()))]
}

function parserModule(names) {
  const file = require.resolve('@ts-morph/common').replace(/[^/\\]+$/, 'typescript.js')
  const { ts } = require('@ts-morph/common')
  const text = compilerOf(readFileSync(file, 'utf8'))
  const tree = ts.createSourceFile(file, text, { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: 1 })
  const statements = indexStatements(ts, tree)
  const wanted = names.filter((name) => statements.has(name))
  const kept = reachable(ts, statements, [...wanted, 'objectAllocator', 'setObjectAllocator', 'idText'])
  if (statements.get('createTypeChecker').some((each) => kept.has(each))) throw new Error('a file needs the checker')
  const code = tree.statements.filter((each) => kept.has(each)).map((each) => text.slice(each.pos, each.end))
  return `${withUsedMessages(code).join('')}\n${NAMES}\nexport const ts = { ${wanted.join(', ')} }\n`
}

/** Identifiers have a `text` only by the compiler's services, which replace the class of their nodes. This does no more. */
const NAMES = `class Name extends objectAllocator.getNodeConstructor() {
  get text() { return idText(this) }
}
setObjectAllocator({ ...objectAllocator, getIdentifierConstructor: () => Name, getPrivateIdentifierConstructor: () => Name })`

/** The statements of the compiler's one module, out of what wraps them. */
function compilerOf(text) {
  const start = text.indexOf('"use strict";')
  const end = text.indexOf('0 && (module.exports = {')
  if (start < 0 || end < 0) throw new Error('typescript.js has another form than the one that is known')
  return text.slice(start, end)
}

/** Statements by the names that they declare or fill. */
function indexStatements(ts, tree) {
  const index = new Map()
  for (const statement of tree.statements) {
    for (const name of namesOf(ts, statement)) index.set(name, [...(index.get(name) ?? []), statement])
  }
  return index
}

function namesOf(ts, statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap((each) => bound(ts, each))
  if (ts.isExpressionStatement(statement)) return filled(ts, statement.expression)
  return statement.name ? [statement.name.text] : []
}

function bound(ts, { name }) {
  return ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => bound(ts, element))
}

/** The object that a statement adds to: `Parser` of `((Parser2) => {…})(Parser || (Parser = {}))`, `a` of `a.b = c`. */
function filled(ts, expression) {
  if (ts.isIdentifier(expression)) return [expression.text]
  if (ts.isPropertyAccessExpression(expression)) return filled(ts, expression.expression)
  if (ts.isBinaryExpression(expression)) return filled(ts, expression.left)
  const [argument] = ts.isCallExpression(expression) ? expression.arguments : []
  return argument ? filled(ts, argument) : []
}

function reachable(ts, statements, wanted) {
  const kept = new Set()
  const pending = [...wanted]
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    for (const statement of statements.get(name) ?? []) {
      if (kept.has(statement)) continue
      kept.add(statement)
      collectNames(ts, statement, pending)
    }
  }
  return kept
}

/** Every identifier that is not plainly the name of a member; one that is a local name keeps too much, never too little. */
function collectNames(ts, node, names) {
  if (ts.isIdentifier(node)) names.push(node.text)
  else if (ts.isPropertyAccessExpression(node)) collectNames(ts, node.expression, names)
  else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) collectNames(ts, node.initializer, names)
  else ts.forEachChild(node, (child) => collectNames(ts, child, names))
}

/** Of the table of all messages those that the kept code reports. */
function withUsedMessages(code) {
  const table = code.findIndex((text) => /^\s*(?:\/\/.*\s*)*var Diagnostics = \{/.test(text))
  const used = new Set(code.flatMap((text) => [...text.matchAll(/\bDiagnostics\.(\w+)/g)].map(([, name]) => name)))
  if (table < 0) throw new Error('the messages of typescript.js were not found')
  const entry = /^ {2}(\w+): diag\((?:.*\)|\n(?: {4}.*\n)* {2}\)),?\n/gm
  const kept = code[table].replace(entry, (text, name) => (used.has(name) ? text : ''))
  return code.with(table, kept)
}
