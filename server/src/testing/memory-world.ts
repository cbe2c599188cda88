import { loadModule, parseSync } from 'libpg-query'
import type { PackageFacts, SchemaSource, World } from '../analysis/world.js'
import { NO_BASELINE } from '../configuration/baseline.js'
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../configuration/settings.js'
import type { DatabaseSource } from '../model/database.js'
import type { BaseMigrations, Migration } from '../model/migration.js'
import type { ReadMigration } from '../model/sql-change.js'
import { RULES } from '../rules/index.js'
import { readTree } from '../sql/read-tree.js'
import { baseName, type FileId, folderOf, foldersAbove } from '../text/file-id.js'
import type { FileFlag, Fixture, FixtureFile } from './fixture.js'
import { clientsOf } from './memory-clients.js'
import { createMemoryResolver } from './memory-modules.js'

await loadModule()

/**
 * The workspace that a fixture describes: `.prisma` files are the schema of the nearest folder with a `package.json`,
 * `migrations/NAME/migration.sql` its migrations in the order of their names, `prisma-drift.config.json` the settings.
 */
export function worldOf(fixture: Fixture): World {
  const isPackage = ({ file }: FixtureFile) => baseName(file) === 'package.json' && !file.startsWith('node_modules/')
  const packages = fixture.filter(isPackage).map(readPackage)
  const texts = new Map(fixture.filter(({ file }) => isSource(file)).map(({ file, text }) => [file, text]))
  return {
    texts,
    schemas: schemasOf(fixture, packages),
    packages,
    resolveModule: createMemoryResolver(new Set(texts.keys()), packages),
    settings: settingsOf(fixture),
    baseline: NO_BASELINE,
  }
}

function isSource(file: FileId): boolean {
  return /\.([cm]?tsx?|vue|svelte)$/.test(file)
}

function schemasOf(fixture: Fixture, packages: readonly PackageFacts[]): readonly SchemaSource[] {
  const rootOf = (file: FileId): FileId => nearestRoot(file, packages)
  const isSchema = ({ file, flag }: FixtureFile): boolean => file.endsWith('.prisma') && flag === undefined
  const roots = new Set(fixture.filter(isSchema).map(({ file }) => rootOf(file)))
  return [...roots].map((root) => {
    const own = fixture.filter(({ file }) => rootOf(file) === root)
    const base = own.filter(({ file, flag }) => flag === 'base' && file.endsWith('.prisma'))
    return {
      root,
      files: own.filter(isSchema),
      joined: [],
      twins: own.filter(({ flag }) => flag === 'twin'),
      generated: [],
      base: base.length > 0 ? { label: 'git HEAD', files: base } : undefined,
      migrations: migrationsOf(own, [undefined, 'applied']),
      readMigrations: readMigrationsOf(own),
      database: databaseOf(own),
      baseMigrations: baseMigrationsOf(own),
      missingMigration: own.find(({ flag }) => flag === 'missing')?.text,
      clients: clientsOf(own.filter(isSchema), fixture),
      errors: [],
    }
  })
}

function nearestRoot(file: FileId, packages: readonly PackageFacts[]): FileId {
  return [...foldersAbove(file)].find((folder) => packages.some(({ root }) => root === folder)) ?? ''
}

function baseMigrationsOf(files: readonly FixtureFile[]): BaseMigrations | undefined {
  const tip = migrationsOf(files, ['base', 'applied', 'theirs'])
  return tip.length === 0 ? undefined : { label: 'main', fork: migrationsOf(files, ['base', 'applied']), tip }
}

const NOTHING_FOUND: Omit<DatabaseSource, 'label'> = {
  ...{ comparedWith: 'migrations', failed: [], unapplied: [], edited: [], foreign: [], drift: '' },
}

function databaseOf(files: readonly FixtureFile[]): DatabaseSource | undefined {
  const found = files.find(({ flag }) => flag === 'database')
  return found && { label: 'shop on localhost:5432', ...NOTHING_FOUND, ...JSON.parse(found.text) }
}

/** Read are the migrations of a fixture that tells which of them are new. */
function readMigrationsOf(files: readonly FixtureFile[]): readonly ReadMigration[] | undefined {
  const applied = migrationsOf(files, ['applied'])
  if (applied.length === 0) return undefined
  return migrationsOf(files, [undefined, 'applied']).map(({ name, file, text = '' }) => ({
    ...{ name, file, isNew: !applied.some((each) => each.name === name) },
    changes: readTree(text, parseSync(text)),
  }))
}

function migrationsOf(files: readonly FixtureFile[], flags: readonly (FileFlag | undefined)[]): readonly Migration[] {
  const migrations = files.filter(
    ({ file, flag }) => flags.includes(flag) && /(^|\/)migrations\/[^/]+\/migration\.sql$/.test(file),
  )
  const sorted = migrations.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  return sorted.map(({ file, text }) => ({ name: baseName(folderOf(file)), file, text }))
}

function readPackage({ file, text }: FixtureFile): PackageFacts {
  const { name = '', dependencies = {} } = JSON.parse(text) as { name?: string; dependencies?: object }
  return { root: folderOf(file), name, dependencies: new Set(Object.keys(dependencies)) }
}

function settingsOf(fixture: Fixture): Settings {
  const configuration = fixture.find(({ file }) => file === 'prisma-drift.config.json')
  if (!configuration) return DEFAULT_SETTINGS
  const { settings, problems } = readSettings(JSON.parse(configuration.text), new Set(RULES.map(({ code }) => code)))
  if (!settings) throw new Error(problems.map(({ text }) => text).join('; '))
  return settings
}
