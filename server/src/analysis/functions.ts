import { createNamedFamily } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import type { ResolverHost } from '../typescript/resolve.js'
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

/** Files hand on each other's functions no further than this. */
const FURTHEST = 3

/** The function that a name means in a file, its own or an imported one; undefined where it hands nothing on. */
export function createFunctions({ sources, resolveModule }: FunctionsInput) {
  const has = createNamedFamily((key) => {
    const [file = '', name = ''] = key.split('\n')
    return sources.handoversOf(file).some(({ by }) => by === name)
  })
  const exportedBy = (file: FileId, name: string, steps: number): FoundFunction | undefined => {
    if (has(`${file}\n${name}`)) return { file, name }
    if (steps >= FURTHEST) return undefined
    for (const { module } of sources.summaryOf(file)?.reexports ?? []) {
      const next = resolveModule(file, module)
      const found = next === undefined || next === 'client' ? undefined : exportedBy(next, name, steps + 1)
      if (found) return found
    }
    return undefined
  }
  return (from: FileId, callee: string): FoundFunction | undefined => {
    if (has(`${from}\n${callee}`)) return { file: from, name: callee }
    const [head = '', ...rest] = callee.split('.')
    const shape = sources.shapeNamed(from, head)
    if (shape) return { file: shape.file, name: [shape.name, ...rest].join('.') }
    const found = sources.summaryOf(from)?.imports.find(({ local }) => local === head)
    const file = found && resolveModule(from, found.module)
    if (!found || file === undefined || file === 'client') return undefined
    return exportedBy(file, [...(found.imported === '*' ? [] : [found.imported]), ...rest].join('.'), 0)
  }
}
