import { ts } from '@ts-morph/common'
import type { Import } from '../model/declaration.js'
import { type ElementId, type ElementSpans, typeIdOf } from '../model/element.js'
import type { FileId } from '../text/file-id.js'
import type { Span } from '../text/span.js'
import { tokenStart } from './lowering.js'
import { parse, type Source } from './parse.js'
import { summariseSource } from './summarise.js'

/** A file that is about to be edited: its whole syntax, and where its elements stand in it. */
export interface Editable extends Source {
  readonly spans: ElementSpans
  readonly imports: readonly Import[]
  /** The names of its own declarations. */
  readonly declared: ReadonlySet<string>
  readonly moduleOffering: ModuleOffering
}

/** The module by which a file could import a name, as it would write it; undefined where none is known. */
export type ModuleOffering = (name: string) => string | undefined

/** The part of it that says where things stand. */
export type Written = Pick<Editable, 'text' | 'tree'>

/** Says why an intent cannot be rendered; caught where intents are rendered. */
export class Refusal extends Error {}

/** Parses a file for editing; undefined where it cannot be. */
export function openEditable(
  file: FileId,
  text: string,
  moduleOffering: ModuleOffering = () => undefined,
): Editable | undefined {
  const source = parse(file, text)
  if (!source) return undefined
  const { summary, spans } = summariseSource(source, text)
  const declared = new Set(summary.declarations.map(({ name }) => name))
  return { ...source, spans, imports: summary.imports, declared, moduleOffering }
}

/** Where a node's own text begins, past spaces and comments. */
export function startIn({ tree }: Pick<Editable, 'tree'>, node: ts.Node): number {
  return tokenStart(node, tree)
}

export function spanIn(editable: Editable, node: ts.Node): Span {
  return { start: startIn(editable, node), end: node.end }
}

export function textIn(editable: Editable, node: ts.Node): string {
  return editable.text.slice(startIn(editable, node), node.end)
}

/** The nodes from the file down to the one of an element's name. Refuses an element that the file does not have. */
export function pathTo(editable: Editable, id: ElementId): readonly ts.Node[] {
  const span = editable.spans.get(id)
  const path = span ? descend(editable, editable.tree, span) : []
  const last = path.at(-1)
  if (!span || !last || startIn(editable, last) !== span.start || last.end !== span.end)
    throw new Refusal(`'${id}' is not there any more`)
  return path
}

function descend(editable: Editable, node: ts.Node, span: Span): readonly ts.Node[] {
  const path = [node]
  let inner: ts.Node | undefined = node
  while (inner) {
    inner = ts.forEachChild(inner, (child) =>
      startIn(editable, child) <= span.start && span.end <= child.end ? child : undefined,
    )
    if (inner) path.push(inner)
  }
  return path
}

/** The id of the property that `User.email:type` is the type of; other ids stay as they are. */
export function propertyOf(id: ElementId): ElementId {
  const suffix = typeIdOf('')
  return id.endsWith(suffix) ? id.slice(0, -suffix.length) : id
}

/** Whether a name can be looked up in the file: declared there, or imported. */
export function isInScope({ imports, declared }: Editable, name: string): boolean {
  return declared.has(name) || imports.some(({ local }) => local === name)
}
