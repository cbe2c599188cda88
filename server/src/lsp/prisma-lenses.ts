import type { CodeLens } from 'vscode-languageserver'
import { PRISMA_COMMANDS, type PrismaCommandName } from '../../../shared/src/prisma.js'
import type { Snapshot } from '../analysis/snapshot.js'
import type { ElementRef } from '../model/element.js'
import type { FileId } from '../text/file-id.js'

/** Above the generators of a client and the datasource of a schema: the commands of Prisma that people need there. */
export function prismaLenses(snapshot: Snapshot, file: FileId, uri: string): readonly CodeLens[] {
  const facts = snapshot.schemas().find(({ schema }) => schema.files.includes(file))
  if (!facts) return []
  const { generators, datasource } = facts.lowered
  const lens = (ref: ElementRef, name: PrismaCommandName, title: string): CodeLens[] => {
    const command = { title, command: PRISMA_COMMANDS[name], arguments: [{ uri }] }
    return ref.file === file ? [{ range: snapshot.rangeOf(ref), command }] : []
  }
  const clients = generators.filter(({ settings }) => /^"prisma-client(?:-js)?"$/.test(settings.get('provider') ?? ''))
  return [
    ...clients.flatMap(({ ref }) => lens(ref, 'generate', '$(gear) Generate client')),
    // MongoDB has no migrations.
    ...(datasource && datasource.provider !== 'mongodb'
      ? [
          ...lens(datasource.ref, 'migrateCreate', '$(add) Create migration…'),
          ...lens(datasource.ref, 'migrateStatus', 'Migration status'),
        ]
      : []),
    ...(datasource ? lens(datasource.ref, 'studio', 'Studio') : []),
  ]
}
