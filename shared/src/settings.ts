/** The keys of `prismaDrift.*`, which are also those of the configuration file, where the file wins. */
export const SETTINGS_SECTION = 'prismaDrift'

/** The settings that the server is told, without `prismaDrift.`. */
export const SERVER_SETTINGS = [
  'extends',
  'rules',
  'overrides',
  'include',
  'exclude',
  'links',
  'names',
  'affixes',
  'hidden',
  'wire',
  'surfaces',
  'inlayHints.enabled',
  'codeLens.enabled',
  'prisma.packageManager',
] as const

/** As the client sends them. Absent keys are not set. */
export interface EditorSettings {
  /** `off` or a severity, by rule code. */
  readonly rules?: Readonly<Record<string, 'off' | 'error' | 'warning' | 'info' | 'hint'>>
  /** Presets. */
  readonly extends?: string | readonly string[]
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules?: EditorSettings['rules'] }[]
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  /** `{ type: 'src/api.ts#UserDto', model: 'User', role: 'create' }` */
  readonly links?: readonly { readonly type: string; readonly model: string; readonly role?: string }[]
  /** Other names of models, by the model. */
  readonly names?: Readonly<Record<string, readonly string[]>>
  readonly affixes?: readonly string[]
  /** `Model.column` or `column`, with `*`. */
  readonly hidden?: readonly string[]
  readonly surfaces?: readonly { readonly files: readonly string[]; readonly side?: string; readonly wire?: string }[]
  /** How values reach the types: over HTTP as JSON, through superjson, or as they are. */
  readonly wire?: 'json' | 'superjson' | 'native'
  readonly inlayHints?: { readonly enabled?: boolean }
  readonly codeLens?: { readonly enabled?: boolean }
  /** What runs Prisma; `auto` is what the lock file says. */
  readonly prisma?: { readonly packageManager?: 'auto' | 'npm' | 'pnpm' | 'yarn' | 'bun' }
}

/** What `initialize` carries. */
export interface InitializationOptions {
  readonly trusted: boolean
  readonly settings: EditorSettings
}
