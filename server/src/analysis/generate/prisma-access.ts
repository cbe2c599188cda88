import { generatePrismaModule, generatePrismaService } from '../../generators/prisma-service.js'
import type { FileId } from '../../text/file-id.js'
import { clientModuleOf } from './client-module.js'
import type { Place } from './place.js'
import { type Change, type Project, packageOf } from './project.js'
import { styleFor, writeBlocks } from './write-blocks.js'

/** The project's Prisma service; undefined where it has none. */
export function prismaServiceOf({ texts }: Project): Place | undefined {
  const file = [...texts].find(
    ([, text]) => text.includes('class PrismaService') && /^export class PrismaService\b/m.test(text),
  )?.[0]
  return file === undefined ? undefined : { file, name: 'PrismaService' }
}

/** Whether a file's package is an application of NestJS. */
export function usesNest(file: FileId, project: Project): boolean {
  return packageOf(project, file)?.dependencies.has('@nestjs/common') ?? false
}

/** The project's Prisma service, or a new one in a global module. */
export function prismaServiceFor(project: Project): { readonly place: Place; readonly changes: readonly Change[] } {
  const found = prismaServiceOf(project)
  if (found) return { place: found, changes: [] }
  const folder = [project.schema.root, 'src/prisma'].filter((part) => part !== '').join('/')
  const file = `${folder}/prisma.service.ts`
  const service = generatePrismaService(clientModuleOf(project, file), styleFor(project, file))
  const module = `${folder}/prisma.module.ts`
  return {
    place: { file, name: 'PrismaService' },
    changes: [...writeBlocks(project, file, [service]), ...writeBlocks(project, module, [generatePrismaModule()])],
  }
}
