import { mostFrequent } from '../../generators/style.js'
import { type FileId, folderOf } from '../../text/file-id.js'
import { joinPath, learn, type Project, relativePath } from './project.js'

/** What is imported: an enum, or anything else of the generated client. Newer clients have a module for enums alone. */
export type Imported = 'enum' | 'client'

/** From where most files import the generated client, as a file would write it. */
export function clientModuleOf(project: Project, from: FileId, imported: Imported = 'client'): string {
  const { module, isFile } = learn(project, `module of the client, ${imported}`, () => usualModule(project, imported))
  return isFile ? relativePath(folderOf(from), module) : module
}

interface UsualModule {
  readonly module: string
  readonly isFile: boolean
}

function usualModule({ texts }: Project, imported: Imported): UsualModule {
  const modules = [...texts].flatMap(([file, text]) =>
    [...text.matchAll(CLIENT_IMPORT)].map(([, module = '']): UsualModule => {
      const isFile = module.startsWith('.')
      return { module: isFile ? joinPath(folderOf(file), module) : module, isFile }
    }),
  )
  const offers = (module: string) => !PART.test(module) || (imported === 'enum' && ENUMS.test(module))
  const offering = modules.filter(({ module }) => offers(module))
  const beside = modules.map((each) => ({ ...each, module: each.module.replace(PART, '/client$1') }))
  const known = offering.length > 0 ? offering : beside
  const usual = mostFrequent(known.map(({ module }) => module))
  return known.find(({ module }) => module === usual) ?? { module: '@prisma/client', isFile: false }
}

/** Modules of a generated client that hold no more than a part of it. */
const PART = /\/(?:enums|models|browser|internal\/\w+)(\.[jt]s)?$/
const ENUMS = /\/enums(?:\.[jt]s)?$/

/** An import of `PrismaClient` or of `Prisma`, or anything from the package. */
const CLIENT_IMPORT =
  /import\s+(?:type\s+)?\{[^}]*\}\s+from\s+['"](@prisma\/client|[^'"]*\/generated\/[^'"]*|[^'"]*prisma\/client[^'"]*)['"]/g
