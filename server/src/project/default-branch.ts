import { runGit } from './git-process.js'

/**
 * The branch that others build on: that of the remote, else `main` or `master`. Undefined where there is none, or git does
 * not tell. `root` is absolute, and trusted, as git runs.
 */
export async function mainBranch(root: string): Promise<string | undefined> {
  const remote = await runGit({ root, args: ['rev-parse', '--abbrev-ref', '--verify', '--quiet', 'origin/HEAD'] })
  const name = remote.kind === 'done' && remote.status === 0 ? remote.stdout.toString('utf8').trim() : ''
  if (name !== '' && name !== 'origin/HEAD') return name
  for (const branch of ['main', 'master']) {
    const run = await runGit({ root, args: ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`] })
    if (run.kind === 'done' && run.status === 0) return branch
  }
  return undefined
}
