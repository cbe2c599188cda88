import path from 'node:path'
import type { FileId } from '../text/file-id.js'
import type { SchemaLocation } from './discover-schemas.js'
import { type InstalledPackage, installedPackages } from './installed-packages.js'
import type { OutsideFiles } from './outside-files.js'
import { isRecord } from './packages.js'
import { joinId } from './paths.js'
import type { FoundVia } from './schema-group.js'

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun'

/** How Prisma is run for one schema. */
export interface PrismaSetup {
  /** The folder that it is run in: where it finds the schema by itself, else that of the schema's package. */
  readonly folder: FileId
  readonly manager: PackageManager
  /** The installed package `prisma`. */
  readonly cli: InstalledPackage | undefined
  /** Its program, to be run by Node. */
  readonly program: FileId | undefined
  /** The schema's file or folder, from that folder. */
  readonly place: string
  /** The same, if Prisma has to be told; undefined where it finds the schema by itself. */
  readonly schema: string | undefined
}

/** Finds out how Prisma is run for a schema, from what is installed and locked. */
export function prismaSetup(outside: OutsideFiles, location: SchemaLocation): PrismaSetup {
  const folder = location.project ?? location.root
  const { cli } = installedPackages(outside, folder)
  const place = path.posix.relative(folder, location.place)
  return {
    folder,
    manager: packageManagerOf(outside, folder),
    cli,
    program: cli && programOf(outside, cli),
    place,
    schema: FOUND_BY_EVERY_VERSION.has(location.via) ? undefined : place,
  }
}

/** Other places are known to some versions only. */
const FOUND_BY_EVERY_VERSION: ReadonlySet<FoundVia> = new Set<FoundVia>(['config', 'default'])

/** The command as a person would type it in the setup's folder. */
export function prismaLine(setup: PrismaSetup, args: readonly string[]): string {
  return prismaWords(setup, args).map(quoted).join(' ')
}

/** The same in words, which are not quoted yet: the package manager first. */
export function prismaWords({ manager, schema }: PrismaSetup, args: readonly string[]): readonly string[] {
  return [...RUNNERS[manager], 'prisma', ...args, ...(schema === undefined ? [] : ['--schema', schema])]
}

const RUNNERS: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ['npx'],
  pnpm: ['pnpm', 'exec'],
  yarn: ['yarn'],
  bun: ['bunx'],
}

/** Names, numbers and paths are the same to every shell. */
function quoted(word: string): string {
  return /^[\w./:@=-]+$/.test(word) ? word : `"${word.replace(/["\\$`]/g, '\\$&')}"`
}

/** The arguments for Node that run the installed program. */
export function prismaArguments(program: string, { schema }: PrismaSetup, args: readonly string[]): readonly string[] {
  return [program, ...args, ...(schema === undefined ? [] : ['--schema', schema])]
}

/** The one whose lock file is nearest, else what `package.json` names, else npm. */
export function packageManagerOf(outside: OutsideFiles, from: FileId): PackageManager {
  for (const folder of outside.upwards(from)) {
    const names = outside.namesIn(folder) ?? []
    const locked = LOCK_FILES.find(([file]) => names.includes(file))
    if (locked) return locked[1]
    const named = names.includes('package.json') ? outside.textOf(joinId(folder, 'package.json')) : undefined
    const manager = /"packageManager"\s*:\s*"(npm|pnpm|yarn|bun)@/.exec(named ?? '')?.[1]
    if (manager) return manager as PackageManager
    if (names.includes('.git')) break
  }
  return 'npm'
}

const LOCK_FILES: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
]

function programOf(outside: OutsideFiles, { folder }: InstalledPackage): FileId | undefined {
  const bin = manifestOf(outside, folder).bin
  const file = isRecord(bin) ? bin.prisma : bin
  return typeof file === 'string' ? joinId(folder, file) : undefined
}

function manifestOf(outside: OutsideFiles, folder: FileId): Readonly<Record<string, unknown>> {
  try {
    const manifest: unknown = JSON.parse(outside.textOf(joinId(folder, 'package.json')) ?? '')
    return isRecord(manifest) ? manifest : {}
  } catch {
    return {}
  }
}
