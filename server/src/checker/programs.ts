import { getLibFiles, ts } from '@ts-morph/common'
import { type FileId, folderOf } from '../text/file-id.js'
import { scriptOf } from '../typescript/script-blocks.js'
import type { CheckedWorkspace } from './input.js'
import type { Types } from './naming.js'
import { standInFor } from './stand-ins.js'

/** One state of the workspace as the compiler sees it. */
export interface CheckedProgram {
  readonly checker: ts.TypeChecker
  sourceOf(file: FileId): ts.SourceFile | undefined
  /** The file of the workspace that a source is; undefined for others. */
  fileOf(source: ts.SourceFile): FileId | undefined
  /** The source at an absolute path. */
  sourceAt(path: string): ts.SourceFile | undefined
  /** Whether a source declares a client. */
  isClient(source: ts.SourceFile): boolean
  typesIn(file: FileId): Types
  /** What is wrong in a file. */
  errorsIn(file: FileId): readonly ts.Diagnostic[]
}

export interface ProgramInput {
  /** The files that are asked about. What they import is read as well. */
  readonly files: readonly FileId[]
  /** Texts that count instead of those of the workspace. */
  readonly texts: ReadonlyMap<FileId, string>
  /** The declarations of the clients, by the folder of the package that each belongs to. */
  readonly clients: ReadonlyMap<FileId, string>
}

/** Makes programs of one workspace, one after the other. They share what is the same in them. */
export interface Compiler {
  compile(input: ProgramInput): CheckedProgram
}

/**
 * Instead of the workspace's own options: what decides which name means which declaration is the same in all projects,
 * and so files of several packages can be asked about at once.
 */
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  experimentalDecorators: true,
  allowImportingTsExtensions: true,
  strictPropertyInitialization: false,
}

/** Makes a compiler. */
export function createCompiler(workspace: CheckedWorkspace): Compiler {
  const paths = createPaths(workspace.root)
  const parsed = new Map<string, ts.SourceFile>()
  const library = librarySources()
  const resolveInstalled = createInstalledResolver(workspace)
  const resolved = new Map<string, string | undefined>()
  let previous: ts.Program | undefined

  const resolve = (clients: ReadonlyMap<FileId, string>, from: string, specifier: string): string | undefined => {
    const file = paths.fileOf(from)
    const target = file === undefined ? undefined : workspace.resolveModule(file, specifier)
    if (target === 'client') return paths.clientPath(nearestClient(clients, file ?? ''))
    if (target !== undefined) return workspace.texts.has(target) ? paths.pathOf(target) : undefined
    return resolveInstalled(from, specifier) ?? standInFor(specifier)?.path
  }

  return {
    compile({ files, texts, clients }) {
      const textAt = (path: string): string | undefined => {
        const file = paths.fileOf(path)
        if (file !== undefined) {
          const text = texts.get(file) ?? workspace.texts.get(file)
          if (text !== undefined) return scriptOf(file, text)
        }
        const client = paths.clientOf(path)
        if (client !== undefined) return clients.get(client)
        return LIBRARY.get(path) ?? standInFor(path)?.text ?? workspace.installed.read(path)
      }
      const sourceAt = (path: string): ts.SourceFile | undefined => {
        const text = textAt(path)
        const sources = LIBRARY.has(path) ? library : parsed
        const known = sources.get(path)
        if (text === undefined || known?.text === text) return text === undefined ? undefined : known
        const source = ts.createSourceFile(
          path,
          text,
          { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
          true,
        )
        sources.set(path, source)
        return source
      }
      const resolveFrom = (from: string, specifier: string) => {
        const key = `${folderOf(from)}\n${specifier}`
        if (!resolved.has(key)) resolved.set(key, resolve(clients, from, specifier))
        return resolved.get(key)
      }
      const roots = files.map(paths.pathOf)
      const program = ts.createProgram({
        rootNames: [...roots, ...clientPaths(clients, paths)],
        options: OPTIONS,
        host: hostOf({ sourceAt, textAt, resolveFrom, root: workspace.root }),
        ...(previous && { oldProgram: previous }),
      })
      previous = program
      const sourceOf = (file: FileId) => program.getSourceFile(paths.pathOf(file))
      const checker = program.getTypeChecker()
      return {
        checker,
        typesIn: (file) => {
          const source = program.getSourceFile(paths.clientPath(nearestClient(clients, file)))
          return { checker, client: source && clientIn(source, checker) }
        },
        sourceOf,
        fileOf: ({ fileName }) => paths.fileOf(fileName),
        sourceAt: (path) => program.getSourceFile(path),
        isClient: ({ fileName }) => paths.clientOf(fileName) !== undefined,
        errorsIn: (file) => {
          const source = sourceOf(file)
          return source ? program.getSemanticDiagnostics(source) : []
        },
      }
    },
  }
}

function clientIn(source: ts.SourceFile, checker: ts.TypeChecker): ts.Type | undefined {
  const declared = checker.getSymbolAtLocation(source)?.exports?.get(ts.escapeLeadingUnderscores('PrismaClient'))
  return declared && checker.getDeclaredTypeOfSymbol(declared)
}

interface Paths {
  pathOf(file: FileId): string
  fileOf(path: string): FileId | undefined
  clientPath(root: FileId): string
  clientOf(path: string): FileId | undefined
}

/** Components are TypeScript to the compiler, and the clients stand where no file can. */
function createPaths(root: string): Paths {
  const base = root.endsWith('/') ? root : `${root}/`
  return {
    pathOf: (file) => `${base}${file}${COMPONENT.test(file) ? '.ts' : ''}`,
    fileOf(path) {
      if (!path.startsWith(base)) return undefined
      const file = path.slice(base.length)
      return COMPONENT_SCRIPT.test(file) ? file.slice(0, -'.ts'.length) : file
    },
    clientPath: (folder) => `${CLIENT}${folder}/index.d.ts`,
    clientOf: (path) => (path.startsWith(CLIENT) ? path.slice(CLIENT.length, -'/index.d.ts'.length) : undefined),
  }
}

const COMPONENT = /\.(vue|svelte)$/i
const COMPONENT_SCRIPT = /\.(vue|svelte)\.ts$/i
const CLIENT = '/$client/'

function clientPaths(clients: ReadonlyMap<FileId, string>, paths: Paths): readonly string[] {
  return [...clients.keys()].map(paths.clientPath)
}

/** The client of the nearest package around a file; else the first one. */
function nearestClient(clients: ReadonlyMap<FileId, string>, file: FileId): FileId {
  const around = [...clients.keys()].filter((root) => root === '' || file.startsWith(`${root}/`))
  return around.sort((a, b) => b.length - a.length)[0] ?? [...clients.keys()][0] ?? ''
}

/** The declarations of the language itself. */
const LIBRARY_FOLDER = '/$lib'
const LIBRARY: ReadonlyMap<string, string> = new Map(
  getLibFiles().map(({ fileName, text }) => [`${LIBRARY_FOLDER}/${fileName}`, text]),
)

let kept: WeakRef<Map<string, ts.SourceFile>> | undefined

/** The parsed declarations of the language. They take long to parse and much memory: the next one to ask may find them. */
function librarySources(): Map<string, ts.SourceFile> {
  const sources = kept?.deref() ?? new Map()
  kept = new WeakRef(sources)
  return sources
}

interface HostInput {
  readonly sourceAt: (path: string) => ts.SourceFile | undefined
  readonly resolveFrom: (from: string, specifier: string) => string | undefined
  readonly textAt: (path: string) => string | undefined
  readonly root: string
}

function hostOf({ sourceAt, textAt, resolveFrom, root }: HostInput): ts.CompilerHost {
  return {
    getSourceFile: sourceAt,
    readFile: textAt,
    fileExists: (path) => textAt(path) !== undefined,
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => ({ resolvedModule: resolvedModule(resolveFrom(from, text)) })),
    getDefaultLibFileName: () => `${LIBRARY_FOLDER}/lib.esnext.full.d.ts`,
    getDefaultLibLocation: () => LIBRARY_FOLDER,
    getCurrentDirectory: () => root,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
  }
}

function resolvedModule(path: string | undefined): ts.ResolvedModuleFull | undefined {
  if (path === undefined) return undefined
  const extension = /(\.d)?\.[cm]?tsx?$/.exec(path)?.[0] ?? '.ts'
  return { resolvedFileName: path, extension, isExternalLibraryImport: path.includes('/node_modules/') }
}

/** Finds the declarations of installed packages, as the compiler does. */
function createInstalledResolver({
  installed,
}: CheckedWorkspace): (from: string, specifier: string) => string | undefined {
  const host: ts.ModuleResolutionHost = {
    fileExists: installed.fileExists,
    directoryExists: installed.folderExists,
    readFile: installed.read,
    realpath: installed.realPath,
  }
  const cache = ts.createModuleResolutionCache('/', (path) => path, OPTIONS)
  return (from, specifier) => {
    if (from.startsWith('/$')) return undefined
    const { resolvedModule } = ts.resolveModuleName(specifier, from, OPTIONS, host, cache)
    return resolvedModule && DECLARES.test(resolvedModule.extension) ? resolvedModule.resolvedFileName : undefined
  }
}

const DECLARES = /^(\.d)?\.[cm]?tsx?$/
