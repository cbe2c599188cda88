import type { Declaration, EnumMember, Import, SourceSummary } from '../model/declaration.js'
import { createNamedFamily, type Family } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import { join, offeredBy, type ResolverHost, type Specifier, split } from './exports.js'

/** A declaration and the file it stands in. */
export interface Declared {
  readonly file: FileId
  readonly declaration: Declaration
}

/** What a name leads to. */
export type Found =
  | ({ readonly kind: 'declaration' } & Declared)
  | ({ readonly kind: 'member'; readonly member: EnumMember } & Declared)
  /** A name of the generated client: `User`, `Prisma.Decimal`. */
  | { readonly kind: 'client'; readonly name: string }
  /** A name of a module outside the workspace. */
  | { readonly kind: 'package'; readonly module: string; readonly name: string }
  /** Neither declared nor imported: TypeScript's own, or a global type. */
  | { readonly kind: 'global'; readonly name: string }
  /** Imported from a file that does not have it. */
  | { readonly kind: 'unknown' }

/** A name to look up, and whether it stands for a value (`typeof x`). */
export interface Name {
  readonly text: string
  readonly value: boolean
}

const UNKNOWN: Found = { kind: 'unknown' }

/** Looks a name up from within a declaration: its namespaces first, then the file, then its imports. */
export function lookUp(host: ResolverHost, file: FileId, within: string, name: Name): Found {
  const summary = host.summaryOf(file)
  if (!summary) return UNKNOWN
  for (const prefix of namespacesOf(within)) {
    const found = declaredIn(summary, file, { ...name, text: prefix + name.text })
    if (found) return found
  }
  const { head, rest } = split(name.text)
  const imported = summary.imports.find(({ local }) => local === head)
  if (imported) return throughImport(host, file, imported, { ...name, text: rest })
  return { kind: 'global', name: name.text }
}

/** Looks a name up among what a module offers. */
export function lookUpModule(host: ResolverHost, from: FileId, module: string, name: Name): Found {
  return exportedBy(host, { from, module }, name)
}

function throughImport(host: ResolverHost, file: FileId, { imported, module }: Import, rest: Name): Found {
  const text = imported === '*' ? rest.text : join(imported, rest.text)
  let known = imports.get(host)
  if (!known) {
    known = createNamedFamily((key) => importedBy(host, key), sameFound)
    imports.set(host, known)
  }
  return known([file, module, text, rest.value ? 'value' : 'type'].join('\0'))
}

/** What imported names lead to: types name the same few again and again. */
const imports = new WeakMap<ResolverHost, Family<string, Found>>()

function importedBy(host: ResolverHost, key: string): Found {
  const [from = '', module = '', text = '', space] = key.split('\0')
  return exportedBy(host, { from, module }, { text, value: space === 'value' })
}

function sameFound(a: Found, b: Found): boolean {
  const [ours, theirs] = [a, b] as Readonly<Record<string, unknown>>[]
  return Object.keys({ ...ours, ...theirs }).every((key) => ours?.[key] === theirs?.[key])
}

function exportedBy(host: ResolverHost, specifier: Specifier, name: Name): Found {
  const found = offeredBy<Found>(host, specifier, name.text, {
    own: (file, text) => exportedFrom(host, file, { ...name, text }),
    outside: (target, module, text) =>
      target === 'client' ? { kind: 'client', name: text } : { kind: 'package', module, name: text },
  })
  return found ?? UNKNOWN
}

function exportedFrom(host: ResolverHost, file: FileId, name: Name): Found | undefined {
  const summary = host.summaryOf(file)
  if (!summary) return undefined
  const own = indexOf(summary).exported.get(name.text) ?? []
  return choose(file, own, name) ?? exportedMember(summary, file, name)
}

function declaredIn(summary: SourceSummary, file: FileId, name: Name): Found | undefined {
  const named = indexOf(summary).named.get(name.text) ?? []
  return choose(file, named, name) ?? memberOf(file, named.length > 0 ? [] : enumsOf(summary, name), name)
}

/** `Role.ADMIN` where `Role` is exported. */
function exportedMember(summary: SourceSummary, file: FileId, name: Name): Found | undefined {
  const { owner } = splitLast(name.text)
  const owners = indexOf(summary).exported.get(owner) ?? []
  return memberOf(file, owners, name)
}

function enumsOf(summary: SourceSummary, name: Name): readonly Declaration[] {
  const { owner } = splitLast(name.text)
  return indexOf(summary).named.get(owner) ?? []
}

function memberOf(file: FileId, owners: readonly Declaration[], name: Name): Found | undefined {
  const { last } = splitLast(name.text)
  for (const declaration of owners) {
    const member = declaration.type.kind === 'enum' && declaration.type.members.find((member) => member.name === last)
    if (member) return { kind: 'member', file, declaration, member }
  }
  return undefined
}

/** Of a type and a value of one name the one that is asked for, else either. */
function choose(file: FileId, declarations: readonly Declaration[], { value }: Name): Found | undefined {
  const isValue = ({ kind }: Declaration): boolean => kind === 'enum' || kind === 'zod' || kind === 'class'
  const isType = ({ kind }: Declaration): boolean => kind === 'interface' || kind === 'alias' || kind === 'class'
  const declaration = declarations.find(value ? isValue : isType) ?? declarations[0]
  return declaration && { kind: 'declaration', file, declaration }
}

type ByName = Map<string, Declaration[]>

interface Index {
  readonly named: ByName
  readonly exported: ByName
}

const indexes = new WeakMap<SourceSummary, Index>()

function indexOf(summary: SourceSummary): Index {
  const known = indexes.get(summary)
  if (known) return known
  const index: Index = { named: new Map(), exported: new Map() }
  for (const declaration of summary.declarations) {
    add(index.named, declaration.name, declaration)
    for (const name of declaration.exportedAs) add(index.exported, name, declaration)
  }
  indexes.set(summary, index)
  return index
}

function add(index: ByName, name: string, declaration: Declaration): void {
  const named = index.get(name)
  if (named) named.push(declaration)
  else index.set(name, [declaration])
}

/** For `A.B.User` the prefixes `A.B.`, `A.` and the empty one. */
function namespacesOf(name: string): string[] {
  const prefixes: string[] = []
  for (let end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1))
    prefixes.push(name.slice(0, end + 1))
  return [...prefixes, '']
}

function splitLast(name: string): { owner: string; last: string } {
  const dot = name.lastIndexOf('.')
  return { owner: name.slice(0, Math.max(dot, 0)), last: name.slice(dot + 1) }
}
