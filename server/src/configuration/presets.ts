import type { RuleLevels } from './rule-levels.js'
import type { SurfaceSetting } from './surfaces.js'

export const PRESETS = ['recommended', 'strict', 'nestjs-next'] as const
export type PresetName = (typeof PRESETS)[number]

/** Settings that go by a name. What a configuration says itself counts before them. */
export interface Preset {
  readonly rules: RuleLevels
  readonly surfaces: readonly SurfaceSetting[]
}

export const PRESET_SETTINGS: Readonly<Record<PresetName, Preset>> = {
  /** What holds where nothing is configured. */
  recommended: { rules: new Map(), surfaces: [] },
  /** For teams that want types to say all that the schema says. */
  strict: {
    rules: new Map([
      ['nullability-too-loose', 'warning'],
      ['wire-type-mismatch', 'warning'],
      ['string-widened', 'warning'],
      ['string-narrowed', 'warning'],
      ['dto-server-managed-field', 'warning'],
      ['schema-twin-differs', 'warning'],
      ['unused-suppression', 'warning'],
    ]),
    surfaces: [],
  },
  /** A NestJS server and a Next.js client in one repository that talk JSON. */
  'nestjs-next': {
    rules: new Map([
      ['dto-server-managed-field', 'warning'],
      ['dto-validator-mismatch', 'error'],
    ]),
    surfaces: [
      {
        files: ['**/*.{controller,dto,entity,module,repository,resolver,service}.ts'],
        side: 'server',
        wire: undefined,
      },
      { files: ['{frontend,web,client}/**', 'apps/{frontend,web,client}/**'], side: 'client', wire: 'json' },
    ],
  },
}
