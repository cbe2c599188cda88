import { baseName, type FileId } from '../text/file-id.js'

/** What a file is read for. `component` holds TypeScript inside another language; `config` is `prisma.config.*`. */
export type FileKind = 'typescript' | 'component' | 'prisma' | 'sql' | 'package' | 'tsconfig' | 'config'

/** The kind of a file by its name alone, or undefined for a file that nobody reads. */
export function kindOf(file: FileId): FileKind | undefined {
  const byExtension = KIND_BY_EXTENSION.get(file.slice(file.lastIndexOf('.') + 1))
  if (byExtension === undefined) return undefined
  if (byExtension === 'typescript') return isPrismaConfig(file) ? 'config' : 'typescript'
  if (byExtension === 'script') return isPrismaConfig(file) ? 'config' : undefined
  if (byExtension === 'json') return kindOfJson(baseName(file))
  if (byExtension === 'sql') return MIGRATION.test(file) ? 'sql' : undefined
  return byExtension
}

const KIND_BY_EXTENSION: ReadonlyMap<string, FileKind | 'script' | 'json'> = new Map([
  ['ts', 'typescript'],
  ['tsx', 'typescript'],
  ['mts', 'typescript'],
  ['cts', 'typescript'],
  ['js', 'script'],
  ['mjs', 'script'],
  ['cjs', 'script'],
  ['vue', 'component'],
  ['svelte', 'component'],
  ['prisma', 'prisma'],
  ['sql', 'sql'],
  ['json', 'json'],
])

const MIGRATION = /(?:^|\/)(?:migrations\/.*|migration\.sql)$/

// The names Prisma looks for; the stages people add (`prisma.config.production.mjs`) are of no interest.
const PRISMA_CONFIG = /(?:^|\/)(?:prisma7?\.config|\.config\/prisma7?(?:\.config)?)(?:\/index)?\.[cm]?[jt]s$/

function isPrismaConfig(file: FileId): boolean {
  return file.includes('prisma') && PRISMA_CONFIG.test(file)
}

function kindOfJson(name: string): FileKind | undefined {
  if (name === 'package.json' || name === 'project.json') return 'package'
  return /^(?:tsconfig.*|jsconfig)\.json$/.test(name) ? 'tsconfig' : undefined
}
