import { parse } from 'jsonc-parser'
import { type FileId, folderOf, foldersAbove } from '../text/file-id.js'
import { joinId } from './paths.js'

/** A folder with a `package.json`. */
export interface Package {
  readonly root: FileId
  /** Empty where it has none. */
  readonly name: string
  /** The names of all its dependencies, development and peer ones included. */
  readonly dependencies: ReadonlySet<string>
  /** The whole of its `package.json`. */
  readonly manifest: Readonly<Record<string, unknown>>
}

/** The packages of a workspace. */
export interface Packages {
  /** Sorted by their folder. */
  readonly all: readonly Package[]
  /** The package that a file belongs to: the nearest above it. */
  packageOf(file: FileId): Package | undefined
  /** The package with this name; the first one where two share it. */
  byName(name: string): Package | undefined
}

export interface PackagesInput {
  /** All files of the workspace; only those called `package.json` are read. */
  readonly files: Iterable<FileId>
  readonly readText: (file: FileId) => string | undefined
}

/** Reads the packages of a workspace. A broken `package.json` still makes its folder a package, without a name. */
export function readPackages({ files, readText }: PackagesInput): Packages {
  const manifests = [...files].filter((file) => file === 'package.json' || file.endsWith('/package.json')).sort()
  const all = manifests.map((file) => readPackage(file, readText(file) ?? ''))
  const byRoot = new Map(all.map((each) => [each.root, each]))
  const named = new Map(all.toReversed().map((each) => [each.name, each]))
  return {
    all,
    packageOf: memoised((folder) => nearest(byRoot, folder)),
    byName: (name) => (name === '' ? undefined : named.get(name)),
  }
}

function readPackage(file: FileId, text: string): Package {
  const parsed: unknown = parse(text, [], { allowTrailingComma: true })
  const manifest = isRecord(parsed) ? parsed : {}
  const sections = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']
  const dependencies = sections.flatMap((section) => {
    const value = manifest[section]
    return isRecord(value) ? Object.keys(value) : []
  })
  const name = typeof manifest.name === 'string' ? manifest.name : ''
  return { root: joinId(folderOf(file)), name, dependencies: new Set(dependencies), manifest }
}

function nearest(byRoot: ReadonlyMap<FileId, Package>, folder: FileId): Package | undefined {
  for (const above of [folder, ...foldersAbove(folder)]) {
    const found = byRoot.get(above)
    if (found !== undefined) return found
  }
  return undefined
}

function memoised(find: (folder: FileId) => Package | undefined): (file: FileId) => Package | undefined {
  const known = new Map<FileId, Package | undefined>()
  return (file) => {
    const folder = folderOf(file)
    if (!known.has(folder)) known.set(folder, find(folder))
    return known.get(folder)
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
