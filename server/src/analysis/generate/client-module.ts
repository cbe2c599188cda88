import { mostFrequent } from '../../generators/style.js'
import { type FileId, folderOf } from '../../text/file-id.js'
import { joinPath, learn, type Project, relativePath } from './project.js'

/** From where most files import the generated client, as a file would write it. */
export function clientModuleOf(project: Project, from: FileId): string {
  const { module, isFile } = learn(project, 'module of the client', () => usualModule(project))
  return isFile ? relativePath(folderOf(from), module) : module
}

function usualModule({ texts }: Project): { readonly module: string; readonly isFile: boolean } {
  const modules = [...texts].flatMap(([file, text]) => {
    const module = CLIENT_IMPORT.exec(text)?.[1]
    return module === undefined ? [] : [module.startsWith('.') ? joinPath(folderOf(file), module) : module]
  })
  const usual = mostFrequent(modules) ?? '@prisma/client'
  const isFile = [...texts].some(([file, text]) => {
    const module = CLIENT_IMPORT.exec(text)?.[1]
    return module?.startsWith('.') && joinPath(folderOf(file), module) === usual
  })
  return { module: usual, isFile }
}

/** An import of `PrismaClient` or of `Prisma`, or anything from the package. */
const CLIENT_IMPORT =
  /import\s+(?:type\s+)?\{[^}]*\}\s+from\s+['"](@prisma\/client|[^'"]*\/generated\/[^'"]*|[^'"]*prisma\/client[^'"]*)['"]/
