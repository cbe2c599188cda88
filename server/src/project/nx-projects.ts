import { parse } from 'jsonc-parser'
import type { PackageFacts } from '../analysis/world.js'
import { baseName, type FileId, folderOf } from '../text/file-id.js'
import { isRecord, type PackagesInput } from './packages.js'

/**
 * The projects of an Nx workspace that share one `package.json`: each stands for a package, and what it runs on is told by
 * the executors of its targets.
 */
export function readNxProjects({ files, readText }: PackagesInput): readonly PackageFacts[] {
  const all = [...files]
  const packaged = new Set(all.filter((file) => baseName(file) === 'package.json').map(folderOf))
  return all
    .filter((file) => baseName(file) === 'project.json' && !packaged.has(folderOf(file)))
    .flatMap((file) => readProject(file, readText(file) ?? '') ?? [])
}

function readProject(file: FileId, text: string): PackageFacts | undefined {
  const parsed: unknown = parse(text, [], { allowTrailingComma: true })
  if (!isRecord(parsed) || !isRecord(parsed.targets)) return undefined
  const executors = Object.values(parsed.targets).flatMap((target) =>
    isRecord(target) && typeof target.executor === 'string' ? [target.executor] : [],
  )
  const isClient = executors.some((executor) => CLIENT.test(executor))
  const isServer = executors.some((executor) => SERVER.test(executor))
  const runs = isClient === isServer ? undefined : isClient ? 'client' : 'server'
  return { root: folderOf(file), name: '', dependencies: new Set(), ...(runs && { runs }) }
}

const CLIENT = /^(@angular-devkit\/build-angular|@angular\/build|@(nx|nrwl)\/(angular|react|react-native|expo|vue))[:/]/
const SERVER = /^@(nx|nrwl)\/(nest|node|express|js:node)\b/
