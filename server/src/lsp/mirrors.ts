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
  const isSchema = snapshot.schemas().some(({ schema }) => schema.files.includes(file))
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
  const aimed = allFindings(snapshot).flatMap((finding) => {
    const at = isLoud(finding.severity) ? targetOf(finding) : undefined
    return at ? [{ at, finding }] : []
  })
  const mirrors = [...groupBy(aimed, ({ at }) => refKey(at)).values()].flatMap((group) => {
    const [first] = group
    const kind = first && kindOf(snapshot, first.at)
    return kind ? [{ at: first.at, kind, findings: group.map(({ finding }) => finding) }] : []
  })
  const startOf = ({ at }: Mirror) => snapshot.spanOf(at)?.start ?? 0
  return mirrors.sort((a, b) => startOf(a) - startOf(b))
}

/** What a finding is related to: the column itself, not its type. */
function targetOf({ at, related: [first] }: Finding): ElementRef | undefined {
  if (!first || first.at.file === at.file) return undefined
  return { file: first.at.file, id: first.at.id.replace(/:type$/, '') }
}

function kindOf(snapshot: Snapshot, { file, id }: ElementRef): Mirror['kind'] | undefined {
  const [owner = '', member] = id.split('.')
  const facts = snapshot.schemas().find(({ schema }) => schema.files.includes(file))
  if (facts?.schema.enums.has(owner)) return 'enum'
  if (!facts?.schema.models.has(owner)) return undefined
  return member === undefined ? 'model' : 'column'
}
