import { SEVERITIES, type Severity } from '../model/finding.js'
import { readGlobs } from './globs.js'
import { isRecord } from './is-record.js'
import { type Link, readLinks } from './links.js'

/** What a person may set. Everything has a default: without a file the program works the same. */
export interface Settings {
  /** Severity per rule code, or `off`. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>
  /** How values reach types, where the person knows; else it is inferred for each surface. */
  readonly wire: ConfiguredWire | undefined
  /** The files that are read for types, as globs; all where it is not set or empty. */
  readonly include: readonly string[] | undefined
  /** Globs of files that are left out of those. */
  readonly exclude: readonly string[] | undefined
  /** Types and the models they describe; the first that fits a type counts. */
  readonly links: readonly Link[] | undefined
}

export const WIRE_FORMATS = ['json', 'superjson', 'native'] as const
export type ConfiguredWire = (typeof WIRE_FORMATS)[number]

export const DEFAULT_SETTINGS: Settings = {
  rules: new Map(),
  wire: undefined,
  include: undefined,
  exclude: undefined,
  links: undefined,
}

/** Settings, or what is wrong with them in words for the person who wrote them. */
export type SettingsResult =
  | { readonly settings: Settings; readonly problems: readonly [] }
  | { readonly settings: undefined; readonly problems: readonly string[] }

/** Checks what a configuration file or an editor holds. `codes` are the rules that exist. */
export function readSettings(value: unknown, codes: ReadonlySet<string>): SettingsResult {
  if (!isRecord(value)) return { settings: undefined, problems: ['the configuration must be an object'] }
  const problems = Object.keys(value)
    .filter((key) => !Object.hasOwn(DEFAULT_SETTINGS, key) && key !== '$schema')
    .map((key) => `unknown key "${key}"`)
  const settings: Settings = {
    rules: readRules(value.rules, codes, problems),
    wire: readWire(value.wire, problems),
    include: readGlobs('include', value.include, problems),
    exclude: readGlobs('exclude', value.exclude, problems),
    links: readLinks(value.links, problems),
  }
  return problems.length > 0 ? { settings: undefined, problems } : { settings, problems: [] }
}

/** Joins the settings of the configuration file and of the editor: the file wins, key by key and rule by rule. */
export function mergeSettings(file: Settings, editor: Settings): Settings {
  return {
    rules: new Map([...editor.rules, ...file.rules]),
    wire: file.wire ?? editor.wire,
    include: file.include ?? editor.include,
    exclude: file.exclude ?? editor.exclude,
    links: file.links ?? editor.links,
  }
}

function readRules(value: unknown, codes: ReadonlySet<string>, problems: string[]): Settings['rules'] {
  const rules = new Map<string, Severity | 'off'>()
  if (value !== undefined && !isRecord(value)) problems.push('rules: must be an object')
  for (const [code, level] of Object.entries(isRecord(value) ? value : {})) {
    if (!codes.has(code)) problems.push(`rules: no rule is called "${code}"`)
    else if (!isLevel(level)) problems.push(`rules.${code}: must be one of ${SEVERITIES.join(', ')}, off`)
    else rules.set(code, level)
  }
  return rules
}

function readWire(value: unknown, problems: string[]): ConfiguredWire | undefined {
  const wire = WIRE_FORMATS.find((format) => format === value)
  if (value !== undefined && !wire) problems.push(`wire: must be one of ${WIRE_FORMATS.join(', ')}`)
  return wire
}

function isLevel(value: unknown): value is Severity | 'off' {
  return value === 'off' || SEVERITIES.some((severity) => severity === value)
}
