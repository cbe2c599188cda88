import path from 'node:path'
import { isKnown, knownFinding } from '../analysis/baseline.js'
import { fingerprintOf } from '../analysis/findings.js'
import type { AnalysisHost } from '../analysis/host.js'
import type { World } from '../analysis/world.js'
import { BASELINE_FILE, type Baseline, NO_BASELINE, renderBaseline } from '../configuration/baseline.js'
import type { Finding } from '../model/finding.js'
import { writeFile } from '../project/write-file.js'
import type { Project } from './open-project.js'
import { count } from './reporters/report.js'

export interface BaselineOptions {
  /** Add all that is found to the baseline. */
  readonly suppressAll?: true
  /** Drop from it what is no longer found. */
  readonly pruneSuppressions?: true
}

/** Whether there is a baseline, or will be one: then a host's world changes when it is settled. */
export function hasBaseline({ baseline }: World, { suppressAll, pruneSuppressions }: BaselineOptions): boolean {
  return baseline.size > 0 || suppressAll === true || pruneSuppressions === true
}

/**
 * How many findings the baseline keeps from being reported, and how many of those that it lists are gone; or why it could
 * not be written.
 */
export type Settled = { readonly known: number; readonly gone: number } | { readonly problem: string }

/** Lets a host know the findings of the baseline, which is brought up to date first where that is asked for. */
export function settleBaseline(host: AnalysisHost, project: Project, options: BaselineOptions): Settled {
  const before = project.workspace.world.baseline
  const isAsked = options.suppressAll || options.pruneSuppressions
  if (!hasBaseline(project.workspace.world, options)) return { known: 0, gone: 0 }
  host.apply({ baseline: NO_BASELINE })
  const found = host.snapshot().findings()
  const known = new Set(found.filter((each) => isKnown(each, before)).map(fingerprintOf))
  const stale = [...before.keys()].filter((fingerprint) => !known.has(fingerprint))
  const after = updated(before, { found, stale, isAsked: project.isAsked, options })
  const problem = isAsked ? save(project.root, before, after) : undefined
  if (problem !== undefined) return { problem }
  host.apply({ baseline: after })
  const gone = options.pruneSuppressions ? 0 : stale.length
  return { known: found.filter((each) => isKnown(each, after)).length, gone }
}

interface Update {
  readonly found: readonly Finding[]
  readonly stale: readonly string[]
  readonly isAsked: Project['isAsked']
  readonly options: BaselineOptions
}

function updated(before: Baseline, { found, stale, isAsked, options }: Update): Baseline {
  const kept = options.pruneSuppressions ? [...before].filter(([fingerprint]) => !stale.includes(fingerprint)) : before
  const added = options.suppressAll ? found.filter(({ at }) => isAsked(at.file)).map(knownFinding) : []
  return new Map([...kept, ...added.map((known) => [known.fingerprint, known] as const)])
}

function save(root: string, before: Baseline, after: Baseline): string | undefined {
  const added = [...after.keys()].filter((fingerprint) => !before.has(fingerprint)).length
  const dropped = [...before.keys()].filter((fingerprint) => !after.has(fingerprint)).length
  const problem = writeFile(path.join(root, BASELINE_FILE), renderBaseline(after.values()))
  if (problem !== undefined) return `${BASELINE_FILE} could not be written: ${problem}`
  process.stderr.write(`${BASELINE_FILE}: ${count(added, 'finding')} added, ${dropped} dropped, ${after.size} in all\n`)
  return undefined
}

/** What is said of findings that the baseline lists and that are gone. */
export function goneMessage(number: number): string {
  const what = number === 1 ? '1 finding is' : `${number} findings are`
  return `${what} gone that ${BASELINE_FILE} lists; --prune-suppressions drops them`
}
