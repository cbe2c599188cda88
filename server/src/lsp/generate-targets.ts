import { RequestType } from 'vscode-languageserver'
import { GENERATE_TARGETS, type GenerateTargets, type GenerateTargetsRequest } from '../../../shared/src/requests.js'
import { OUTPUTS } from '../analysis/generate/outputs.js'
import type { Folder } from './folders.js'
import { modelAt, OUTPUT_LABELS } from './generation.js'
import { onRequest } from './handler.js'
import { uriOf } from './locations.js'
import type { Server } from './server.js'

/** What code can be generated for. */
export const generateTargets = onRequest(
  new RequestType(GENERATE_TARGETS) as GenerateTargetsRequest,
  async (server, { uri, range }): Promise<GenerateTargets> => {
    await server.folders.ready()
    const place = uri === undefined ? undefined : server.folders.placeOf(uri)
    const at = place && range && modelAt(place.folder.live.snapshot(), place.file, range)
    const models = server.folders.all().flatMap((folder) => modelsIn(server, folder))
    const own = models.filter((model) => model.uri === uri)
    return {
      at: at?.name,
      models: own.length > 0 ? own : models,
      outputs: OUTPUTS.map((name) => ({ name, label: OUTPUT_LABELS[name] })),
    }
  },
)

function modelsIn(server: Server, folder: Folder): GenerateTargets['models'] {
  const models = folder.live
    .snapshot()
    .schemas()
    .flatMap(({ lowered }) => [...lowered.schema.models.values()])
  return models.map(({ name, ref }) => ({ name, schema: ref.file, uri: uriOf(server, folder, ref.file) }))
}
