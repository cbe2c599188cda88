import type { Snapshot } from '../analysis/snapshot.js'
import type { ElementRef } from '../model/element.js'
import { refKey } from '../model/element.js'
import { type Finding, isLoud } from '../model/finding.js'
import type { FileId } from '../text/file-id.js'
import { groupBy } from '../text/group-by.js'
import { allFindings } from './findings.js'

/** A place in a schema from which types have drifted. Only editors show these; they are no findings of their own. */
export interface Mirror {
  /** The column, or the model or enum where the types have what it lacks. */
  readonly at: ElementRef
  readonly kind: 'column' | 'model' | 'enum'
  /** The loud findings that lead here, in the order of all findings. */
  readonly findings: readonly Finding[]
}

/** The mirrors in one schema file, in the order of the columns. */
export function mirrorsOf(snapshot: Snapshot, file: FileId): readonly Mirror[] {
  const isSchema = snapshot.schemas().some(({ lowered }) => lowered.schema.files.includes(file))
  return isSchema ? (byFile(snapshot).get(file) ?? []) : []
}

/** The schema files with mirrors. */
export function filesWithMirrors(snapshot: Snapshot): Iterable<FileId> {
  return byFile(snapshot).keys()
}

const known = new WeakMap<Snapshot, ReadonlyMap<FileId, readonly Mirror[]>>()

function byFile(snapshot: Snapshot): ReadonlyMap<FileId, readonly Mirror[]> {
  const found = known.get(snapshot) ?? groupBy(collect(snapshot), ({ at }) => at.file)
  known.set(snapshot, found)
  return found
}

function collect(snapshot: Snapshot): readonly Mirror[] {
  const loud = allFindings(snapshot).filter(({ severity }) => isLoud(severity))
  const aimed = groupBy(loud, (finding) => targetOf(finding))
  return elementsOf(snapshot).flatMap(({ at, kind }) => {
    const findings = aimed.get(refKey(at))
    return findings ? [{ at, kind, findings }] : []
  })
}

/** What a finding is related to: the column itself, not its type. */
function targetOf({ at, related: [first] }: Finding): string | undefined {
  if (!first || first.at.file === at.file) return undefined
  return refKey({ file: first.at.file, id: first.at.id.replace(/:type$/, '') })
}

function elementsOf(snapshot: Snapshot): readonly Pick<Mirror, 'at' | 'kind'>[] {
  return snapshot
    .schemas()
    .flatMap(({ lowered: { schema } }) => [
      ...[...schema.models.values()].flatMap(({ ref, columns }) => [
        { at: ref, kind: 'model' as const },
        ...columns.map((column) => ({ at: column.ref, kind: 'column' as const })),
      ]),
      ...[...schema.enums.values()].flatMap(({ ref, values }) => [
        { at: ref, kind: 'enum' as const },
        ...values.map((value) => ({ at: value.ref, kind: 'enum' as const })),
      ]),
    ])
}
