import { parse } from 'jsonc-parser'
import { compareText } from '../text/compare-text.js'
import { baseName, type FileId, folderOf, foldersAbove } from '../text/file-id.js'
import { matchStar, splitPackage } from './package-entries.js'
import { isRecord, type Packages } from './packages.js'
import { joinId } from './paths.js'

/** What the `tsconfig` files of a workspace say of modules. */
export interface TsConfigs {
  /** Where a bare specifier in a folder may lead, by `paths` and `baseUrl`; the most specific pattern first. */
  targets(folder: FileId, specifier: string): readonly FileId[]
}

export interface TsConfigsInput {
  readonly files: ReadonlySet<FileId>
  readonly readText: (file: FileId) => string | undefined
  readonly packages: Packages
}

/**
 * Reads `tsconfig` files as they are needed. Instead of TypeScript's own reader: a file that `extends` what is not
 * installed keeps what it says itself, and open documents count as they are in the editor.
 */
export function createTsConfigs(input: TsConfigsInput): TsConfigs {
  const configs = configsByFolder(input.files)
  const byFolder = new Map<FileId, readonly Mapping[]>()
  const byConfig = new Map<FileId, readonly Mapping[]>()
  return {
    targets(folder, specifier) {
      const mappings = remembered(byFolder, folder, () => {
        const nearest = [folder, ...foldersAbove(folder)].find((above) => configs.has(above))
        return nearest === undefined
          ? []
          : remembered(byConfig, nearest, () => mappingsOf(input, configs.get(nearest) ?? []))
      })
      return mappings.flatMap((mapping) => targetsBy(mapping, specifier))
    },
  }
}

/** Equal where all `tsconfig` files say the same of modules, those included that they extend. */
export function tsConfigKey(input: TsConfigsInput): string {
  const configs = [...configsByFolder(input.files)]
  return JSON.stringify(configs.map(([folder, files]) => [folder, mappingsOf(input, files)]))
}

function remembered<Value>(known: Map<FileId, Value>, key: FileId, find: () => Value): Value {
  const value = known.get(key) ?? find()
  known.set(key, value)
  return value
}

/** The folders with a main configuration, with that and those beside it (`tsconfig.app.json`), to which it may only refer. */
function configsByFolder(files: ReadonlySet<FileId>): ReadonlyMap<FileId, readonly FileId[]> {
  const configs = [...files]
    .filter(isTsConfig)
    .sort((a, b) => Number(isMain(b)) - Number(isMain(a)) || compareText(a, b))
  const folders = new Set(configs.filter(isMain).map(folderOf))
  return new Map([...folders].map((folder) => [folder, configs.filter((file) => folderOf(file) === folder)]))
}

function isMain(file: FileId): boolean {
  return baseName(file) === 'tsconfig.json' || baseName(file) === 'jsconfig.json'
}

/** The patterns of one `tsconfig`, as written. */
interface Mapping {
  readonly paths: readonly (readonly [pattern: string, targets: readonly string[]])[]
  /** The folder of the configuration that says `paths`: targets are relative to it where there is no `baseUrl`. */
  readonly pathsFolder: FileId
  readonly baseUrl: FileId | undefined
}

function targetsBy({ paths, pathsFolder, baseUrl }: Mapping, specifier: string): readonly FileId[] {
  const matches = paths.flatMap(([pattern, targets]) => {
    const middle = matchStar(pattern, specifier)
    return middle === undefined
      ? []
      : [{ pattern, targets: targets.map((target) => target.replace('*', () => middle)) }]
  })
  matches.sort((a, b) => specificity(b.pattern) - specificity(a.pattern))
  const mapped = matches.flatMap(({ targets }) => targets.map((target) => joinId(baseUrl ?? pathsFolder, target)))
  return baseUrl === undefined ? mapped : [...mapped, joinId(baseUrl, specifier)]
}

/** An exact pattern wins over any with a star, then the longest text before the star. */
function specificity(pattern: string): number {
  const star = pattern.indexOf('*')
  return star < 0 ? Number.POSITIVE_INFINITY : star
}

function mappingsOf(input: TsConfigsInput, files: readonly FileId[]): readonly Mapping[] {
  return files.map((file) => readMapping(input, file, 0)).filter(saysAnything)
}

function isTsConfig(file: FileId): boolean {
  return file.endsWith('.json') && /^(?:tsconfig.*|jsconfig)\.json$/.test(baseName(file))
}

function saysAnything({ paths, baseUrl }: Mapping): boolean {
  return paths.length > 0 || baseUrl !== undefined
}

const DEEPEST = 8
const NOTHING: Mapping = { paths: [], pathsFolder: '', baseUrl: undefined }

function readMapping(input: TsConfigsInput, file: FileId, depth: number): Mapping {
  const text = depth > DEEPEST ? undefined : input.readText(file)
  const config: unknown = text === undefined ? undefined : parse(text, [], { allowTrailingComma: true })
  if (!isRecord(config)) return NOTHING
  const inherited = extendedFiles(input, file, config.extends)
    .map((each) => readMapping(input, each, depth + 1))
    .reduce((before, next) => merge(before, next), NOTHING)
  return merge(inherited, ownMapping(file, config.compilerOptions))
}

/** Like TypeScript: the nearest `paths` replaces those it inherits. */
function merge(before: Mapping, own: Mapping): Mapping {
  const { paths, pathsFolder } = own.paths.length > 0 ? own : before
  return { paths, pathsFolder, baseUrl: own.baseUrl ?? before.baseUrl }
}

function ownMapping(file: FileId, options: unknown): Mapping {
  if (!isRecord(options)) return NOTHING
  const folder = folderOf(file)
  const baseUrl = typeof options.baseUrl === 'string' ? joinId(folder, inFolder(options.baseUrl)) : undefined
  const paths = Object.entries(isRecord(options.paths) ? options.paths : {}).map(([pattern, targets]) => {
    const texts = Array.isArray(targets) ? targets.filter((target) => typeof target === 'string') : []
    return [pattern, texts.map(inFolder)] as const
  })
  return { paths, pathsFolder: folder, baseUrl }
}

/** `configDir` is taken for the folder of the file that names it, which it is unless that file is inherited. */
function inFolder(path: string): string {
  return path.replace(/^\$\{configDir\}/, '.')
}

/** `extends` names a file, or one in a package of the workspace, or several. What is installed has no paths. */
function extendedFiles(input: TsConfigsInput, file: FileId, extended: unknown): readonly FileId[] {
  const names = (Array.isArray(extended) ? extended : [extended]).filter((name) => typeof name === 'string')
  return names.flatMap((name) => {
    const target = name.startsWith('.') ? joinId(folderOf(file), name) : inPackage(input.packages, name)
    if (target === undefined) return []
    return [target.endsWith('.json') ? target : `${target}.json`]
  })
}

function inPackage(packages: Packages, specifier: string): FileId | undefined {
  const [name, subpath] = splitPackage(specifier)
  const found = packages.byName(name)
  return found === undefined ? undefined : joinId(found.root, subpath === '.' ? 'tsconfig.json' : subpath)
}
