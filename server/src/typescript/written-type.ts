import type { WantedType } from '../model/intent.js'
import type { TextEdit } from '../text/text-edit.js'
import { importType } from './edit-add-imports.js'
import { addImport, isTypeOnly, namedImportsOf } from './edit-imports.js'
import { type Editable, isInScope } from './editable.js'
import { quoted, usualQuote } from './quotes.js'

/** A type as it is to be written in a file, and what has to be imported for it. */
export interface WrittenType {
  readonly text: string
  readonly imports: readonly TextEdit[]
  /** Whether its name stands for a value in the file, too, as that of an enum does. */
  readonly isValue: boolean
}

/**
 * A type that a fix wants, in the file's own words. A name that the file lacks is imported where an import of the
 * generated client can be extended, or a module is known to offer it. Of an enum that nothing offers the values are
 * written out. Any other name is written without an import: the compiler then says that it is missing, and the editor
 * offers where to take it from.
 */
export function writtenType(editable: Editable, { type, values }: WantedType): WrittenType {
  const name = (values ? /^\w+/ : /^[A-Z]\w*/).exec(type)?.[0]
  if (name === undefined || GLOBALS.has(name)) return { text: type, imports: [], isValue: false }
  if (isInScope(editable, name)) return { text: type, imports: [], isValue: true }
  const client = namedImportsOf(editable, CLIENT)
  if (name === 'Decimal' && (client || isInScope(editable, 'Prisma'))) {
    const imports = client ? addImport(editable, client, 'Prisma') : []
    return { text: `Prisma.${type}`, imports, isValue: false }
  }
  const offering = (values && namedImportsOf(editable, ENUMS)) ?? client
  if (offering)
    return { text: type, imports: addImport(editable, offering, name), isValue: !isTypeOnly(editable, offering) }
  const module = editable.moduleOffering(name)
  if (module !== undefined) return { text: type, imports: importType(editable, { name, module }), isValue: false }
  return { text: values ? spelledOut(editable, type.slice(name.length), values) : type, imports: [], isValue: false }
}

/** The generated client, in its package or in a folder of the project. */
const CLIENT = /^@prisma\/client$|(?:^|\/)generated\/(?:[\w-]+\/)*client(?:\.[jt]s)?$/

/** The part of newer clients that holds the enums alone. */
const ENUMS = /(?:^|\/)generated\/(?:[\w-]+\/)*enums(?:\.[jt]s)?$/

const GLOBALS = new Set('Date Uint8Array Buffer Record Array'.split(' '))

/** The values in place of the name; `rest` is what stands behind it. */
function spelledOut({ text }: Editable, rest: string, values: readonly string[]): string {
  const quote = usualQuote(text)
  const union = values.map((value) => quoted(value, quote)).join(' | ')
  return (rest.startsWith('[]') && values.length > 1 ? `(${union})` : union) + rest
}
