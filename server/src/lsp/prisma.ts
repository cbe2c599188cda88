import { LSPErrorCodes, RequestType, ResponseError } from 'vscode-languageserver'
import {
  PRISMA_RUN,
  PRISMA_SCHEMAS,
  type PrismaRun,
  type PrismaRunRequest,
  type PrismaSchema,
  type PrismaSchemasRequest,
} from '../../../shared/src/prisma.js'
import { databaseTarget } from '../project/database-target.js'
import type { SchemaLocation } from '../project/discover-schemas.js'
import { listMigrations } from '../project/migrations.js'
import { createOutsideFiles } from '../project/outside-files.js'
import { pathOf } from '../project/paths.js'
import { prismaSetup } from '../project/prisma-command.js'
import { changesDatabase, isPrismaCommand, wordsOf } from '../project/prisma-commands.js'
import type { FileId } from '../text/file-id.js'
import type { Folder } from './folders.js'
import { onRequest } from './handler.js'
import { uriOf } from './locations.js'
import type { Server } from './server.js'

/** The schemas that Prisma can be run for. In folders that are not trusted there are none. */
export const prismaSchemas = onRequest(
  new RequestType(PRISMA_SCHEMAS) as PrismaSchemasRequest,
  async (server): Promise<readonly PrismaSchema[]> => {
    await server.folders.ready()
    if (server.trust === 'untrusted') return []
    return server.folders
      .all()
      .flatMap((folder) => locationsOf(folder).map((location) => describe(server, folder, location)))
  },
)

/** What to run in a terminal for one of Prisma's commands. It starts nothing itself. */
export const prismaRun = onRequest(
  new RequestType(PRISMA_RUN) as PrismaRunRequest,
  async (server, { uri, command, name, resolution }): Promise<PrismaRun> => {
    await server.folders.ready()
    if (server.trust === 'untrusted') throw refused('This folder is not trusted: no program is started for it.')
    const located = locationAt(server, uri)
    if (!located || !isPrismaCommand(command)) throw refused('There is no such schema or command.')
    const { folder, location } = located
    const outside = createOutsideFiles(folder.root, undefined)
    const found = prismaSetup(outside, location)
    const manager = folder.settings.editor().prisma?.packageManager ?? 'auto'
    const setup = manager === 'auto' ? found : { ...found, manager }
    if (!setup.cli) throw refused(`The package 'prisma' is not installed for '${setup.folder || '.'}'.`)
    const words = wordsOf(command, setup, { name, resolution })
    if (!words) throw refused('A name is needed.')
    const target = databaseTarget(outside, location, process.env) ?? 'the database of this project'
    return { folder: pathOf(folder.root, setup.folder), words, changes: changesDatabase(command) ? target : null }
  },
)

function refused(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message)
}

interface Located {
  readonly folder: Folder
  readonly location: SchemaLocation
}

/** Schemas without a datasource are parts of others, or no more than drafts. */
function locationsOf({ live }: Folder): readonly SchemaLocation[] {
  return live.workspace()?.locations.filter(({ via }) => via !== 'component') ?? []
}

/** The schema that one of whose files has this uri. */
function locationAt(server: Server, uri: string): Located | undefined {
  for (const { folder, file } of server.folders.placesOf(uri)) {
    const location = locationsOf(folder).find(({ files }) => files.includes(file))
    if (location) return { folder, location }
  }
  return undefined
}

function describe(server: Server, folder: Folder, location: SchemaLocation): PrismaSchema {
  const { files, migrations } = location
  const main = files[0] ?? ''
  const setup = prismaSetup(createOutsideFiles(folder.root, undefined), location)
  return {
    uri: uriOf(server, folder, main),
    path: main,
    files: files.map((file: FileId) => uriOf(server, folder, file)),
    version: setup.cli?.version ?? null,
    migrations: migrations === undefined ? [] : namesOf(folder, migrations),
  }
}

function namesOf({ live }: Folder, migrations: FileId): readonly string[] {
  return listMigrations(live.workspace()?.files ?? [], migrations).map(({ name }) => name)
}
