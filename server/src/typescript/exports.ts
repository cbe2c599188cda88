import type { SourceSummary } from '../model/declaration.js'
import type { FileId } from '../text/file-id.js'

/** What the resolver asks of the workspace. */
export interface ResolverHost {
  /** What a file says; undefined for a file that is not there. */
  summaryOf(file: FileId): SourceSummary | undefined
  /**
   * The file that an import leads to; `client` for the generated Prisma client, which is not looked into; undefined
   * for packages and whatever else is not part of the workspace.
   */
  resolveModule(from: FileId, specifier: string): FileId | 'client' | undefined
}

/** A module as a file names it. */
export interface Specifier {
  readonly from: FileId
  readonly module: string
}

/** What is looked for in modules. Names may have dots: `Role.ADMIN`, `users.create`. */
export interface Search<Answer> {
  /** What a file itself offers under a name. */
  readonly own: (file: FileId, name: string) => Answer | undefined
  /** What a name means in the client or, where that is undefined, in a package: neither is looked into. */
  readonly outside: (target: 'client' | undefined, module: string, name: string) => Answer | undefined
}

/** What a module offers under a name: a file's own, or what it hands on of other modules. */
export function offeredBy<Answer>(
  host: ResolverHost,
  specifier: Specifier,
  name: string,
  search: Search<Answer>,
): Answer | undefined {
  return follow({ host, search, visited: new Set() }, specifier, name)?.answer
}

interface Walk<Answer> {
  readonly host: ResolverHost
  readonly search: Search<Answer>
  /** Each file is visited once for a name: files may hand on each other's names. */
  readonly visited: Set<string>
}

interface Offered<Answer> {
  readonly answer: Answer
  /** Whether it stands in a file that is read. */
  readonly isRead: boolean
}

function follow<Answer>(walk: Walk<Answer>, { from, module }: Specifier, name: string): Offered<Answer> | undefined {
  const target = walk.host.resolveModule(from, module)
  if (target !== undefined && target !== 'client') return exportedFrom(walk, target, name)
  const answer = walk.search.outside(target, module, name)
  return answer === undefined ? undefined : { answer, isRead: false }
}

function exportedFrom<Answer>(walk: Walk<Answer>, file: FileId, name: string): Offered<Answer> | undefined {
  const { host, search, visited } = walk
  const key = `${file}\0${name}`
  const summary = visited.has(key) ? undefined : host.summaryOf(file)
  if (!summary) return undefined
  visited.add(key)
  const answer = search.own(file, name)
  if (answer !== undefined) return { answer, isRead: true }
  const { head, rest } = split(name)
  const handedOn = summary.reexports.find(({ exported }) => exported === head)
  if (handedOn) {
    const { imported, module } = handedOn
    return follow(walk, { from: file, module }, imported === '*' ? rest : join(imported, rest))
  }
  return head === 'default' ? undefined : throughStars(walk, file, name)
}

/** A name that some `export *` may hold; a module that is not read is believed only if no file has the name. */
function throughStars<Answer>(walk: Walk<Answer>, file: FileId, name: string): Offered<Answer> | undefined {
  let outside: Offered<Answer> | undefined
  for (const { exported, module } of walk.host.summaryOf(file)?.reexports ?? []) {
    const found = exported === '*' ? follow(walk, { from: file, module }, name) : undefined
    if (found?.isRead) return found
    outside ??= found
  }
  return outside
}

/** The first part of a name, and what stands behind it. */
export function split(name: string): { head: string; rest: string } {
  const dot = name.indexOf('.')
  return dot < 0 ? { head: name, rest: '' } : { head: name.slice(0, dot), rest: name.slice(dot + 1) }
}

export function join(head: string, rest: string): string {
  return rest === '' ? head : `${head}.${rest}`
}
