import type { Counts, Status } from '../../../shared/src/requests.js'
import { BASELINE_FILE } from '../configuration/baseline.js'
import type { Finding } from '../model/finding.js'
import { allFindings } from './findings.js'
import type { Folder } from './folders.js'
import type { Server } from './server.js'

/** What the status item says of all folders together. */
export function statusOf({ folders, trust }: Server): Status {
  const all = folders.all()
  const snapshots = all.map(({ live }) => live.snapshot())
  const schemas = snapshots.flatMap((snapshot) => snapshot.schemas()).length
  const loading = all.some(({ live }) => live.workspace() === undefined)
  const types = snapshots.flatMap((snapshot) => [
    ...snapshot.pairs().filter(({ inline }) => !inline),
    ...snapshot.enumPairs(),
  ])
  return {
    state: loading ? 'loading' : schemas > 0 ? 'ready' : 'idle',
    schemas,
    types: types.length,
    counts: countsOf(snapshots.flatMap((snapshot) => allFindings(snapshot))),
    problems: all.flatMap(problemsOf),
    trust,
  }
}

/** Findings by severity. */
export function countsOf(findings: readonly Finding[]): Counts {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info'), hint: count('hint') }
}

function problemsOf({ live, settings }: Folder): readonly string[] {
  const { problems: files = [], baselineProblems = [] } = live.workspace() ?? {}
  const baseline = baselineProblems.map((each) => `${BASELINE_FILE}: ${each}`)
  return [...settings.problems(), ...baseline, ...files.map(({ file, message }) => `${file} is not read: ${message}`)]
}
