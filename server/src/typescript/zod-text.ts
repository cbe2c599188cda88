import type { WantedType } from '../model/intent.js'
import { type Editable, isInScope, Refusal } from './editable.js'
import { quoted, usualQuote } from './quotes.js'
import { zodNames } from './zod-chain.js'

/** The file's name for zod. Refuses a file that does not import it. */
export function zodIn({ imports }: Editable): string {
  const [name] = zodNames(imports)
  if (name === undefined) throw new Refusal('zod is not imported')
  return name
}

/**
 * The schema of a TypeScript type such as `string`, `Date[]` or `Role | null`. Of named types those that the file has as a
 * schema or a value already, and enums, whose values are written out.
 */
export function zodOfType(editable: Editable, { type, values }: WantedType): string {
  const [base = '', ...alternatives] = type.split('|').map((part) => part.trim())
  const suffix = alternatives.includes('null') ? '.nullable()' : ''
  if (base.endsWith('[]'))
    return `${zodIn(editable)}.array(${zodOfType(editable, { type: base.slice(0, -2), ...(values && { values }) })})${suffix}`
  const method = BASES.get(base)
  return (method ? `${zodIn(editable)}.${method}` : namedSchema(editable, base, values)) + suffix
}

const BASES: ReadonlyMap<string, string> = new Map([
  ...['string', 'number', 'boolean', 'bigint', 'unknown', 'any'].map((name) => [name, `${name}()`] as const),
  ['Date', 'date()'],
  ['Uint8Array', 'instanceof(Uint8Array)'],
])

function namedSchema(editable: Editable, name: string, values?: readonly string[]): string {
  const schema = [`${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`, `${name}Schema`].find((each) =>
    isInScope(editable, each),
  )
  if (schema) return schema
  if (isInScope(editable, name)) return `${zodIn(editable)}.nativeEnum(${name})`
  if (!values) throw new Refusal(`the file has no schema for '${name}'`)
  const quote = usualQuote(editable.text)
  return `${zodIn(editable)}.enum([${values.map((value) => quoted(value, quote)).join(', ')}])`
}
