import { generateSeed, seedName } from '../../generators/seed.js'
import type { Model } from '../../model/schema.js'
import { folderOf } from '../../text/file-id.js'
import { clientModuleOf } from './client-module.js'
import { placeFor } from './place.js'
import { declares, joinPath, type Outcome, type Project } from './project.js'
import { styleFor, writeBlocks } from './write-blocks.js'

/** The first records of a model, in a folder beside the schema, for the project's seed to call. */
export function planSeed(model: Model, project: Project): Outcome {
  if (model.kind === 'view') return { changes: [], notes: [`'${model.name}' is a view: its rows cannot be made`] }
  if (model.kind === 'type') return { changes: [], notes: [] }
  const schemaFolder = folderOf(project.schema.files[0] ?? '')
  const folder = joinPath(schemaFolder, 'seeds')
  const { file } = placeFor(model.name, { folder, file: '{kebab}.ts', name: '' })
  const name = seedName(model.name)
  if (declares(project, { file, name })) return { changes: [], notes: [`${file}: '${name}' is there already`] }
  const clientModule = clientModuleOf(project, file)
  const block = generateSeed(model, { schema: project.schema, style: styleFor(project, file), clientModule })
  return { changes: writeBlocks(project, file, [block]), notes: [] }
}
