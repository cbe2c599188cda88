import { ErrorCodes, ExecuteCommandRequest, ResponseError } from 'vscode-languageserver'
import { SERVER_COMMANDS } from '../../../shared/src/requests.js'
import { OUTPUTS } from '../analysis/generate/outputs.js'
import type { Finding } from '../model/finding.js'
import { editsOfFix, editsOfFixes, type FileEdits, safeFixes, workspaceEdit } from './edits.js'
import { allFindings, findingsOf } from './findings.js'
import type { Folder } from './folders.js'
import { generationEdit } from './generation.js'
import { onRequest } from './handler.js'
import { linkFix } from './link-fix.js'
import { uriOf } from './locations.js'
import type { Server } from './server.js'

/** The commands that the server runs itself. Each ends with edits that the client applies, or refuses. */
export const executeCommand = onRequest(
  ExecuteCommandRequest.type,
  async (server, { command, arguments: args = [] }) => {
    await server.folders.ready()
    if (command === SERVER_COMMANDS.fixAll) return apply(server, 'Fix all drift', fixAll(server, args[0]))
    if (command === SERVER_COMMANDS.generate) return generate(server, args[0])
    if (command === SERVER_COMMANDS.linkType) return apply(server, 'Link to model', linkType(server, args[0]))
    throw new ResponseError(ErrorCodes.InvalidParams, `no command is called ${command}`)
  },
  () => ({ executeCommandProvider: { commands: Object.values(SERVER_COMMANDS) } }),
)

/** The safe fixes of one document, or of all folders. */
function fixAll(server: Server, uri: unknown): readonly FileEdits[] {
  const { folders, log } = server
  const place = typeof uri === 'string' ? folders.placeOf(uri) : undefined
  if (uri !== undefined && !place) return []
  const chosen = place ? [place.folder] : folders.all()
  return chosen.flatMap((folder) => {
    const snapshot = folder.live.snapshot()
    const findings = place ? findingsOf(snapshot, place.file) : ownFindings(server, folder)
    const { edits, failed } = editsOfFixes(folder, safeFixes(findings))
    if (failed > 0) log(`${failed} fixes in ${folder.root} could not be made together with the others`)
    return edits
  })
}

/** Of folders within each other one speaks of a file, and only that one fixes it. */
function ownFindings(server: Server, folder: Folder): readonly Finding[] {
  const isOwn = ({ at }: Finding) => server.folders.placeOf(uriOf(server, folder, at.file))?.folder === folder
  return allFindings(folder.live.snapshot()).filter(isOwn)
}

function linkType({ folders }: Server, target: unknown): readonly FileEdits[] {
  const { uri, id, model } = (target ?? {}) as Partial<Record<'uri' | 'id' | 'model', unknown>>
  const place = typeof uri === 'string' ? folders.placeOf(uri) : undefined
  if (!place || typeof id !== 'string' || typeof model !== 'string') {
    throw new ResponseError(ErrorCodes.InvalidParams, 'a document, the id of a type in it and a model are needed')
  }
  return editsOfFix(place.folder, linkFix({ file: place.file, id }, model))
}

/** Whether the client has applied what was generated; false where there is nothing to change. */
async function generate(server: Server, target: unknown): Promise<boolean> {
  const { uri, model, output } = (target ?? {}) as Partial<Record<'uri' | 'model' | 'output', unknown>>
  const place = typeof uri === 'string' ? server.folders.placeOf(uri) : undefined
  const wanted = OUTPUTS.find((each) => each === output)
  if (!place || typeof model !== 'string' || !wanted) {
    throw new ResponseError(ErrorCodes.InvalidParams, 'a schema, one of its models and what to generate are needed')
  }
  const edit = generationEdit(server, place.folder, { model, output: wanted })
  if (!edit.documentChanges?.length) return false
  const { applied } = await server.connection.workspace.applyEdit({ label: `Generate ${wanted} for ${model}`, edit })
  return applied
}

/** Whether the client has applied the edits; false where there are none. */
async function apply(server: Server, label: string, edits: readonly FileEdits[]): Promise<boolean> {
  if (edits.length === 0) return false
  const { applied } = await server.connection.workspace.applyEdit({ label, edit: workspaceEdit(server, edits) })
  return applied
}
