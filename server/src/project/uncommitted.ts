import { type FileId, isWithin } from '../text/file-id.js'
import { type GitRun, runGit } from './git-process.js'

/** Those of some files that have changes which no commit holds, or why git does not say. */
export type Uncommitted =
  | { readonly kind: 'known'; readonly files: readonly FileId[] }
  | { readonly kind: 'no-repository' }
  | { readonly kind: 'failed'; readonly message: string }

/** Asks git which of the files are new or changed, in the work tree or in the index. `root` is absolute. */
export async function findUncommitted(root: string, files: readonly FileId[]): Promise<Uncommitted> {
  const prefix = await runGit({ root, args: ['rev-parse', '--show-prefix'] })
  if (prefix.kind === 'absent') return { kind: 'no-repository' }
  if (prefix.kind === 'done' && /not a git repository/i.test(prefix.stderr)) return { kind: 'no-repository' }
  if (!hasSucceeded(prefix)) return failure(prefix)
  const args = ['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames', '--', '.']
  const status = await runGit({ root, args, timeoutMs: 60_000 })
  if (!hasSucceeded(status)) return failure(status)
  const top = prefix.stdout.toString('utf8').replace(/\n$/, '')
  const lines = status.stdout.toString('utf8').split('\0').filter(Boolean)
  const changed = lines.map((line) => line.slice(3)).filter((file) => file.startsWith(top))
  const changedHere = changed.map((file) => file.slice(top.length))
  return { kind: 'known', files: files.filter((file) => changedHere.some((each) => isWithin(file, each))) }
}

type Success = Extract<GitRun, { kind: 'done' }>

function hasSucceeded(run: GitRun): run is Success {
  return run.kind === 'done' && run.status === 0
}

function failure(run: GitRun): Uncommitted {
  if (run.kind !== 'done') return { kind: 'failed', message: 'git took too long' }
  return { kind: 'failed', message: run.stderr.trim().split('\n')[0] || `git ended with status ${run.status}` }
}
