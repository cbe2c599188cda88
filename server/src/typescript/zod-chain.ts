import { ts } from '@ts-morph/common'
import type { Import } from '../model/declaration.js'
import { unwrapped } from './lowering.js'

/** One call of a chain such as `z.string().min(1)`, and what it is called on. */
export interface Link {
  readonly method: string
  readonly call: ts.CallExpression
  readonly receiver: ts.Expression
}

/** A zod expression taken apart: its calls, the outermost first, and what the innermost is called on. */
export interface Chain {
  readonly links: readonly Link[]
  readonly root: ts.Expression
  /** The call of zod itself, such as `z.string()`; undefined where the chain starts with the name of a schema. */
  readonly builder: Link | undefined
}

/** Takes an expression apart. `imports` are those of its file. */
export function chainOf(imports: readonly Import[], expression: ts.Expression): Chain {
  const links: Link[] = []
  let root = unwrapped(expression)
  while (ts.isCallExpression(root) && ts.isPropertyAccessExpression(root.expression)) {
    const { name, expression: receiver } = root.expression
    links.push({ method: name.text, call: root, receiver })
    root = unwrapped(receiver)
  }
  const head = ts.isPropertyAccessExpression(root) ? root.expression : root
  const isBuilt = ts.isIdentifier(head) && zodNames(imports).includes(head.text)
  return { links, root, builder: isBuilt ? links.at(-1) : undefined }
}

/** The names that a file has for zod itself, such as `z`. */
export function zodNames(imports: readonly Import[]): readonly string[] {
  return imports.filter(isZodImport).map(({ local }) => local)
}

/** zod itself in any version, or a package that hands on its `z`. */
function isZodImport({ module, imported }: Import): boolean {
  if (/^zod(\/|$)/.test(module)) return ['z', 'default', '*'].includes(imported)
  return imported === 'z' && /zod|astro/.test(module)
}

/** Whether something imported may be a schema, by its name. */
export function mayNameSchema(local: string): boolean {
  return /schema|dto|input|validat/i.test(local)
}

const OUTER = new Set(
  'optional nullable nullish default prefault catch describe meta openapi readonly brand'.split(' '),
)

/** Whether a method says something of the property and nothing of the values' type. */
export function isOuter({ method }: Link): boolean {
  return OUTER.has(method)
}
