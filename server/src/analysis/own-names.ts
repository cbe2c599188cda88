import type { ModelAliases } from '../configuration/names.js'
import type { Settings } from '../configuration/settings.js'
import { sameData, sameSet } from '../query/equality.js'
import { createQuery, type Query } from '../query/query.js'

/** How a project names its types, as far as the configuration says so. */
export interface OwnNames {
  /** Words that are put before or after a model's name, in lower case. */
  readonly affixes: Query<ReadonlySet<string>>
  readonly aliases: Query<ModelAliases>
}

export function createOwnNames(settings: Query<Settings>): OwnNames {
  return {
    affixes: createQuery(() => new Set(settings().affixes?.map((word) => word.toLowerCase())), sameSet),
    aliases: createQuery(() => settings().names ?? new Map(), sameData),
  }
}
