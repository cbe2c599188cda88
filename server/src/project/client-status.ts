import { createAnalysisHost, type HostOptions } from '../analysis/host.js'
import { DEFAULT_SETTINGS } from '../configuration/settings.js'
import { type GeneratedClient, versionSkewOf } from '../model/client.js'
import type { FileId } from '../text/file-id.js'
import { loadWorkspace, type Workspace } from './load-workspace.js'
import { createOutsideFiles } from './outside-files.js'
import { type PrismaSetup, prismaSetup } from './prisma-command.js'

/** The clients of one schema, and how Prisma is run for it. */
export interface SchemaClients {
  /** The file that names the schema. */
  readonly schema: FileId
  readonly clients: readonly GeneratedClient[]
  readonly setup: PrismaSetup
}

/** What is generated in a workspace. */
export interface ClientReport {
  readonly workspace: Workspace
  /** Those that a client is generated from. */
  readonly schemas: readonly SchemaClients[]
}

/**
 * Compares the generated clients below `root`, an absolute path, with their schemas. Reads neither TypeScript nor git,
 * loads no code of Prisma's and starts nothing: it may be asked at the start of a container.
 */
export async function readClientStatus(root: string, options: HostOptions = {}): Promise<ClientReport> {
  const reading = { base: 'HEAD', trust: 'untrusted', sources: 'skipped' } as const
  const workspace = await loadWorkspace({ root, settings: DEFAULT_SETTINGS, ...reading })
  const snapshot = createAnalysisHost(workspace.world, options).snapshot()
  const outside = createOutsideFiles(root, undefined)
  const schemas = snapshot.schemas().flatMap((facts, index): SchemaClients[] => {
    const location = workspace.locations[index]
    const clients = snapshot.clientsOf(facts)
    if (!location || clients.length === 0) return []
    return [{ schema: location.files[0] ?? '', clients, setup: prismaSetup(outside, location) }]
  })
  return { workspace, schemas }
}

/** Whether a client is known not to be what `prisma generate` would make now. */
export function needsGeneration({ state, differences, versions }: GeneratedClient): boolean {
  return state === 'missing' || differences.length > 0 || versionSkewOf(versions) === 'generated'
}
