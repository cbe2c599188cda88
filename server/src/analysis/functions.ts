import { createNamedFamily } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import { join, offeredBy, type ResolverHost, split } from '../typescript/exports.js'
import type { Sources } from './sources.js'

/** A function of the workspace that hands something on: `createUser`, `UsersRepository.create`. */
export interface FoundFunction {
  readonly file: FileId
  readonly name: string
}

export interface FunctionsInput {
  readonly sources: Sources
  readonly resolveModule: ResolverHost['resolveModule']
}

type Files = ReadonlySet<FileId>

/**
 * The function that a name means in a file, its own or one that it imports from certain files; undefined where it hands
 * nothing on.
 */
export function createFunctions({ sources, resolveModule }: FunctionsInput) {
  const host: ResolverHost = { summaryOf: sources.summaryOf, resolveModule }
  const has = createNamedFamily((key) => {
    const [file = '', name = ''] = key.split('\n')
    return sources.handoversOf(file).some(({ by }) => by === name)
  })
  return (from: FileId, callee: string, among: Files): FoundFunction | undefined => {
    if (has(`${from}\n${callee}`)) return { file: from, name: callee }
    const { head, rest } = split(callee)
    const shape = sources.shapeNamed(from, head)
    if (shape) return among.has(shape.file) ? { file: shape.file, name: join(shape.name, rest) } : undefined
    const found = sources.summaryOf(from)?.imports.find(({ local }) => local === head)
    if (!found) return undefined
    const name = found.imported === '*' ? rest : join(found.imported, rest)
    return offeredBy<FoundFunction>(host, { from, module: found.module }, name, {
      own: (file, exported) => (among.has(file) && has(`${file}\n${exported}`) ? { file, name: exported } : undefined),
      outside: () => undefined,
    })
  }
}
