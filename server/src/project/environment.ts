import { type FileId, folderOf, foldersAbove } from '../text/file-id.js'
import { joinId } from './paths.js'

/** A variable's value and where it comes from. The value may be a secret: it must reach no message. */
export interface Variable {
  readonly value: string
  /** `the environment`, or a file such as `backend/.env`. */
  readonly origin: string
}

export interface Environment {
  /** The variables of the process that is, or would be, started. */
  readonly variables: Readonly<Record<string, string | undefined>>
  /** The folder of the package or project that a schema belongs to, and the schema's files. */
  readonly root: FileId
  readonly files: readonly FileId[]
  readonly textOf: (file: FileId) => string | undefined
}

/**
 * A variable as Prisma would find it: that of the process, else of the `.env` of the project, beside the schema or in
 * `prisma`. Files in folders above count last: much that starts Prisma reads them.
 */
export function findVariable({ variables, root, files, textOf }: Environment, name: string): Variable | undefined {
  const own = variables[name]
  if (own !== undefined) return { value: own, origin: 'the environment' }
  const schemaFolder = folderOf(files[0] ?? '')
  const near = [root, schemaFolder, joinId(root, 'prisma')]
  for (const folder of new Set([...near, ...foldersAbove(schemaFolder), ...foldersAbove(root)])) {
    const file = joinId(folder, '.env')
    const written = readVariables(textOf(file) ?? '')
    const value = written.get(name)
    if (value !== undefined)
      return { value: expanded(value, { ...Object.fromEntries(written), ...variables }), origin: file }
  }
  return undefined
}

const LINE = /^[ \t]*(?:export[ \t]+)?([\w.-]+)(?:[ \t]*=|:[ \t])[ \t]*("(?:\\.|[^"\\])*"|'[^']*'|`[^`]*`|[^\r\n#]*)/gm

/**
 * The variables of a `.env` file; of several of one name the last counts. Node reads such files, too, but takes a line
 * that sets nothing for the beginning of the next one's name.
 */
function readVariables(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(LINE)].map(([, name = '', value = '']) => [name, unquoted(value.trim())]))
}

function unquoted(value: string): string {
  const [quote = ''] = value
  if (value.length < 2 || !'"\'`'.includes(quote) || !value.endsWith(quote)) return value
  const inner = value.slice(1, -1)
  return quote === '"' ? inner.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : inner
}

/** `${NAME}` in a value stands for another variable, `\${NAME}` for itself. */
function expanded(value: string, variables: Environment['variables'], depth = 0): string {
  if (depth > 5) return value
  return value.replace(/(\\?)\$\{(\w+)\}/g, (whole, backslash: string, name: string) => {
    if (backslash !== '') return whole.slice(1)
    const found = variables[name]
    return found === undefined ? whole : expanded(found, variables, depth + 1)
  })
}
