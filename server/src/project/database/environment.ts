import { type FileId, foldersAbove } from '../../text/file-id.js'
import { joinId } from '../paths.js'
import { readText } from '../read-files.js'

/** A variable's value and where it comes from. The value may be a secret: it must reach no message. */
export interface Variable {
  readonly value: string
  /** `the environment`, or a file such as `backend/.env`. */
  readonly origin: string
}

/**
 * A variable as Prisma would find it: that of the process, else of the `.env` beside the schema or in a folder above it.
 * `from` is the folder of the schema.
 */
export function findVariable(
  root: string,
  from: FileId,
  name: string,
  environment: NodeJS.ProcessEnv = process.env,
): Variable | undefined {
  const own = environment[name]
  if (own !== undefined) return { value: own, origin: 'the environment' }
  for (const folder of [from, ...foldersAbove(from)]) {
    const file = joinId(folder, '.env')
    const read = readText(root, file)
    const variables = 'text' in read ? readVariables(read.text) : undefined
    const value = variables?.get(name)
    if (value !== undefined) return { value: expanded(value, variables ?? new Map(), environment), origin: file }
  }
  return undefined
}

const LINE = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*("(?:\\.|[^"\\])*"|'[^']*'|`[^`]*`|[^\r\n#]*)/gm

/** The variables of a `.env` file; of several of one name the last counts. */
export function readVariables(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(LINE)].map(([, name = '', value = '']) => [name, unquoted(value.trim())]))
}

function unquoted(value: string): string {
  const [quote = ''] = value
  if (value.length < 2 || !'"\'`'.includes(quote) || !value.endsWith(quote)) return value
  const inner = value.slice(1, -1)
  return quote === '"' ? inner.replaceAll('\\n', '\n').replace(/\\(.)/g, '$1') : inner
}

/** `${NAME}` in a value stands for another variable. */
function expanded(
  value: string,
  variables: ReadonlyMap<string, string>,
  environment: NodeJS.ProcessEnv,
  depth = 0,
): string {
  if (depth > 5) return value
  return value.replace(/\$\{(\w+)\}/g, (whole, name: string) => {
    const found = environment[name] ?? variables.get(name)
    return found === undefined ? whole : expanded(found, variables, environment, depth + 1)
  })
}
