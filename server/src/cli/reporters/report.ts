import type { Snapshot } from '../../analysis/snapshot.js'
import type { Finding } from '../../model/finding.js'
import type { Workspace } from '../../project/load-workspace.js'

/** What a reporter shows. */
export interface CheckReport {
  readonly snapshot: Snapshot
  readonly workspace: Workspace
  readonly findings: readonly Finding[]
  readonly verbose: boolean
}
