import fs from 'node:fs'
import path from 'node:path'
import type { FileId } from '../text/file-id.js'
import type { SchemaLocation } from './discover-schemas.js'
import { idOf, pathOf } from './paths.js'
import { readText } from './read-files.js'

/** The schema that a client was generated from: merged into one text and formatted by Prisma. */
export interface GeneratedSchema {
  /** The file that holds it; it may lie above the workspace (`../node_modules/…`). */
  readonly file: FileId
  readonly text: string
}

/**
 * Finds the copy of a schema beside its generated client, or undefined where none was generated. Where several schemas
 * share the default place, it is the copy of whichever was generated last: the caller compares the models' names.
 */
export function findGeneratedSchema(
  root: string,
  schema: Pick<SchemaLocation, 'root' | 'generatedClientOutputs'>,
): GeneratedSchema | undefined {
  const custom = schema.generatedClientOutputs.map((output) => pathOf(root, output))
  for (const folder of custom.length > 0 ? custom : defaultOutputs(pathOf(root, schema.root))) {
    const found = readCopy(root, folder)
    if (found !== undefined) return found
  }
  return undefined
}

const INLINE_FILES = ['internal/class.ts', 'internal/class.mts', 'internal/class.cts', 'client.ts', 'index.js']

function readCopy(root: string, folder: string): GeneratedSchema | undefined {
  const plain = idOf(root, path.join(folder, 'schema.prisma'))
  const read = readText(root, plain)
  if ('text' in read) return { file: plain, text: read.text }
  for (const name of INLINE_FILES) {
    const file = idOf(root, path.join(folder, name))
    const text = inlineSchema(root, file)
    if (text !== undefined) return { file, text }
  }
  return undefined
}

function inlineSchema(root: string, file: FileId): string | undefined {
  const read = readText(root, file)
  const match = 'text' in read ? /"inlineSchema":\s*("[^"\\]*(?:\\.[^"\\]*)*")/.exec(read.text) : null
  try {
    const text: unknown = match?.[1] === undefined ? undefined : JSON.parse(match[1])
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}

/**
 * `node_modules/.prisma/client` as Node would find it from a folder: beside `@prisma/client` itself, which under pnpm
 * stands in its own store, else in that folder or any above.
 */
function* defaultOutputs(folder: string): Generator<string> {
  for (let above = folder; ; above = path.dirname(above)) {
    const modules = path.join(above, 'node_modules')
    const client = realPath(path.join(modules, '@prisma', 'client'))
    if (client !== undefined) yield path.join(client, '..', '..', '.prisma', 'client')
    yield path.join(modules, '.prisma', 'client')
    if (path.dirname(above) === above) return
  }
}

function realPath(absolute: string): string | undefined {
  try {
    return fs.realpathSync(absolute)
  } catch {
    return undefined
  }
}
