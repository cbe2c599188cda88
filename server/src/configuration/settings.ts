import { SEVERITIES, type Severity } from '../model/finding.js'

/** What a person may set. Everything has a default: without a file the program works the same. */
export interface Settings {
  /** Severity per rule code, or `off`. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>
  /** How values reach types, where the person knows; else it is inferred for each surface. */
  readonly wire: ConfiguredWire | undefined
}

export const WIRE_FORMATS = ['json', 'superjson', 'native'] as const
export type ConfiguredWire = (typeof WIRE_FORMATS)[number]

export const DEFAULT_SETTINGS: Settings = { rules: new Map(), wire: undefined }

/** Settings, or what is wrong with them in words for the person who wrote them. */
export type SettingsResult =
  | { readonly settings: Settings; readonly problems: readonly [] }
  | { readonly settings: undefined; readonly problems: readonly string[] }

/** Checks what a configuration file holds. `codes` are the rules that exist. */
export function readSettings(value: unknown, codes: ReadonlySet<string>): SettingsResult {
  if (!isRecord(value)) return { settings: undefined, problems: ['the configuration must be an object'] }
  const problems = Object.keys(value)
    .filter((key) => key !== 'rules' && key !== 'wire' && key !== '$schema')
    .map((key) => `unknown key "${key}"`)
  const rules = new Map<string, Severity | 'off'>()
  for (const [code, level] of Object.entries(isRecord(value.rules) ? value.rules : {})) {
    if (!codes.has(code)) problems.push(`rules: no rule is called "${code}"`)
    else if (!isLevel(level)) problems.push(`rules.${code}: must be one of ${SEVERITIES.join(', ')}, off`)
    else rules.set(code, level)
  }
  if (value.rules !== undefined && !isRecord(value.rules)) problems.push('rules: must be an object')
  const wire = WIRE_FORMATS.find((format) => format === value.wire)
  if (value.wire !== undefined && !wire) problems.push(`wire: must be one of ${WIRE_FORMATS.join(', ')}`)
  return problems.length > 0 ? { settings: undefined, problems } : { settings: { rules, wire }, problems: [] }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isLevel(value: unknown): value is Severity | 'off' {
  return value === 'off' || SEVERITIES.some((severity) => severity === value)
}
