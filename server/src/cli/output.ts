import path from 'node:path'
import type { Snapshot } from '../analysis/snapshot.js'
import type { Workspace } from '../project/load-workspace.js'
import { writeFile } from '../project/write-file.js'
import { reasonOf } from '../project/write-reason.js'
import { errorColours as pc } from './colours.js'

/**
 * Writes to stdout. Pipes take large reports in parts; the process must not end before the last one. The result says why
 * that was not possible; a reader that has seen enough and closed its end is no reason.
 */
export function write(text: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => {
      const isLost = error && (error as NodeJS.ErrnoException).code !== 'EPIPE'
      resolve(isLost ? `the report could not be written: ${reasonOf(error)}` : undefined)
    })
  })
}

/**
 * Writes to the file `output`, which is relative to `cwd`, or without one to stdout. The result says why that was not
 * possible.
 */
export async function put(
  text: string,
  { output, cwd }: { readonly output?: string; readonly cwd: string },
): Promise<string | undefined> {
  if (output === undefined) return write(text)
  const problem = writeFile(path.resolve(cwd, output), text)
  return problem === undefined ? undefined : `'${output}' could not be written: ${problem}`
}

/** Says on stderr why a command cannot do its work; the result is the exit status for that. */
export function complain(message: string): number {
  process.stderr.write(`${pc.red('error')} ${message}\n`)
  return 2
}

/** Says on stderr what is being done. */
export function tell(message: string): void {
  process.stderr.write(`${message}\n`)
}

export function warn(message: string): void {
  tell(warning(message))
}

/** A line that warns. */
export function warning(message: string): string {
  return `${pc.yellow('warning')} ${message}`
}

/** Says on stderr what was left out. `base` is the revision that was asked for. */
export function tellOmissions(workspace: Workspace, snapshot: Snapshot, base: string): void {
  for (const line of omissionsOf(workspace, snapshot, base)) tell(line)
}

/** The lines for that. */
export function omissionsOf({ problems, base: found }: Workspace, snapshot: Snapshot, base: string): readonly string[] {
  return [
    ...(found.kind === 'failed' ? [warning(`no changes since ${base} are seen: ${found.message}`)] : []),
    ...problems.map(({ file, message }) => pc.dim(`skipped ${file}: ${message}`)),
    ...snapshot.failures().map(({ rule, error }) => warning(`rule ${rule} failed and was left out: ${String(error)}`)),
  ]
}

/** Says on stderr how long it took since `started`. */
export function tellDuration(started: number, remark = ''): void {
  tell(pc.dim(`${Math.round(performance.now() - started)} ms${remark}`))
}
