import { parse } from 'jsonc-parser'
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../configuration/settings.js'
import type { FileId } from '../text/file-id.js'
import { parseJson } from './parse-json.js'
import { readText } from './read-files.js'

/** The settings of a workspace and the file they are from, or what is wrong with that file. */
export type LoadedSettings =
  | { readonly kind: 'loaded'; readonly settings: Settings; readonly file: FileId | undefined }
  | { readonly kind: 'broken'; readonly file: FileId; readonly problems: readonly string[] }

const FILES = ['prisma-drift.config.jsonc', 'prisma-drift.config.json']

/** Forms that are named in the contract and not read by this version: silence would look like obedience. */
const NOT_READ = ['yaml', 'ts', 'mts', 'js'].map((extension) => `prisma-drift.config.${extension}`)

/**
 * Reads the configuration: the file in the root, else the `prisma-drift` key of its `package.json`, else the defaults.
 * `root` is an absolute path, `codes` are the rules that exist.
 */
export function loadSettings(root: string, codes: ReadonlySet<string>): LoadedSettings {
  for (const file of FILES) {
    const read = readText(root, file)
    if ('text' in read) return parseSettings(file, read.text, codes)
    if (read.kind !== 'missing') return { kind: 'broken', file, problems: [read.message] }
  }
  for (const file of NOT_READ) {
    if ('text' in readText(root, file)) return { kind: 'broken', file, problems: [NOT_READ_YET] }
  }
  const manifest = readText(root, 'package.json')
  const value: unknown = 'text' in manifest ? parse(manifest.text)?.['prisma-drift'] : undefined
  if (value === undefined) return { kind: 'loaded', settings: DEFAULT_SETTINGS, file: undefined }
  return checked('package.json', value, codes)
}

const NOT_READ_YET = 'this version reads prisma-drift.config.jsonc, prisma-drift.config.json and package.json only'

function parseSettings(file: FileId, text: string, codes: ReadonlySet<string>): LoadedSettings {
  const parsed = parseJson(text)
  return 'problem' in parsed ? { kind: 'broken', file, problems: [parsed.problem] } : checked(file, parsed.value, codes)
}

function checked(file: FileId, value: unknown, codes: ReadonlySet<string>): LoadedSettings {
  const { settings, problems } = readSettings(value, codes)
  return settings ? { kind: 'loaded', settings, file } : { kind: 'broken', file, problems }
}
