import type { Schema } from '../../model/schema.js'
import { escapePattern } from '../../text/escape-pattern.js'
import { baseName, type FileId, folderOf } from '../../text/file-id.js'
import type { Snapshot } from '../snapshot.js'
import type { PackageFacts, World } from '../world.js'

/** What code is generated in: the workspace as it is, and what is asked for. */
export interface Project {
  readonly snapshot: Snapshot
  readonly texts: ReadonlyMap<FileId, string>
  readonly packages: readonly PackageFacts[]
  readonly resolveModule: World['resolveModule']
  readonly schema: Schema
  /** The models that code is generated for in this run: it may refer to what will be there for the others. */
  readonly asked: ReadonlySet<string>
  /** `changes`: what is not there is not made, and what is there gets only what the earlier schema lacks. */
  readonly scope: 'whole' | 'changes'
  /** `anew`: tests are made as if there were none. */
  readonly tests: 'anew' | 'once'
  /** The texts of the schema's files. */
  readonly schemaTexts: readonly string[]
  /** What was learnt of the schema's code in this run, by what was asked. */
  readonly learnt: Map<string, unknown>
  /** Files that no part of the world is read from, such as tests; undefined where there are none to be seen. */
  readonly files: ProjectFiles | undefined
}

/** What else there is in the workspace. */
export interface ProjectFiles {
  readonly list: readonly FileId[]
  readonly readText: (file: FileId) => string | undefined
}

/** A file with its new text. */
export interface Change {
  readonly file: FileId
  readonly text: string
}

/** What generating came to: changes, and what a person should know about what was not done. */
export interface Outcome {
  readonly changes: readonly Change[]
  readonly notes: readonly string[]
}

export const NOTHING: Outcome = { changes: [], notes: [] }

/**
 * What a project's code has in common, worked out when it is first asked for: what is made meanwhile has no say in it.
 * Two questions must not share a name.
 */
export function learn<Answer>({ learnt }: Project, question: string, answer: () => Answer): Answer {
  if (!learnt.has(question)) learnt.set(question, answer())
  return learnt.get(question) as Answer
}

/** The texts of a folder's own files, those below it aside; `index` files say little. */
export function textsIn({ texts }: Project, folder: FileId): readonly string[] {
  const own = [...texts].filter(([file]) => folderOf(file) === folder)
  const telling = own.filter(([file]) => !/^index\./.test(baseName(file)))
  return (telling.length > 0 ? telling : own).map(([, text]) => text)
}

/** The package that a file belongs to. */
export function packageOf({ packages }: Project, file: FileId): PackageFacts | undefined {
  const above = packages.filter(({ root }) => root === '' || file.startsWith(`${root}/`))
  return above.toSorted((a, b) => b.root.length - a.root.length)[0]
}

/** A folder of a package's sources, which stand in `src` unless all that the package has stands beside that. */
export function sourceFolder(project: Project, root: FileId, name: string): FileId {
  const isFlat = learn(project, `sources of ${root}`, () => {
    const base = root === '' ? '' : `${root}/`
    const own = [...project.texts.keys()].filter(
      (file) => file.startsWith(base) && (packageOf(project, file)?.root ?? '') === root,
    )
    const folders = new Set(own.map((file) => file.slice(base.length).split('/').slice(0, -1)[0] ?? ''))
    return !folders.has('src') && [...folders].some((folder) => !BESIDE_SOURCES.has(folder))
  })
  return joinPath(root, isFlat ? name : `src/${name}`)
}

const BESIDE_SOURCES = new Set(['', 'prisma', 'scripts', 'test', 'tests', 'docs'])

/**
 * A file as another one imports it: as it does already, by the file's own name or by a module that hands on all of it;
 * from another package as that is imported, where it exports the file; else relative, with an extension where the
 * project writes one.
 */
export function moduleOf(project: Project, from: FileId, to: FileId): string {
  return knownModule(project, from, to) ?? packageModule(project, from, to) ?? usualModule(project, from, to)
}

/** The name of another package that exports a file, or of a module in it that files of this package import. */
function packageModule(project: Project, from: FileId, to: FileId): string | undefined {
  const [own, other] = [packageOf(project, from), packageOf(project, to)]
  if (!own || !other || own === other) return undefined
  const used = learn(project, `modules that ${own.root} imports`, () => packagesImportedIn(project, own))
  return [other.name, ...used].find((module) => {
    const file = project.resolveModule(from, module)
    return file !== undefined && file !== 'client' && handsOn(project, file, to)
  })
}

function packagesImportedIn(project: Project, own: PackageFacts): readonly string[] {
  const texts = [...project.texts].flatMap(([file, text]) => (packageOf(project, file) === own ? [text] : []))
  return [
    ...new Set(
      texts.flatMap((text) => [...text.matchAll(/\bfrom\s+['"]([^'".][^'"]*)['"]/g)].map(([, module = '']) => module)),
    ),
  ]
}

/** Whether a file is another one or exports all that is in it. */
function handsOn(project: Project, file: FileId, to: FileId, depth = 5): boolean {
  if (file === to) return true
  const modules = [
    ...(project.texts.get(file) ?? '').matchAll(/^export\s+(?:type\s+)?\*\s+from\s+['"](\.[^'"]+)['"]/gm),
  ]
  return (
    depth > 0 &&
    modules.some(([, module = '']) => {
      const next = project.resolveModule(file, module)
      return next !== undefined && next !== 'client' && handsOn(project, next, to, depth - 1)
    })
  )
}

function knownModule(project: Project, from: FileId, to: FileId): string | undefined {
  const text = project.texts.get(from) ?? ''
  const modules = [...text.matchAll(/\bfrom\s+['"]([^'"]+)['"]/g)].map(([, module = '']) => module)
  const leadsTo = (wanted: (file: FileId) => boolean) =>
    modules.find((module) => {
      const file = project.resolveModule(from, module)
      return file !== undefined && file !== 'client' && wanted(file)
    })
  return leadsTo((file) => file === to) ?? leadsTo((file) => handsOn(project, file, to))
}

function usualModule(project: Project, from: FileId, to: FileId): string {
  const extended = learn(project, `extensions ${from.split('/')[0]}`, () =>
    [...project.texts].some(([file, text]) => sameTop(file, from) && writesExtensions(text)),
  )
  return relativeModule(from, to, extended)
}

/** Whether a text imports its neighbours with an extension. */
export function writesExtensions(text: string): boolean {
  return /from\s+['"]\.{1,2}\/[^'"]+\.js['"]/.test(text)
}

/** How a file imports another one of its package, with an extension or without. */
export function relativeModule(from: FileId, to: FileId, writesExtension: boolean): string {
  const isIndex = /^index\.[cm]?tsx?$/.test(baseName(to))
  const target = to.replace(/\.[cm]?tsx?$/, '')
  const path = relativePath(folderOf(from), isIndex && !writesExtension ? folderOf(to) : target)
  return writesExtension ? `${path}.js` : path
}

function sameTop(a: FileId, b: FileId): boolean {
  return a.split('/')[0] === b.split('/')[0]
}

/** The way from a folder to a file, with `./` in front where it does not go up. */
export function relativePath(folder: FileId, to: FileId): string {
  const from = folder === '' ? [] : folder.split('/')
  const parts = to === '' ? [] : to.split('/')
  let common = 0
  while (common < from.length && common < parts.length && from[common] === parts[common]) common++
  const up = from.slice(common).map(() => '..')
  const way = [...up, ...parts.slice(common)].join('/')
  return up.length > 0 ? way : `./${way}`
}

/** A path from a folder on, such as that of a relative import. */
export function joinPath(folder: FileId, relative: string): FileId {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** Whether a file declares a name, in whatever way. */
export function declares(
  { texts }: Project,
  { file, name }: { readonly file: FileId; readonly name: string },
): boolean {
  const declaration = new RegExp(`\\b(?:interface|type|class|enum|const|function)\\s+${escapePattern(name)}\\b`)
  return declaration.test(texts.get(file) ?? '')
}
