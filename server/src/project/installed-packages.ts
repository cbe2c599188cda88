import type { FileId } from '../text/file-id.js'
import type { OutsideFiles } from './outside-files.js'
import { joinId } from './paths.js'

/** A package in a folder of modules. */
export interface InstalledPackage {
  /** Where it was found; under pnpm a link into a store. */
  readonly folder: FileId
  readonly version: string | undefined
}

/** Prisma's packages as Node would find them from a folder. */
export interface InstalledPackages {
  /** The folders of modules up to the one with `@prisma/client`, nearest first. */
  readonly modules: readonly FileId[]
  readonly client: InstalledPackage | undefined
  readonly cli: InstalledPackage | undefined
}

/** Looks for Prisma's packages from a folder upwards. */
export function installedPackages(outside: OutsideFiles, from: FileId): InstalledPackages {
  const modules: FileId[] = []
  let client: InstalledPackage | undefined
  let cli: InstalledPackage | undefined
  for (const folder of outside.upwards(from)) {
    const here = joinId(folder, 'node_modules')
    if (!outside.has(here)) continue
    if (!client) modules.push(here)
    client ??= packageIn(outside, `${here}/@prisma/client`)
    cli ??= packageIn(outside, `${here}/prisma`)
    if (client && cli) break
  }
  return { modules, client, cli }
}

function packageIn(outside: OutsideFiles, folder: FileId): InstalledPackage | undefined {
  const version = versionIn(outside, folder)
  return version !== undefined || outside.has(folder) ? { folder, version } : undefined
}

/** What the `package.json` in a folder says. */
export function versionIn(outside: OutsideFiles, folder: FileId): string | undefined {
  return /"version"\s*:\s*"([^"]+)"/.exec(outside.textOf(`${folder}/package.json`) ?? '')?.[1]
}
