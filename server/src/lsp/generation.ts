import {
  type ChangeAnnotation,
  CreateFile,
  LSPErrorCodes,
  type Range,
  ResponseError,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { generate } from '../analysis/generate/generate.js'
import type { Output } from '../analysis/generate/outputs.js'
import type { ProjectFiles } from '../analysis/generate/project.js'
import type { Snapshot } from '../analysis/snapshot.js'
import type { Model } from '../model/schema.js'
import { createTextReader } from '../project/read-files.js'
import { withoutUnread } from '../project/unread-files.js'
import { baseName, type FileId } from '../text/file-id.js'
import { changeBetween } from '../text/text-edit.js'
import type { Folder } from './folders.js'
import { uriOf } from './locations.js'
import { overlaps } from './ranges.js'
import type { Server } from './server.js'

/** What is generated, in words. */
export const OUTPUT_LABELS: Readonly<Record<Output, string>> = {
  interface: 'an interface',
  dto: 'DTOs',
  zod: 'zod schemas',
  client: 'API client methods',
  repository: 'a repository',
  service: 'a module, service and controller',
  seed: 'a seed',
  tests: 'tests of its service',
}

/** The model whose block a range of a schema is in. */
export function modelAt(snapshot: Snapshot, file: FileId, range: Range): Model | undefined {
  const models = snapshot.schemas().flatMap(({ lowered }) => [...lowered.schema.models.values()])
  return models.find(
    ({ ref }) => ref.file === file && overlaps(snapshot.rangeOf({ file, id: `${ref.id}:block` }), range),
  )
}

/**
 * The edit that generates code for a model; empty where everything is there. Where several files are completed they are
 * shown before, by a client that can do so. Throws a message for the person where it cannot be made.
 */
export function generationEdit(
  server: Server,
  folder: Folder,
  { model, output }: { readonly model: string; readonly output: Output },
): WorkspaceEdit {
  const snapshot = folder.live.snapshot()
  if (snapshot.schemas().some((facts) => snapshot.schemaErrors(facts).length > 0))
    throw refusal('the schema has errors')
  const world = folder.live.world()
  const files = filesOf(folder)
  const { texts, unknown, notes } = generate(world, { outputs: [output], models: [model], ...(files && { files }) })
  if (unknown.length > 0) throw refusal(`no model is called '${model}'`)
  const { written, kept } = withoutUnread(folder.root, world, texts)
  if (written.size === 0 && notes.length + kept.length > 0) throw refusal([...notes, ...kept].join('; '))
  return editOf(server, folder, { texts: written, label: `Generate ${output} for ${model}` })
}

/** What else there is, as it is on the disk. */
function filesOf({ root, live }: Folder): ProjectFiles | undefined {
  const workspace = live.workspace()
  return workspace && { list: [...workspace.files], readText: createTextReader(root, {}) }
}

interface Generated {
  readonly texts: ReadonlyMap<FileId, string>
  readonly label: string
}

function editOf(server: Server, folder: Folder, { texts, label }: Generated): WorkspaceEdit {
  const changed = [...texts.keys()].filter(
    (file) => folder.live.snapshot().textOf(file) !== undefined && !isBarrel(file),
  )
  const annotation: ChangeAnnotation = { label, needsConfirmation: changed.length > 1 }
  const isAnnotated = server.client.annotatesChanges
  const documentChanges = [...texts].flatMap(([file, text]) => changesOf(server, folder, { file, text, isAnnotated }))
  return { documentChanges, ...(isAnnotated && { changeAnnotations: { [ANNOTATION]: annotation } }) }
}

/** A line in it is no more than the name of a new file. */
function isBarrel(file: FileId): boolean {
  return /^index\.[cm]?tsx?$/.test(baseName(file))
}

const ANNOTATION = 'generate'

interface NewText {
  readonly file: FileId
  readonly text: string
  readonly isAnnotated: boolean
}

function changesOf(
  server: Server,
  folder: Folder,
  { file, text, isAnnotated }: NewText,
): (CreateFile | TextDocumentEdit)[] {
  const snapshot = folder.live.snapshot()
  const uri = uriOf(server, folder, file)
  const before = snapshot.textOf(file)
  const version = server.documents.get(uri)?.version ?? null
  const { span, newText } = changeBetween(before ?? '', text)
  const annotationId = isAnnotated ? { annotationId: ANNOTATION } : {}
  const change = { range: snapshot.lineIndexOf(file).rangeOf(span), newText, ...annotationId }
  const edit = TextDocumentEdit.create({ uri, version }, [change])
  return before === undefined ? [CreateFile.create(uri, undefined, annotationId.annotationId), edit] : [edit]
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, `Nothing was generated: ${message}`)
}
