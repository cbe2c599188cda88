import { generatePrismaModule, generatePrismaService } from '../../generators/prisma-service.js'
import type { FileId } from '../../text/file-id.js'
import { clientModuleOf } from './client-module.js'
import type { Place } from './place.js'
import { type Change, joinPath, learn, type Project, packageOf, sourceFolder } from './project.js'
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
  return packageOf(project, file)?.dependencies.has(NEST) ?? false
}

const NEST = '@nestjs/common'

/** Whether anything in the workspace is an application of NestJS, as far as its packages are known. */
export function knowsNest(project: Project): boolean {
  const { packages, texts } = project
  if (packages.length === 0 || packages.some(({ dependencies }) => dependencies.has(NEST))) return true
  return learn(project, 'imports NestJS', () => [...texts.values()].some((text) => IMPORTS_NEST.test(text)))
}

const IMPORTS_NEST = /from ['"]@nestjs\/common['"]/

/** The folder of the package that server code belongs to: the schema's, or else the only one that is of NestJS. */
export function serverRoot(project: Project): FileId {
  const { schema, packages } = project
  const isOfSchema = usesNest(joinPath(schema.root, 'x.ts'), project)
  const [only, ...others] = packages.filter(({ dependencies }) => dependencies.has(NEST))
  return isOfSchema || !only || others.length > 0 ? schema.root : only.root
}

/** The project's Prisma service, or a new one in a global module. */
export function prismaServiceFor(project: Project): { readonly place: Place; readonly changes: readonly Change[] } {
  const found = prismaServiceOf(project)
  if (found) return { place: found, changes: [] }
  const folder = sourceFolder(project, serverRoot(project), 'prisma')
  const file = `${folder}/prisma.service.ts`
  const service = generatePrismaService(clientModuleOf(project, file), styleFor(project, file))
  const module = `${folder}/prisma.module.ts`
  return {
    place: { file, name: 'PrismaService' },
    changes: [...writeBlocks(project, file, [service]), ...writeBlocks(project, module, [generatePrismaModule()])],
  }
}
