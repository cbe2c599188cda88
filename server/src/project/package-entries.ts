import type { FileId } from '../text/file-id.js'
import type { Package } from './packages.js'
import { joinId } from './paths.js'

/** Splits `@acme/types/user` into the package's name and the path in it, `./user`; `.` is the package itself. */
export function splitPackage(specifier: string): readonly [name: string, subpath: string] {
  const parts = specifier.split('/')
  const length = specifier.startsWith('@') ? 2 : 1
  const rest = parts.slice(length).join('/')
  return [parts.slice(0, length).join('/'), rest === '' ? '.' : `./${rest}`]
}

/**
 * Where a path in a package of the workspace leads: what `exports`, `types` and `main` name, then the source that such
 * a built file comes from, then the path itself.
 */
export function packageTargets({ root, manifest }: Package, subpath: string): readonly FileId[] {
  const exported = matchEntries(manifest.exports, subpath)
  const fields = subpath === '.' ? ['types', 'typings', 'source', 'module', 'main'].map((key) => manifest[key]) : []
  const named = [...exported, ...fields.filter((field) => typeof field === 'string')]
  const plain = subpath === '.' ? ['src/index', 'index', 'src/main'] : [subpath, `src/${subpath}`]
  return [...named.flatMap(withSource), ...plain].map((path) => joinId(root, path))
}

/** Where `#name` leads by the `imports` of the package that it is written in. */
export function importTargets({ root, manifest }: Package, specifier: string): readonly FileId[] {
  return matchEntries(manifest.imports, specifier)
    .filter((path) => path.startsWith('.'))
    .flatMap(withSource)
    .map((path) => joinId(root, path))
}

/** `exports` may be a path, conditions, or a table of subpaths. */
function matchEntries(entries: unknown, key: string): readonly string[] {
  if (!isTable(entries)) return key === '.' ? pathsIn(entries) : []
  const exact = entries[key]
  if (exact !== undefined) return pathsIn(exact)
  const patterns = Object.keys(entries).filter((pattern) => pattern.includes('*'))
  for (const pattern of patterns.toSorted((a, b) => b.length - a.length)) {
    const middle = matchStar(pattern, key)
    if (middle !== undefined) return pathsIn(entries[pattern]).map((path) => path.replaceAll('*', middle))
  }
  return []
}

/** What `*` stands for in a pattern with one star, or undefined where the text does not match. */
export function matchStar(pattern: string, text: string): string | undefined {
  const [before = '', after] = pattern.split('*')
  if (after === undefined) return pattern === text ? '' : undefined
  const fits = text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after)
  return fits ? text.slice(before.length, text.length - after.length) : undefined
}

function isTable(entries: unknown): entries is Record<string, unknown> {
  return typeof entries === 'object' && entries !== null && Object.keys(entries).some((key) => /^[.#]/.test(key))
}

const CONDITIONS = ['types', 'source', 'development', 'import', 'module', 'node', 'browser', 'require', 'default']

/** All paths under an entry, those of types before those of code. */
function pathsIn(entry: unknown): readonly string[] {
  if (typeof entry === 'string') return [entry]
  if (Array.isArray(entry)) return entry.flatMap(pathsIn)
  if (typeof entry !== 'object' || entry === null) return []
  const rank = (key: string) => (CONDITIONS.includes(key) ? CONDITIONS.indexOf(key) : CONDITIONS.length)
  const entries = Object.entries(entry).sort(([a], [b]) => rank(a) - rank(b))
  return entries.flatMap(([, value]) => pathsIn(value))
}

/** `./dist/index.js` may not be built, or be ignored: then its source is `./src/index`. */
function withSource(path: string): readonly string[] {
  const stem = path.replace(/\.d\.([cm]?)ts$/, '.$1js')
  const built = /^(?:\.\/)?(?:dist|build|out|lib|output)\/(?:(?:esm|cjs|types|src)\/)*/
  const source = built.test(stem) ? [stem.replace(built, 'src/'), stem.replace(built, '')] : []
  return [path, stem, ...source]
}
