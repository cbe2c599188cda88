import type { FileId } from '../text/file-id.js'
import { readBase } from './git.js'
import { type GitRun, runGit } from './git-process.js'

/** What has changed since a commit, or why that is not known, as a phrase for a person. */
export type ChangesSince =
  | {
      readonly kind: 'known'
      /** Changed, added and removed files under the root, also those that are not committed. */
      readonly files: ReadonlySet<FileId>
      /** Their texts then, and those of the `.prisma` files in `folders`; not of files that were not there. */
      readonly texts: ReadonlyMap<FileId, string>
    }
  | { readonly kind: 'failed'; readonly message: string }

export interface ChangesRequest {
  /** The root of the workspace, absolute. */
  readonly root: string
  /** A commit. What counts is where the current branch left it, so that what others did since is no change. */
  readonly ref: string
  /** Folders of which all `.prisma` files are wanted. */
  readonly folders: readonly FileId[]
}

/** Asks git what has changed. Changes nothing and runs no hooks. */
export async function changesSince({ root, ref, folders }: ChangesRequest): Promise<ChangesSince> {
  if (ref === '' || ref.startsWith('-')) return { kind: 'failed', message: 'git knows no such revision' }
  const fork = await runGit({ root, args: ['merge-base', ref, 'HEAD'] })
  if (fork.kind !== 'done' || isOutside(fork)) return { kind: 'failed', message: failureOf(fork) ?? '' }
  // Branches that share no history, as in a shallow clone, are compared as they are.
  const commit = (fork.status === 0 && fork.stdout.toString('utf8').trim()) || ref
  const changed = ['diff', '--name-only', '--relative', '--no-renames', '--no-ext-diff', '-z', commit, '--', '.']
  const lists = [changed, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']]
  const files = new Set<FileId>()
  for (const args of lists) {
    const run = await runGit({ root, args, timeoutMs: 60_000 })
    const message = failureOf(run)
    if (message !== undefined || run.kind !== 'done') return { kind: 'failed', message: message ?? '' }
    for (const name of run.stdout.toString('utf8').split('\0')) if (name !== '') files.add(name)
  }
  const base = await readBase({ root, ref: commit, files: [...files], folders, trust: 'trusted', timeoutMs: 60_000 })
  if (base.kind !== 'found') return { kind: 'failed', message: 'git knows no such revision' }
  return { kind: 'known', files, texts: base.texts }
}

function failureOf(run: GitRun): string | undefined {
  if (run.kind === 'absent') return 'git is not installed'
  if (run.kind === 'timeout') return 'git took too long'
  if (run.status === 0) return undefined
  if (isOutside(run)) return 'this folder is in no git repository'
  if (/bad revision|unknown revision|ambiguous argument|bad object/i.test(run.stderr))
    return 'git knows no such revision'
  return run.stderr.trim().split('\n')[0] || `git ended with status ${run.status}`
}

/** `git diff` would compare folders where there is no repository. */
function isOutside(run: GitRun): boolean {
  return run.kind === 'done' && /not a git repository/i.test(run.stderr)
}
