import type { Snapshot } from '../analysis/snapshot.js'
import { type ElementRef, typeIdOf } from '../model/element.js'
import type { Shape, ShapeProperty } from '../model/shape.js'
import { blockIdOf, lineIdOf } from '../prisma/elements.js'
import { indentAt, lineStart } from '../text/layout.js'

/** Longer texts are cut: what is shown is a reminder, the place itself is one click away. */
const MOST_LINES = 24
const LONGEST_MEMBER = 100

/** A column or a value of an enum as the schema has it. */
export function memberText(snapshot: Snapshot, { file, id }: ElementRef): string {
  return textAt(snapshot, { file, id: lineIdOf(id) }).replace(/[^\S\r\n]+/g, ' ')
}

/** A model or an enum as the schema has it. */
export function blockText(snapshot: Snapshot, { file, id }: ElementRef): string {
  return cut(textAt(snapshot, { file, id: blockIdOf(id) }).split(/\r\n|\n|\r/), '  // …', '}')
}

/** A property as it is declared: `email: string | null`. */
export function propertyText(snapshot: Snapshot, { ref, name, optional }: ShapeProperty): string {
  const span = snapshot.spansIn(ref.file).get(ref.id)
  const type = snapshot.spansIn(ref.file).get(typeIdOf(ref.id))
  if (!span) return name
  if (!type) return `${name}${optional ? '?' : ''}`
  const text = (snapshot.textOf(ref.file) ?? '').slice(span.start, Math.max(span.end, type.end)).replace(/\s+/g, ' ')
  return text.length > LONGEST_MEMBER ? `${text.slice(0, LONGEST_MEMBER - 1)}…` : text
}

/** A type with the members that it declares itself, or a list of values. */
export function shapeText(snapshot: Snapshot, shape: Shape): string {
  if (shape.values) return valuesText(snapshot, shape)
  const own = shape.properties.filter(({ inherited }) => !inherited)
  const members = own.map((property) => `  ${propertyText(snapshot, property)}`)
  const inherited = shape.properties.length - own.length
  const rest = inherited > 0 ? [`  // ${inherited} more of the types it is made of`] : []
  const [head, end] = BRACES[shape.declaration.kind] ?? [' {', '}']
  return cut([declared(snapshot, shape) + head, ...members, ...rest, end], '  // …', end)
}

const BRACES: Readonly<Partial<Record<Shape['declaration']['kind'], readonly [string, string]>>> = {
  alias: [' = {', '}'],
  zod: [' = z.object({', '})'],
}

function valuesText(snapshot: Snapshot, shape: Shape): string {
  const { type } = shape.declaration
  const head = declared(snapshot, shape)
  if (type.kind !== 'enum') return `${head} = ${(shape.values ?? []).map(quote).join(' | ')}`
  const isConstant = /^(const|let|var)\b/.test(head)
  const sign = isConstant ? ': ' : ' = '
  const members = type.members.map(({ name, value }) => `  ${name}${value === undefined ? '' : sign + quote(value)},`)
  return cut([`${head}${isConstant ? ' = {' : ' {'}`, ...members, '}'], '  // …', '}')
}

function quote(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${value}'` : `${value}`
}

/** `interface User`: a declaration up to its name. */
function declared(snapshot: Snapshot, { ref, name }: Shape): string {
  const text = snapshot.textOf(ref.file) ?? ''
  const start = snapshot.spansIn(ref.file).get(ref.id)?.start ?? 0
  const before = text.slice(lineStart(text, start), start)
  const word = /\b(interface|class|type|enum|const|let|var)\s+$/.exec(before)?.[1]
  return word ? `${word} ${name}` : name
}

function textAt(snapshot: Snapshot, { file, id }: ElementRef): string {
  const span = snapshot.spansIn(file).get(id)
  const text = snapshot.textOf(file) ?? ''
  return span ? text.slice(span.start, span.end).replaceAll(`\n${indentAt(text, span.start)}`, '\n') : ''
}

function cut(lines: readonly string[], mark: string, end: string): string {
  return (lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 2), mark, end]).join('\n')
}
