import { generateRepository } from '../../generators/repository.js'
import type { Model } from '../../model/schema.js'
import { clientModuleOf } from './client-module.js'
import { classesEndingIn, featureFolder } from './features.js'
import { conventionOf, placeFor } from './place.js'
import { prismaServiceOf, usesNest } from './prisma-access.js'
import { moduleOf, type Outcome, type Project, sourceFolder } from './project.js'
import { styleFor, writeBlocks } from './write-blocks.js'

/** The repository of a model; one that is there stays as it is. */
export function planRepository(model: Model, project: Project): Outcome {
  if (model.kind === 'type') return { changes: [], notes: [] }
  const classes = classesEndingIn('Repository', project)
  const existing = classes.find((each) => each.model === model.name)
  if (existing) return { changes: [], notes: [`${existing.file}: '${existing.name}' is there already`] }
  const own = sourceFolder(project, project.schema.root, 'repositories')
  const isNest = usesNest(`${own}/x.ts`, project)
  const folder = isNest ? featureFolder(project) : own
  const { file, name } = placeFor(
    model.name,
    conventionOf(classes, { folder, file: '{kebab}.repository.ts', name: '{pascal}Repository' }),
  )
  const clientModule = clientModuleOf(project, file)
  const service = isNest ? prismaServiceOf(project) : undefined
  const prisma = service
    ? { name: service.name, module: moduleOf(project, file, service.file), kind: 'value' as const }
    : { name: 'PrismaClient', module: clientModule, kind: 'value' as const }
  const isInjectable = service !== undefined
  const block = generateRepository(model, { name, style: styleFor(project, file), prisma, clientModule, isInjectable })
  return { changes: writeBlocks(project, file, [block]), notes: [] }
}
