import { compareText } from '../text/compare-text.js'
import { type FileId, isWithin } from '../text/file-id.js'
import { decode } from './decode.js'
import { type GitRun, runGit } from './git-process.js'

/** An earlier state of the workspace, or why there is none. */
export type Base =
  /** The files that existed then and are text. A file that did not exist is not in `texts`. */
  | { readonly kind: 'found'; readonly commit: string; readonly texts: ReadonlyMap<FileId, string> }
  /** The root stands in no repository, or git is not installed, or the workspace is not trusted. */
  | { readonly kind: 'no-repository' | 'no-git' | 'untrusted' }
  /** No such commit; with `HEAD` a repository without commits. */
  | { readonly kind: 'no-such-ref'; readonly ref: string }
  | { readonly kind: 'failed'; readonly message: string }

export interface BaseRequest {
  /** The root of the workspace, absolute; it may be a folder inside of the repository. */
  readonly root: string
  /** Anything git takes for a commit. */
  readonly ref?: string
  readonly files: readonly FileId[]
  /** Folders of which all files with the extension are wanted, those that are gone by now included. */
  readonly folders?: readonly FileId[]
  /** `.prisma` unless another is given. */
  readonly extension?: string
  /** In an untrusted workspace nothing is started. */
  readonly trust: 'trusted' | 'untrusted'
  readonly timeoutMs?: number
}

/**
 * Reads files as they were at a commit, with one process of git (5 ms), and one more where folders are asked for.
 * Never throws, changes nothing in the repository, and runs no hooks.
 */
export async function readBase(request: BaseRequest): Promise<Base> {
  const { ref = 'HEAD', trust } = request
  if (trust === 'untrusted') return { kind: 'untrusted' }
  if (ref === '' || /[\n\0]/.test(ref)) return { kind: 'no-such-ref', ref }
  const listed = await listFolders(request, ref)
  const files = [...new Set([...request.files, ...listed])].filter(isAskable).sort(compareText)
  const names = [`${ref}^{commit}`, ...files.map((file) => `${ref}:./${file}`)]
  const run = await runGit({ ...request, args: ['cat-file', '--batch'], stdin: `${names.join('\n')}\n` })
  const failed = failureOf(run)
  if (failed !== undefined || run.kind !== 'done') return failed ?? { kind: 'no-git' }
  const [commit, ...blobs] = readBatch(run.stdout)
  if (commit?.type !== 'commit') return { kind: 'no-such-ref', ref }
  return { kind: 'found', commit: commit.id, texts: textsOf(files, blobs) }
}

/** The protocol is one name a line; and what lies outside of the root is not asked for. */
function isAskable(file: FileId): boolean {
  return !/[\n\0]/.test(file) && !file.startsWith('../') && !file.startsWith('/')
}

function textsOf(files: readonly FileId[], blobs: readonly BatchObject[]): ReadonlyMap<FileId, string> {
  const texts = new Map<FileId, string>()
  files.forEach((file, index) => {
    const blob = blobs[index]
    const text = blob?.type === 'blob' ? decode(blob.content)?.text : undefined
    if (text !== undefined) texts.set(file, text)
  })
  return texts
}

/** Files that git cannot list are just not known; the next call says what is wrong. */
async function listFolders(
  { folders = [], extension = '.prisma', ...request }: BaseRequest,
  ref: string,
): Promise<readonly FileId[]> {
  if (folders.length === 0) return []
  const paths = folders.map((folder) => (folder === '' ? '.' : folder))
  const args = ['ls-tree', '-r', '-z', '--name-only', '--end-of-options', `${ref}^{commit}`, '--', ...paths]
  const run = await runGit({ ...request, args })
  if (run.kind !== 'done') return []
  const names = run.stdout.toString('utf8').split('\0')
  return names.filter((name) => name.endsWith(extension) && folders.some((folder) => isWithin(name, folder)))
}

function failureOf(run: GitRun): Base | undefined {
  if (run.kind === 'absent') return { kind: 'no-git' }
  if (run.kind === 'timeout') return { kind: 'failed', message: 'git took too long' }
  if (run.status === 0) return undefined
  if (/not a git repository/i.test(run.stderr)) return { kind: 'no-repository' }
  return { kind: 'failed', message: run.stderr.trim().split('\n')[0] || `git ended with status ${run.status}` }
}

interface BatchObject {
  /** `missing` where there is no such object. */
  readonly type: string
  readonly id: string
  readonly content: Buffer
}

/** The answers of `cat-file --batch`: a line `<id> <type> <size>` and that many bytes, or `<name> missing`. */
function readBatch(output: Buffer): readonly BatchObject[] {
  const objects: BatchObject[] = []
  let at = 0
  while (at < output.length) {
    const end = output.indexOf('\n', at)
    if (end < 0) break
    const [, id = '', type = 'missing', size] =
      /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(output.toString('utf8', at, end)) ?? []
    at = end + 1
    const length = Number(size ?? 0)
    objects.push({ type, id, content: output.subarray(at, at + length) })
    if (size !== undefined) at += length + 1
  }
  return objects
}
