import { baseName, type FileId, folderOf, foldersAbove } from './file-id.js'

/** Whether a folder of the path, itself included, holds tests, fixtures, examples, templates or documentation. */
export function isAside(folder: FileId): boolean {
  return [folder, ...foldersAbove(folder)].some(isAsideFolder)
}

/**
 * The application that a package beside the program is a part of, as a key: `examples/shop` for `examples/shop/server`,
 * `examples/shop/next-client` and `examples/shop/packages/db`, and the same for `examples/shop-web`. Empty for all that
 * is not aside.
 */
export function applicationOf(root: FileId): string {
  let folder = root
  while (isAside(folder)) {
    const words = wordsOf(folder)
    const own = words.filter((word) => !PARTS.has(word))
    const above = folderOf(folder)
    if (own.length === words.length || (own.length > 0 && isAsideFolder(above))) return [above, ...own].join('/')
    folder = above
  }
  return ''
}

/** Whether a folder is named for the part of an application that it is: `web`, `admin-app`, `api-types`. */
export function isPart(folder: FileId): boolean {
  return wordsOf(folder).some((word) => PARTS.has(word))
}

/** `node-integration-tests`, `_fixture`, `test-applications`; in `services/templates` the word is the subject. */
function isAsideFolder(folder: FileId): boolean {
  if (SUBJECTS.has(baseName(folderOf(folder)))) return false
  const words = wordsOf(folder)
  const last = words.at(-1) ?? ''
  return ASIDE.test(last) || (COLLECTION.test(last) && ASIDE.test(words.at(-2) ?? ''))
}

function wordsOf(folder: FileId): readonly string[] {
  return baseName(folder)
    .toLowerCase()
    .split(/[-_.]+/)
    .filter(Boolean)
}

const ASIDE =
  /^(?:e2e|(?:test|fixture|example|sample|demo|template|doc|mock|benchmark|playground)s?|documentation|testdata|sandbox(?:es)?)$/

const COLLECTION = /^(?:app|application|project|suite|package|case)s?$/

/** Folders whose folders are named for what they are about. */
const SUBJECTS = new Set(['services', 'microservices', 'modules', 'components', 'features', 'domains'])

/** What the parts of one application are called. */
const PARTS = new Set(
  'admin api app apps back backend client clients common console contracts core dashboard database db front frontend lib libs mobile native packages portal prisma server shared site types ui web website'.split(
    ' ',
  ),
)
