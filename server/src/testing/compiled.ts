import ts from 'typescript'
import type { FileId } from '../text/file-id.js'

/** What the compiler says of files in memory under `strict`, as `file:line message`. Decorators are the older ones. */
export function compilerErrors(texts: ReadonlyMap<FileId, string>): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    strictPropertyInitialization: false,
    noUnusedLocals: true,
    skipLibCheck: true,
    types: [],
  }
  const files = new Map([...texts].map(([file, text]) => [`/${file}`, text]))
  const host = hostOf(files, options)
  const program = ts.createProgram([...files.keys()], options, host)
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
    return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
  })
}

const libraries = new Map<string, ts.SourceFile | undefined>()

function hostOf(files: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const disk = ts.createCompilerHost(options)
  const folders = new Set([...files.keys()].flatMap((file) => foldersOf(file)))
  return {
    ...disk,
    fileExists: (file) => files.has(file),
    directoryExists: (folder) => folders.has(folder),
    readFile: (file) => files.get(file),
    getCurrentDirectory: () => '/',
    getSourceFile(file, language) {
      const text = files.get(file)
      if (text !== undefined) return ts.createSourceFile(file, text, language)
      if (!libraries.has(file)) libraries.set(file, disk.getSourceFile(file, language))
      return libraries.get(file)
    },
  }
}

function foldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/') || '/')
}
