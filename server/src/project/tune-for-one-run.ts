import { setFlagsFromString } from 'node:v8'

/**
 * Tells V8 that this process does one thing and ends. Most of what it would optimise in a run of a second or two never
 * pays for that: optimising later took a quarter less of processor time over workspaces of 3,000 files. Prisma's code in
 * WebAssembly is not optimised at all, which took three times as long as its one answer.
 */
export function tuneForOneRun(): void {
  if (Number.parseInt(process.versions.node, 10) > NEWEST_KNOWN) return
  for (const flag of ['--interrupt-budget=1000000', '--liftoff-only']) setFlagsFromString(flag)
}

/** V8 complains on stderr of a setting that it does not have; these have stayed the same up to here. */
const NEWEST_KNOWN = 24
