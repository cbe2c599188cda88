import fs from 'node:fs'
import type { SchemaSource } from '../analysis/world.js'
import { type FileId, isWithin } from '../text/file-id.js'
import { kindOf } from './file-kind.js'
import { SKIPPED_FOLDERS } from './list-files.js'
import type { Workspace } from './load-workspace.js'
import { pathOf } from './paths.js'

/** Something that happened on disk. */
export interface FileChange {
  readonly file: FileId
  readonly kind: 'created' | 'changed' | 'deleted'
}

/** `content`: only that file's text is another; `structure`: the workspace must be read anew; `nothing`: neither. */
export type Effect = 'content' | 'structure' | 'nothing'

/** Tells what a change on disk means for a workspace. May look at the disk. */
export function effectOf(change: FileChange, root: string, workspace: Workspace): Effect {
  const { file, kind } = change
  if (isGitState(file)) return 'structure'
  if (file.startsWith('../') || file.split('/').some((part) => SKIPPED_FOLDERS.has(part))) return 'nothing'
  if (SETTINGS.test(file)) return 'structure'
  if (kindOf(file) === undefined) return isKnownFolder(change, root, workspace) ? 'structure' : 'nothing'
  if (kind !== 'changed') return 'structure'
  if (workspace.sources.has(file) || isSchemaFile(workspace.world.schemas, file)) return 'content'
  return isRead(file, workspace) ? 'structure' : 'nothing'
}

/** Whether a file is a part or a twin of a schema. */
export function isSchemaFile(schemas: readonly SchemaSource[], file: FileId): boolean {
  return schemas.some(({ files, twins }) => [...files, ...twins].some((each) => each.file === file))
}

/** Files that say what belongs to the workspace and how it is checked. */
const SETTINGS =
  /(?:^|\/)\.git(?:ignore|attributes)$|^prisma-drift\.config\.\w+$|^prisma-drift-suppressions\.json$|(?:^|\/)pnpm-workspace\.yaml$/

/** What git keeps of where `HEAD` is. A further work tree has a log of its own, but its branches elsewhere. */
function isGitState(file: FileId): boolean {
  return /^\.git\/(?:HEAD|logs\/HEAD|packed-refs|info\/exclude|refs\/heads\/.*(?<!\.lock))$/.test(file)
}

/** A folder comes and goes in one event, without its files. */
function isKnownFolder({ file, kind }: FileChange, root: string, { files }: Workspace): boolean {
  if (kind === 'changed') return false
  if (kind === 'created') return fs.statSync(pathOf(root, file), { throwIfNoEntry: false })?.isDirectory() === true
  for (const known of files) if (isWithin(known, file)) return true
  return false
}

/** Whether the text of a file that is no source matters: types that are left out do not, the generated client may. */
function isRead(file: FileId, { world }: Workspace): boolean {
  const kind = kindOf(file)
  if (kind !== 'typescript' && kind !== 'component') return true
  return world.schemas.some(({ generated }) => generated.some((output) => isWithin(file, output)))
}
