import type { SchemaSource, SourceText, World } from '../analysis/world.js'
import { NO_BASELINE } from '../configuration/baseline.js'
import { createFileFilter } from '../configuration/globs.js'
import { type FileId, folderOf, isWithin } from '../text/file-id.js'
import type { ChangesSince } from './changes-since.js'
import { kindOf } from './file-kind.js'
import type { Workspace } from './load-workspace.js'
import { isSideFile } from './side-files.js'

type Known = Extract<ChangesSince, { kind: 'known' }>

/** The folders whose `.prisma` files {@link worldBefore} needs. */
export function schemaFolders({ locations }: Workspace): readonly FileId[] {
  return locations.filter(({ files }) => files.length > 1).flatMap(({ files }) => files.map(folderOf))
}

/**
 * A workspace as it was: the texts of types, schemas and migrations. What belongs to a workspace and where imports lead
 * is taken as it is now.
 */
export function worldBefore(workspace: Workspace, changes: Known): World {
  const { world } = workspace
  const texts = new Map(world.texts)
  const isSource = createFileFilter(world.settings)
  for (const file of changes.files) {
    const text = changes.texts.get(file)
    const kind = kindOf(file)
    const isRead = workspace.sources.has(file) || (!isSideFile(file) && isSource(file) && isType(kind))
    if (text !== undefined && isRead) texts.set(file, text)
    else texts.delete(file)
  }
  const schemas = world.schemas.map((schema) => schemaBefore(schema, changes))
  return { ...world, texts, schemas, baseline: NO_BASELINE }
}

function isType(kind: ReturnType<typeof kindOf>): boolean {
  return kind === 'typescript' || kind === 'component'
}

function schemaBefore(schema: SchemaSource, changes: Known): SchemaSource {
  const folders = schema.files.length > 1 ? schema.files.map(({ file }) => folderOf(file)) : []
  const isThere = ({ file }: SourceText) => schema.files.some((each) => each.file === file)
  const gone = [...changes.texts].map(([file, text]) => ({ file, text }))
  const files = [
    ...schema.files.flatMap((each) => textBefore(each, changes)),
    ...gone.filter((each) => !isThere(each) && folders.some((folder) => isWithin(each.file, folder))),
  ]
  if (files.length === 0) return schema
  return {
    ...schema,
    files,
    twins: schema.twins.flatMap((each) => textBefore(each, changes)),
    // What was there is no change.
    base: schema.base && { label: schema.base.label, files },
    migrations: schema.migrations.flatMap((each) =>
      textBefore({ file: each.file, text: each.text ?? '' }, changes).map(({ text }) => ({ ...each, text })),
    ),
    errors: [],
  }
}

/** A text as it was; none where there was no file. */
function textBefore(source: SourceText, { files, texts }: Known): readonly SourceText[] {
  if (!files.has(source.file)) return [source]
  const text = texts.get(source.file)
  return text === undefined ? [] : [{ file: source.file, text }]
}
