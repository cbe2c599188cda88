import type { ElementRef } from './element.js'

/** How a schema differs from the one that a generated client was made from: what the client does not know yet. */
export interface ClientDifference {
  /** `new` and `gone` as seen from the schema of today. */
  readonly kind: 'new' | 'changed' | 'gone'
  /** `User`, `User.email`, `Role.ADMIN`, `datasource.provider`, `generator.previewFeatures`. */
  readonly name: string
  /** Where it stands in the schema; undefined for what is gone. */
  readonly at: ElementRef | undefined
}

/** The versions that meet in a generated client; undefined where one is not known. */
export interface ClientVersions {
  /** Of the Prisma that generated it. */
  readonly generated: string | undefined
  /** Of the package `@prisma/client` that it loads. */
  readonly client: string | undefined
  /** Of the package `prisma` that would generate it anew. */
  readonly cli: string | undefined
}

/** The client that one generator of a schema writes, as it is. */
export interface GeneratedClient {
  /** The name of the `generator` block, and the block. */
  readonly generator: string
  readonly at: ElementRef
  /** `missing`: nothing is generated; `unknown`: where it is, or what it was made from, cannot be told. */
  readonly state: 'generated' | 'missing' | 'unknown'
  /** Empty unless it is generated. */
  readonly differences: readonly ClientDifference[]
  readonly versions: ClientVersions
}

/**
 * Which versions do not fit each other: those of the two packages, or the generated code and the package that it loads.
 * Prisma releases one of the packages alone now and then, so the last number may differ.
 */
export function versionSkewOf({ generated, client, cli }: ClientVersions): 'packages' | 'generated' | undefined {
  if (differs(cli, client)) return 'packages'
  return differs(generated, client) ? 'generated' : undefined
}

function differs(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && releaseOf(a) !== releaseOf(b)
}

function releaseOf(version: string): string {
  return version.split('.').slice(0, 2).join('.')
}
