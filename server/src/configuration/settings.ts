import { readGlobs } from './globs.js'
import { readHidden } from './hidden.js'
import { isRecord } from './is-record.js'
import { type Link, readLinks } from './links.js'
import { type ModelAliases, readAffixes, readModelAliases } from './names.js'
import { type Override, readOverrides } from './overrides.js'
import { PRESET_SETTINGS, PRESETS, type PresetName } from './presets.js'
import { problemAt, type SettingsProblem, unknownKey } from './problem.js'
import { readList } from './read-list.js'
import { readOneOf } from './read-one-of.js'
import { type RuleLevels, readRuleLevels } from './rule-levels.js'
import { readSurfaces, type SurfaceSetting } from './surfaces.js'
import { type ConfiguredWire, WIRE_FORMATS } from './wire.js'

/** What a person may set. Everything has a default: without a file the program works the same. */
export interface Settings {
  /** The presets that it builds on, which are part of what the other keys hold. */
  readonly extends: readonly PresetName[] | undefined
  /** Severity per rule code, or `off`. */
  readonly rules: RuleLevels
  /** The same for some files. */
  readonly overrides: readonly Override[] | undefined
  /** How values reach types, where the person knows; else it is inferred for each surface. */
  readonly wire: ConfiguredWire | undefined
  /** Where code runs and how values reach its types, for some files; the first that fits counts. */
  readonly surfaces: readonly SurfaceSetting[] | undefined
  /** The files that are read for types, as globs; all where it is not set or empty. */
  readonly include: readonly string[] | undefined
  /** Globs of files that are left out of those. */
  readonly exclude: readonly string[] | undefined
  /** Types and the models they describe; the first that fits a type counts. */
  readonly links: readonly Link[] | undefined
  /** Columns that types leave out on purpose, as `Model.column` or `column`, with `*`. */
  readonly hidden: readonly string[] | undefined
  /** Words that are put before or after a model's name to say what a type is for. */
  readonly affixes: readonly string[] | undefined
  /** Other names that models go by. */
  readonly names: ModelAliases | undefined
}

export const DEFAULT_SETTINGS: Settings = {
  extends: undefined,
  rules: new Map(),
  overrides: undefined,
  wire: undefined,
  surfaces: undefined,
  include: undefined,
  exclude: undefined,
  links: undefined,
  hidden: undefined,
  affixes: undefined,
  names: undefined,
}

/** Settings, or what is wrong with them in words for the person who wrote them. */
export type SettingsResult =
  | { readonly settings: Settings; readonly problems: readonly [] }
  | { readonly settings: undefined; readonly problems: readonly SettingsProblem[] }

/** Checks what a configuration file or an editor holds. `codes` are the rules that exist. */
export function readSettings(value: unknown, codes: ReadonlySet<string>): SettingsResult {
  if (!isRecord(value)) return { settings: undefined, problems: [problemAt([], 'the configuration must be an object')] }
  const problems = Object.keys(value)
    .filter((key) => !Object.hasOwn(DEFAULT_SETTINGS, key) && key !== '$schema')
    .map((key) => unknownKey([key]))
  const settings: Settings = {
    extends: readPresets(value.extends, problems),
    rules: readRuleLevels(['rules'], value.rules, { codes, problems }),
    overrides: readOverrides(value.overrides, { codes, problems }),
    wire: readOneOf(['wire'], value.wire, WIRE_FORMATS, problems),
    surfaces: readSurfaces(value.surfaces, problems),
    include: readGlobs(['include'], value.include, problems),
    exclude: readGlobs(['exclude'], value.exclude, problems),
    links: readLinks(value.links, problems),
    hidden: readHidden(value.hidden, problems),
    affixes: readAffixes(value.affixes, problems),
    names: readModelAliases(value.names, problems),
  }
  return problems.length > 0 ? { settings: undefined, problems } : { settings: withPresets(settings), problems: [] }
}

/** Joins the settings of the configuration file and of the editor: the file wins, key by key and rule by rule. */
export function mergeSettings(file: Settings, editor: Settings): Settings {
  const set = Object.entries(file).filter(([, value]) => value !== undefined)
  return { ...editor, ...Object.fromEntries(set), rules: new Map([...editor.rules, ...file.rules]) }
}

/** A single preset may stand without a list. */
function readPresets(value: unknown, problems: SettingsProblem[]): readonly PresetName[] | undefined {
  if (typeof value === 'string') return [readOneOf(['extends'], value, PRESETS, problems) ?? 'recommended']
  return readList(['extends'], value, problems, {
    wanted: `must be one of ${PRESETS.join(', ')}, or a list of them`,
    read: (at, name) => readOneOf(at, name, PRESETS, problems),
  })
}

/** Adds what the presets say where the settings say nothing themselves; the last preset counts most. */
function withPresets(settings: Settings): Settings {
  const presets = (settings.extends ?? []).map((name) => PRESET_SETTINGS[name])
  if (presets.length === 0) return settings
  const surfaces = [...(settings.surfaces ?? []), ...presets.toReversed().flatMap((preset) => preset.surfaces)]
  return {
    ...settings,
    rules: new Map([...presets.flatMap(({ rules }) => [...rules]), ...settings.rules]),
    surfaces: surfaces.length > 0 ? surfaces : undefined,
  }
}
