/** How values can reach types: over HTTP as JSON, through superjson, or as Prisma Client returns them. */
export const WIRE_FORMATS = ['json', 'superjson', 'native'] as const
export type ConfiguredWire = (typeof WIRE_FORMATS)[number]
