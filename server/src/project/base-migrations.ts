import type { SchemaSource } from '../analysis/world.js'
import type { BaseMigrations, Migration } from '../model/migration.js'
import { type FileId, folderOf } from '../text/file-id.js'
import { readBase } from './git.js'
import { runGit } from './git-process.js'
import { listMigrations } from './migrations.js'

export interface BaseMigrationsRequest {
  /** The workspace, absolute; it must be trusted, as git runs. */
  readonly root: string
  /** A revision, such as `main`. */
  readonly base: string
}

/** The schemas with their migrations as they were at a revision, or as they are where git does not know it. */
export async function withBaseMigrations(
  schemas: readonly SchemaSource[],
  request: BaseMigrationsRequest,
): Promise<readonly SchemaSource[]> {
  const folders = schemas.map(folderOfMigrations)
  const tip = await filesAt(request, request.base, folders)
  const fork = await forkOf(request)
  const before = fork === undefined ? tip : await filesAt(request, fork, folders)
  if (tip === undefined || before === undefined) return schemas
  return schemas.map((schema, index) => {
    const folder = folders[index]
    if (folder === undefined) return schema
    const baseMigrations: BaseMigrations = {
      label: request.base,
      fork: migrationsIn(before, folder),
      tip: migrationsIn(tip, folder),
    }
    return { ...schema, baseMigrations }
  })
}

function folderOfMigrations({ migrations: [first] }: SchemaSource): FileId | undefined {
  return first && folderOf(folderOf(first.file))
}

/** Where `HEAD` and the revision part; undefined where that is the revision itself, or where they have nothing in common. */
async function forkOf({ root, base }: BaseMigrationsRequest): Promise<string | undefined> {
  if (base === 'HEAD') return undefined
  const run = await runGit({ root, args: ['merge-base', '--end-of-options', base, 'HEAD'] })
  return run.kind === 'done' && run.status === 0 ? run.stdout.toString('latin1').trim() : undefined
}

type Texts = ReadonlyMap<FileId, string>

async function filesAt(
  { root }: BaseMigrationsRequest,
  ref: string,
  folders: readonly (FileId | undefined)[],
): Promise<Texts | undefined> {
  const wanted = folders.filter((folder) => folder !== undefined)
  if (wanted.length === 0) return undefined
  const base = await readBase({ root, ref, files: [], folders: wanted, extension: '.sql', trust: 'trusted' })
  return base.kind === 'found' ? base.texts : undefined
}

function migrationsIn(texts: Texts, folder: FileId): readonly Migration[] {
  return listMigrations(texts.keys(), folder).map(({ name, file }) => ({ name, file, text: texts.get(file) }))
}
