import { type FileId, foldersAbove } from '../text/file-id.js'

/** The file that a path without extension, with another extension, or of a folder stands for. */
export type FileLookup = (target: FileId) => FileId | undefined

/**
 * Looks modules up among the known files, and remembers what it found. A path through a symbolic link leads to where
 * that leads.
 */
export function createFileLookup(files: ReadonlySet<FileId>, links: ReadonlyMap<FileId, FileId>): FileLookup {
  const known = new Map<FileId, FileId | undefined>()
  return (target) => {
    if (!known.has(target)) known.set(target, find(files, links, target))
    return known.get(target)
  }
}

function find(files: ReadonlySet<FileId>, links: ReadonlyMap<FileId, FileId>, target: FileId): FileId | undefined {
  const found = firstKnown(files, target)
  if (found !== undefined || links.size === 0) return found
  const real = throughLinks(target, links)
  return real === undefined ? undefined : firstKnown(files, real)
}

const EXTENSIONS = ['.ts', '.tsx', '.d.ts', '.mts', '.cts', '.vue', '.svelte']
const INDEXES = EXTENSIONS.map((extension) => `/index${extension}`)

// What a compiled file is written as.
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.d.ts'],
  '.jsx': ['.tsx', '.d.ts'],
  '.mjs': ['.mts', '.d.mts'],
  '.cjs': ['.cts', '.d.cts'],
}

function firstKnown(files: ReadonlySet<FileId>, target: FileId): FileId | undefined {
  const extension = COMPILED.exec(target)?.[0] ?? ''
  const stem = extension === '' ? target : target.slice(0, -extension.length)
  return (
    firstOf(files, stem, SOURCES[extension] ?? []) ??
    (files.has(target) && SOURCE.test(target) ? target : undefined) ??
    firstOf(files, target, EXTENSIONS) ??
    (target === '' ? firstOf(files, 'index', EXTENSIONS) : firstOf(files, target, INDEXES))
  )
}

function firstOf(files: ReadonlySet<FileId>, stem: FileId, endings: readonly string[]): FileId | undefined {
  for (const ending of endings) if (files.has(stem + ending)) return stem + ending
  return undefined
}

const COMPILED = /\.[cm]?jsx?$/
const SOURCE = /\.(?:[cm]?ts|tsx|vue|svelte)$/

function throughLinks(target: FileId, links: ReadonlyMap<FileId, FileId>): FileId | undefined {
  for (const above of [target, ...foldersAbove(target)]) {
    const real = links.get(above)
    if (real !== undefined) return real + target.slice(above.length)
    const file = EXTENSIONS.map((extension) => links.get(above + extension)).find((each) => each !== undefined)
    if (above === target && file !== undefined) return file
  }
  return undefined
}
