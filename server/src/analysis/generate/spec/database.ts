import { generateDatabaseHelper } from '../../../generators/spec/database-helper.js'
import { generateDatabaseServer } from '../../../generators/spec/database-server.js'
import type { TextStyle } from '../../../generators/style.js'
import { baseName, type FileId, folderOf } from '../../../text/file-id.js'
import type { Place } from '../place.js'
import { type Change, joinPath, type Project, packageOf, relativePath } from '../project.js'

export interface DatabaseHelper {
  readonly file: FileId
  /** None where it is there already. */
  readonly changes: readonly Change[]
}

/** The name of that file. */
export const TEST_DATABASE = 'prisma-test-database.ts'
const SERVER = 'prisma-test-server.mjs'

/** The files that start a database for tests; a project has them once. */
export function databaseHelper(prisma: Place | undefined, style: TextStyle, project: Project): DatabaseHelper {
  const files = project.files?.list ?? []
  const root = packageOf(project, prisma?.file ?? project.schema.root)?.root ?? project.schema.root
  const known = [...files, ...project.texts.keys()].find((file) => baseName(file) === TEST_DATABASE && isIn(file, root))
  if (known !== undefined) return { file: known, changes: [] }
  const file = joinPath(folderFor(root, prisma, project), TEST_DATABASE)
  const migrations = migrationsFolder(project)
  const text = generateDatabaseHelper({
    style,
    variable: urlVariable(prisma, project),
    root: relativePath(folderOf(file), root),
    migrations: migrations && relativePath(folderOf(file), migrations),
    push: pushArguments(root, project),
  })
  const server = {
    file: joinPath(folderOf(file), SERVER),
    text: generateDatabaseServer(extensionsOf(project, migrations), style),
  }
  return { file, changes: [{ file, text }, server] }
}

function isIn(file: FileId, root: FileId): boolean {
  return root === '' || file.startsWith(`${root}/`)
}

/** With the other tests; where the compiler takes only what is in `src`, beside the Prisma service. */
function folderFor(root: FileId, prisma: Place | undefined, { files }: Project): FileId {
  const settings = files?.readText(joinPath(root, 'tsconfig.json')) ?? ''
  const isBound = /"rootDir"\s*:\s*"(\.\/)?[\w-]+\/?"/.test(settings)
  if (isBound && prisma) return folderOf(prisma.file)
  const folder = ['test', 'tests'].find((name) => files?.list.some((file) => isIn(file, joinPath(root, name))))
  return joinPath(root, folder ?? 'test')
}

function migrationsFolder({ files, schema }: Project): FileId | undefined {
  const folder = folderOf(schema.files[0] ?? '')
  const all = (files?.list ?? []).flatMap((file) => /^(?:(.*)\/)?migrations\/[^/]+\/migration\.sql$/.exec(file) ?? [])
  const near = [folder, folderOf(folder)].map((each) => joinPath(each, 'migrations'))
  return near.find((each) => all.some((file) => file.startsWith(`${each}/`)))
}

/** What the schema or the Prisma service has the database's address from. */
function urlVariable(prisma: Place | undefined, { schemaTexts, texts }: Project): string {
  const inSchema = schemaTexts.flatMap((text) => /\burl\s*=\s*env\("(\w+)"\)/.exec(text)?.[1] ?? [])[0]
  const service = prisma ? (texts.get(prisma.file) ?? '') : ''
  const inService = /process\.env(?:\.|\[['"])(\w*(?:URL|URI|DATABASE)\w*)/.exec(service)?.[1]
  return inSchema ?? inService ?? 'DATABASE_URL'
}

/** Since version 7 `db push` leaves the client alone by itself. */
function pushArguments(root: FileId, { files, schema }: Project): readonly string[] {
  const manifest = files?.readText(joinPath(root, 'package.json')) ?? ''
  const major = Number(/"prisma"\s*:\s*"[^\d"]*(\d+)/.exec(manifest)?.[1] ?? 7)
  const [file = ''] = schema.files
  const way = relativePath(root, schema.files.length > 1 ? folderOf(file) : file)
  return ['prisma', 'db', 'push', '--schema', way, ...(major < 7 ? ['--skip-generate'] : [])]
}

/** Extensions that come with PGlite, by the name that SQL has for them. */
const CONTRIBUTED = new Set(
  'btree_gin btree_gist citext cube earthdistance fuzzystrmatch hstore intarray isn ltree pg_trgm pgcrypto seg tablefunc tcn unaccent uuid-ossp'.split(
    ' ',
  ),
)

function extensionsOf({ files }: Project, migrations: FileId | undefined): ReadonlyMap<string, string> {
  if (migrations === undefined) return new Map()
  const sql = (files?.list ?? []).filter((file) => file.startsWith(`${migrations}/`) && file.endsWith('.sql'))
  const text = sql.map((file) => files?.readText(file) ?? '').join('\n')
  const names = [...text.matchAll(/CREATE\s+EXTENSION\s+(?:IF\s+NOT\s+EXISTS\s+)?"?([\w-]+)/gi)].map(
    ([, name = '']) => name,
  )
  return new Map(
    names.flatMap((name): [string, string][] => {
      const local = name.replace('-', '_')
      if (name === 'vector') return [[local, '@electric-sql/pglite/vector']]
      return CONTRIBUTED.has(name) ? [[local, `@electric-sql/pglite/contrib/${local}`]] : []
    }),
  )
}
