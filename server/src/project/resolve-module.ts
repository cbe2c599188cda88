import { baseName, type FileId, folderOf, isWithin } from '../text/file-id.js'
import { createFileLookup, type FileLookup } from './file-lookup.js'
import { conventionalTargets } from './module-conventions.js'
import { importTargets, packageTargets, splitPackage } from './package-entries.js'
import { type Packages, readPackages } from './packages.js'
import { joinId } from './paths.js'
import { createTsConfigs, type TsConfigs } from './tsconfig-paths.js'

/** A file of the workspace, or `client` for the generated Prisma Client wherever it is written. */
export type ModuleTarget = FileId | 'client'

/** Undefined for packages that are installed, for what is not there, and for files of no interest. */
export type ResolveModule = (from: FileId, specifier: string) => ModuleTarget | undefined

export interface ModuleResolverInput {
  /** All files of the workspace that a module can be. */
  readonly files: ReadonlySet<FileId>
  /** The text of a file; asked only for `tsconfig` files and packages, also for such as are not in `files`. */
  readonly readText: (file: FileId) => string | undefined
  readonly packages?: Packages
  /** The folders that clients are written to, from `discoverSchemas`. */
  readonly clientOutputs?: readonly FileId[]
  /** Symbolic links within the workspace, from `listWorkspace`. */
  readonly links?: ReadonlyMap<FileId, FileId>
}

/**
 * Makes the function that tells which file an import leads to. It follows what TypeScript and bundlers do with
 * relative paths, `paths`, `baseUrl`, `imports` and `exports`, but only among the files of the workspace, so that no
 * answer costs a visit to the disk. Answers are remembered for as long as the function lives.
 */
export function createModuleResolver(input: ModuleResolverInput): ResolveModule {
  const context = contextOf(input)
  const known = new Map<FileId, Map<string, ModuleTarget | undefined>>()
  return (from, specifier) => {
    const folder = folderOf(from)
    const answers = known.get(folder) ?? new Map<string, ModuleTarget | undefined>()
    known.set(folder, answers)
    if (!answers.has(specifier)) answers.set(specifier, resolve(context, folder, specifier))
    return answers.get(specifier)
  }
}

interface Context {
  readonly lookup: FileLookup
  readonly packages: Packages
  readonly configs: TsConfigs
  readonly clientOutputs: readonly FileId[]
}

function contextOf({ files, readText, links, ...rest }: ModuleResolverInput): Context {
  const packages = rest.packages ?? readPackages({ files, readText })
  const lookup = createFileLookup(files, links ?? new Map())
  return {
    lookup,
    packages,
    configs: createTsConfigs({ files, readText, packages }),
    clientOutputs: rest.clientOutputs ?? [],
  }
}

function resolve(context: Context, folder: FileId, specifier: string): ModuleTarget | undefined {
  const bare = specifier.replace(/\?.*$/, '')
  if (isClient(context, bare)) return 'client'
  for (const target of targetsOf(context, folder, bare)) {
    if (context.clientOutputs.some((output) => isWithin(target, output))) return 'client'
    const file = context.lookup(target)
    if (file !== undefined) return context.clientOutputs.some((output) => isWithin(file, output)) ? 'client' : file
  }
  return undefined
}

/** Where a module could be, without its extension, the likeliest first. Lazy: most imports need only the first. */
function* targetsOf(context: Context, folder: FileId, specifier: string): Generator<FileId> {
  if (/^\.{0,2}\/|^\.{1,2}$/.test(specifier)) {
    yield specifier.startsWith('/') ? specifier.slice(1) : joinId(folder, specifier)
    return
  }
  yield* context.configs.targets(folder, specifier)
  const home = context.packages.packageOf(`${folder}/x`)
  if (specifier.startsWith('#') && home !== undefined) yield* importTargets(home, specifier)
  const [name, subpath] = splitPackage(specifier)
  const found = context.packages.byName(name)
  if (found !== undefined) yield* packageTargets(found, subpath)
  yield* conventionalTargets(home?.root ?? '', specifier)
}

function isClient({ clientOutputs }: Context, specifier: string): boolean {
  if (/^(?:@prisma\/client|\.prisma\/client)(?:$|\/)/.test(specifier)) return true
  return clientOutputs.some((output) => {
    const installed = output.slice(output.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return output.includes('node_modules/') && baseName(output) !== '' && isWithin(specifier, installed)
  })
}
