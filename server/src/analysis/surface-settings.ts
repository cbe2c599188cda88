import type { Settings } from '../configuration/settings.js'
import { createSurfaceLookup, type SurfaceLookup } from '../configuration/surfaces.js'
import { sameData } from '../query/equality.js'
import { createQuery, type Query } from '../query/query.js'

/** What the configuration says of where code runs, and of how values reach its types. */
export function createSurfaceSettings(settings: Query<Settings>): Query<SurfaceLookup> {
  const said = createQuery(() => {
    const { surfaces = [], wire } = settings()
    // What holds for the whole project stands behind what is said of some files.
    return wire === undefined ? surfaces : [...surfaces, { files: ['**'], side: undefined, wire }]
  }, sameData)
  return createQuery(() => createSurfaceLookup(said()))
}
