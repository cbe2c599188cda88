import type { TypeNode } from '../model/declaration.js'

const LONGEST = 60

/** A type as it would be written in one line, for messages. Long ones are cut and end in `…`. */
export function renderType(type: TypeNode): string {
  const output = { text: '' }
  write(output, type)
  return output.text.length > LONGEST ? `${output.text.slice(0, LONGEST - 1)}…` : output.text
}

/** Collects the text; once it is long enough nothing more is added, however large the type. */
interface Output {
  text: string
}

function write(output: Output, type: TypeNode): void {
  if (output.text.length > LONGEST) return
  if (type.kind === 'object') writeObject(output, type)
  else if (type.kind === 'reference') writeReference(output, type)
  else if (type.kind === 'array') writeArray(output, type.element)
  else writeCompound(output, type)
}

function writeCompound(output: Output, type: TypeNode): void {
  if (type.kind === 'tuple') writeList(output, type.elements, ['[', ', ', ']'])
  else if (type.kind === 'union') writeList(output, type.members, ['', ' | ', ''])
  else if (type.kind === 'intersection') writeList(output, type.members, ['', ' & ', ''])
  else if (type.kind === 'indexed') writeList(output, [type.object, type.index], ['', '[', ']'])
  else if (type.kind === 'keyof') writeList(output, [type.type], ['keyof ', '', ''])
  else output.text += leaf(type)
}

function leaf(type: TypeNode): string {
  if (type.kind === 'primitive') return type.name
  if (type.kind === 'literal') return typeof type.value === 'string' ? `'${type.value}'` : `${type.value}`
  if (type.kind === 'enum') return type.members.map(({ name }) => `'${name}'`).join(' | ')
  return type.kind === 'function' ? '() => …' : '…'
}

function writeList(output: Output, types: readonly TypeNode[], [start, between, end]: [string, string, string]): void {
  output.text += start
  for (const [index, type] of types.entries()) {
    if (index > 0) output.text += between
    if (output.text.length > LONGEST) return
    write(output, type)
  }
  output.text += end
}

function writeArray(output: Output, element: TypeNode): void {
  const isCompound = ['union', 'intersection', 'keyof', 'function'].includes(element.kind)
  writeList(output, [element], isCompound ? ['(', '', ')[]'] : ['', '', '[]'])
}

function writeReference(output: Output, { name, args, value }: TypeNode & { kind: 'reference' }): void {
  output.text += value ? `typeof ${name}` : name
  if (args.length > 0) writeList(output, args, ['<', ', ', '>'])
}

function writeObject(output: Output, { properties }: TypeNode & { kind: 'object' }): void {
  output.text += properties.length === 0 ? '{' : '{ '
  for (const [index, { name, optional, type }] of properties.entries()) {
    if (output.text.length > LONGEST) return
    output.text += `${index > 0 ? '; ' : ''}${name}${optional ? '?' : ''}: `
    write(output, type)
  }
  output.text += properties.length === 0 ? '}' : ' }'
}
