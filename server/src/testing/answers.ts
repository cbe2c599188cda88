import type { Snapshot } from '../analysis/snapshot.js'
import type { ElementRef } from '../model/element.js'
import { refKey } from '../model/element.js'
import type { Finding } from '../model/finding.js'
import type { FileId } from '../text/file-id.js'

/**
 * Everything that a report shows of a snapshot, as plain data in the order in which it is shown: equal for two snapshots
 * that say the same.
 */
export function answersOf(snapshot: Snapshot, files: Iterable<FileId>): Answers {
  return {
    findings: snapshot.findings().map((finding) => shown(snapshot, finding)),
    findingsByFile: [...files].map((file) => [file, snapshot.findingsOf(file).map((each) => shown(snapshot, each))]),
    pairs: snapshot.pairs().map(({ shape, schema, model, ...pair }) => ({
      ...place(snapshot, shape.ref),
      says: [shape.name, schema.root, model.name, pair.role, pair.confidence, pair.naming, pair.inline, pair.evidence],
      fields: pair.fields.map(({ property, column }) => [refKey(property.ref), refKey(column.ref)]),
      extras: pair.extras.map(({ ref }) => refKey(ref)),
      missing: pair.missing.map(({ ref }) => refKey(ref)),
    })),
    enumPairs: snapshot.enumPairs().map(({ at, name, schema, enum: prismaEnum, confidence, evidence }) => ({
      ...place(snapshot, at),
      says: [name, schema.root, prismaEnum.name, confidence, evidence],
    })),
    schemas: snapshot.schemas().map((facts) => ({
      files: [facts.schema.root, facts.schema.provider, ...facts.schema.files],
      names: [...facts.schema.models.keys(), ...facts.schema.enums.keys()],
      errors: snapshot.schemaErrors(facts),
    })),
    failures: snapshot.failures().map(({ rule, error }) => `${rule}: ${String(error)}`),
  }
}

/** What a report shows. */
export interface Answers {
  readonly findings: readonly unknown[]
  readonly findingsByFile: readonly unknown[]
  readonly pairs: readonly unknown[]
  readonly enumPairs: readonly unknown[]
  readonly schemas: readonly unknown[]
  readonly failures: readonly string[]
}

function shown(snapshot: Snapshot, { at, related, ...finding }: Finding) {
  return {
    ...finding,
    ...place(snapshot, at),
    related: related.map((each) => [each.message, place(snapshot, each.at)]),
  }
}

function place(snapshot: Snapshot, ref: ElementRef) {
  return { at: refKey(ref), range: snapshot.rangeOf(ref) }
}
