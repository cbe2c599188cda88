import manifest from '../../../package.json' with { type: 'json' }

/** The version of the package. */
export const VERSION: string = manifest.version

/** Tells builds apart that have other code; the bundler puts it in. */
export const BUILD: string = process.env.PRISMA_DRIFT_BUILD ?? ''
