import { type Editable, isInScope, Refusal } from './editable.js'
import { zodNames } from './zod-chain.js'

/** The file's name for zod. Refuses a file that does not import it. */
export function zodIn({ imports }: Editable): string {
  const [name] = zodNames(imports)
  if (name === undefined) throw new Refusal('zod is not imported')
  return name
}

/**
 * The schema of a TypeScript type such as `string`, `Date[]` or `Role | null`. Of named types only those that the file
 * has as a schema or a value already: which module would offer them is not known here.
 */
export function zodOfType(editable: Editable, type: string): string {
  const [base = '', ...alternatives] = type.split('|').map((part) => part.trim())
  const suffix = alternatives.includes('null') ? '.nullable()' : ''
  if (base.endsWith('[]')) return `${zodIn(editable)}.array(${zodOfType(editable, base.slice(0, -2))})${suffix}`
  const method = BASES.get(base)
  return (method ? `${zodIn(editable)}.${method}` : namedSchema(editable, base)) + suffix
}

const BASES: ReadonlyMap<string, string> = new Map([
  ...['string', 'number', 'boolean', 'bigint', 'unknown', 'any'].map((name) => [name, `${name}()`] as const),
  ['Date', 'date()'],
  ['Uint8Array', 'instanceof(Uint8Array)'],
])

function namedSchema(editable: Editable, name: string): string {
  const schema = [`${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`, `${name}Schema`].find((each) =>
    isInScope(editable, each),
  )
  if (schema) return schema
  if (!isInScope(editable, name)) throw new Refusal(`the file has no schema for '${name}'`)
  return `${zodIn(editable)}.nativeEnum(${name})`
}
