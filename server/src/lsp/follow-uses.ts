import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { FollowedUses } from '../analysis/mend.js'
import type { RenamePlan } from '../analysis/rename-plan.js'
import type { Snapshot } from '../analysis/snapshot.js'
import { followUsesAside } from '../project/follow-uses-aside.js'
import type { FileId } from '../text/file-id.js'
import type { AnnotatedEdits } from './annotated-edit.js'
import { type Folder, fileIn } from './folders.js'
import { withCancellableProgress } from './progress.js'
import type { Server } from './server.js'
import { pathOfUri } from './uri.js'

/**
 * Finds the uses of what a plan renames, with open documents as they are. Throws `ContentModified` where something has
 * changed meanwhile.
 */
export async function followUses(
  server: Server,
  folder: Folder,
  plan: RenamePlan,
  token: CancellationToken,
): Promise<FollowedUses> {
  const workspace = folder.live.workspace()
  if (!workspace) throw movedOn()
  const planned = textsOf(folder.live.snapshot(), plan)
  const documents = documentsIn(server, folder)
  const found = await withCancellableProgress(server, 'Finding uses…', token, (isCancelled) =>
    followUsesAside(plan, { root: folder.root, workspace, documents, isCancelled }),
  )
  const now = documentsIn(server, folder)
  const snapshot = folder.live.snapshot()
  const textOf = (file: FileId) => now.get(file) ?? snapshot.textOf(file)
  const isSame =
    [...planned].every(([file, text]) => textOf(file) === text) &&
    [...found.texts].every(([file, { before }]) => (textOf(file) ?? before) === before)
  if (!isSame) throw movedOn()
  for (const { file, line, message } of found.left.slice(0, MOST_LOGGED))
    server.log(`left at ${file}:${line}: ${message}`)
  return found
}

/** The texts that a plan was made from: those of the schemas, and of the files in which declarations are renamed. */
function textsOf(snapshot: Snapshot, { declarations }: RenamePlan): ReadonlyMap<FileId, string | undefined> {
  const files = [...snapshot.schemas().flatMap(({ schema }) => schema.files), ...declarations.keys()]
  return new Map(files.map((file) => [file, snapshot.textOf(file)]))
}

/** Of a common name there can be thousands of places. */
const MOST_LOGGED = 200

/** What a person sees of renamed declarations and uses before they are changed. */
export function annotatedUses(label: string, { edits, texts, uses, left }: FollowedUses): AnnotatedEdits {
  const places = `${uses} ${uses === 1 ? 'use' : 'uses'} in ${edits.size} ${edits.size === 1 ? 'file' : 'files'}.`
  const rest = left.length > 0 ? ` ${left.length} more could not be proven; the output lists them.` : ''
  return {
    id: 'uses',
    annotation: { label, description: places + rest, needsConfirmation: true },
    edits,
    texts: new Map([...texts].map(([file, { before }]) => [file, before])),
  }
}

function documentsIn({ documents }: Server, { root }: Folder): ReadonlyMap<FileId, string> {
  const found = [...documents.all()].flatMap((document): readonly [FileId, string][] => {
    const absolute = pathOfUri(document.uri)
    const file = absolute === undefined ? undefined : fileIn(root, absolute)
    return file === undefined ? [] : [[file, document.getText()]]
  })
  return new Map(found)
}

function movedOn(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'something has changed since this was asked for')
}
