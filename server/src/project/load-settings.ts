import type { KeyPath } from '../configuration/problem.js'
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../configuration/settings.js'
import type { FileId } from '../text/file-id.js'
import type { ConfigurationText, ReadConfiguration } from './configuration-text.js'
import type { LookedAt } from './looked-at.js'
import { parseJson } from './parse-json.js'
import { pathOf } from './paths.js'
import { readText } from './read-files.js'
import { runConfiguration } from './run-configuration.js'

/** The settings of a workspace and the file they are from, or what is wrong with that file. */
export type LoadedSettings =
  | { readonly kind: 'loaded'; readonly settings: Settings; readonly file: FileId | undefined }
  | { readonly kind: 'broken'; readonly file: FileId; readonly problems: readonly string[] }

export interface LoadSettingsOptions {
  /** An absolute path. */
  readonly root: string
  /** In an untrusted workspace no configuration is run. */
  readonly trust: 'trusted' | 'untrusted'
  /** Notes what is read; what a program reads cannot be noted. */
  readonly looked?: LookedAt
}

type Reader = (options: LoadSettingsOptions, file: FileId, text: string) => Promise<ConfigurationText>

const json: Reader = async (_, __, text) => parseJson(text)
const yaml: Reader = async (_, __, text) => {
  // Few have one, and its parser is large.
  const { parseYaml } = await import('./parse-yaml.js')
  return parseYaml(text)
}
const program: Reader = async ({ root, trust, looked }, file) => {
  if (trust === 'untrusted') return { problem: 'it is a program, which runs only in a workspace that you trust' }
  looked?.doubt()
  return runConfiguration(root, pathOf(root, file))
}

/** The first that is there counts. */
const READERS: ReadonlyMap<FileId, Reader> = new Map([
  ['prisma-drift.config.jsonc', json],
  ['prisma-drift.config.json', json],
  ['prisma-drift.config.yaml', yaml],
  ['prisma-drift.config.ts', program],
  ['prisma-drift.config.mts', program],
  ['prisma-drift.config.js', program],
])

/** The names that a configuration file can have. */
export const CONFIGURATION_FILES: readonly FileId[] = [...READERS.keys()]

/** Reads the configuration: the file in the root, else the `prisma-drift` key of its `package.json`, else the defaults. */
export async function loadSettings(options: LoadSettingsOptions): Promise<LoadedSettings> {
  const { root, looked: cache } = options
  for (const [file, reader] of READERS) {
    const read = readText(root, file, cache && { cache })
    if ('text' in read) return checked(file, await reader(options, file, read.text))
    if (read.kind !== 'missing') return { kind: 'broken', file, problems: [read.message] }
  }
  const key = inManifest(options)
  if (key) return checked('package.json', key)
  return { kind: 'loaded', settings: DEFAULT_SETTINGS, file: undefined }
}

const KEY = 'prisma-drift'

/** What `package.json` says; undefined where it says nothing, or is broken: others complain of that. */
function inManifest({ root, looked: cache }: LoadSettingsOptions): ReadConfiguration | undefined {
  const manifest = readText(root, 'package.json', cache && { cache })
  const parsed = 'text' in manifest ? parseJson(manifest.text) : undefined
  if (!parsed || 'problem' in parsed) return undefined
  const { value, lineOf } = parsed
  const own: unknown = (value as Partial<Record<string, unknown>> | null)?.[KEY]
  return own === undefined ? undefined : { value: own, lineOf: (at) => lineOf([KEY, ...at]) }
}

async function checked(file: FileId, read: ConfigurationText): Promise<LoadedSettings> {
  if ('problem' in read) return { kind: 'broken', file, problems: [read.problem] }
  // Only who has a configuration waits for the rules, whose names it can hold.
  const { RULES } = await import('../rules/index.js')
  const codes = new Set(RULES.map(({ code }) => code))
  const { settings, problems } = readSettings(read.value, codes)
  if (settings) return { kind: 'loaded', settings, file }
  return { kind: 'broken', file, problems: problems.map(({ at, text }) => withLine(at, text, read)) }
}

function withLine(at: KeyPath, text: string, { lineOf }: ReadConfiguration): string {
  const line = lineOf(at)
  return line === undefined ? text : `line ${line}: ${text}`
}
