import type { Member } from '../../generators/members.js'
import { typeText } from '../../generators/members.js'
import type { Block } from '../../generators/source-text.js'
import type { Pair } from '../../matching/pair.js'
import { type Finding, type Fix, isLoud } from '../../model/finding.js'
import type { Intent } from '../../model/intent.js'
import type { Column } from '../../model/schema.js'
import { isHidden } from '../../rules/hidden-columns.js'
import { membersBefore } from '../../rules/member-place.js'
import { valuesOf } from '../../rules/wire.js'
import type { FileId } from '../../text/file-id.js'
import { applyEdits } from '../../text/text-edit.js'
import { addImports } from '../../typescript/edit-add-imports.js'
import { renderFixes } from '../render-fix.js'
import type { Change, Outcome, Project } from './project.js'
import { styleFor, writeBlocks } from './write-blocks.js'

/** What a type that is there should have. */
export interface Wanted {
  readonly members: readonly Member[]
  /** Whether a column that the type lacks should be added; else only if it is new since the earlier schema. */
  readonly isNeeded: (column: Column) => boolean
  /** Declarations that its members need. */
  readonly declarations: (members: readonly Member[]) => readonly Block[]
  /** Whether a member that may be null is made optional instead. */
  readonly prefersOptional: boolean
}

/**
 * Brings a type up to its model: adds the members it lacks and makes the safe repairs of what is found in it and in the
 * lists of values that it uses. Everything else stays, and what only a person can decide is told.
 */
export function mergeType(project: Project, pair: Pair, wanted: Wanted): Outcome {
  const { file } = pair.shape
  const found = findingsAbout(project, pair)
  const isNeeded = (column: Column) => project.scope === 'whole' && wanted.isNeeded(column) && !isHidden(column)
  const isExpected = (column: Column) => isNeeded(column) || isNew(project, column)
  const added = wanted.members.filter(({ column }) => pair.missing.includes(column) && isExpected(column))
  const fixes = [...found.flatMap((finding) => repairOf(finding, wanted)), ...added.map((each) => addition(pair, each))]
  const prepared = prepare(project, file, added, wanted.declarations(added))
  const textOf = (id: FileId) => prepared.find((change) => change.file === id)?.text ?? project.texts.get(id)
  const { edits, problems } = renderFixes(fixes, { textOf, moduleOffering: project.snapshot.moduleOffering })
  const edited = [...edits].map(([id, list]): Change => ({ file: id, text: applyEdits(textOf(id) ?? '', list) }))
  const others = prepared.filter((change) => !edits.has(change.file))
  return {
    changes: [...edited, ...others].filter(({ file: id, text }) => project.texts.get(id) !== text),
    notes: [
      ...(project.scope === 'whole' ? found.filter(isLeft) : []).map(({ message }) => `${file}: ${message}`),
      ...problems.map(({ fix, reason }) => `${file}: not done, ${reason}: ${fix.title}`),
    ],
  }
}

/** Whether the earlier schema lacks the column. */
function isNew({ snapshot, schema }: Project, { owner, name }: Column): boolean {
  const change = snapshot
    .schemas()
    .find((each) => each.schema === schema)
    ?.columnChange(owner, name)
  return change !== undefined && change.before === undefined
}

/** Declares and imports what the new members need. */
function prepare(project: Project, file: FileId, members: readonly Member[], blocks: readonly Block[]) {
  const imports = members.flatMap(({ type }) => type.imports)
  const text = addImports({ file, text: project.texts.get(file) ?? '' }, imports, styleFor(project, file))
  const texts = new Map([...project.texts, [file, text]])
  return blocks.length > 0 ? writeBlocks({ ...project, texts }, file, blocks) : [{ file, text }]
}

/** What is found in the type itself and in the lists of values that its properties use. */
function findingsAbout({ snapshot }: Project, pair: Pair): readonly Finding[] {
  const lists = snapshot.enumPairs().filter(({ usedBy }) => usedBy.some((use) => use.pair === pair))
  const own = new Set(pair.fields.map(({ property }) => property.ref.id))
  const files = new Set([pair.shape.file, ...lists.map((list) => list.at.file)])
  const findings = [...files].flatMap((file) => snapshot.findingsOf(file))
  return findings.filter(({ at, type, severity, rule }) => {
    if (severity === 'hint' || rule === 'field-missing') return false
    if (
      lists.some((list) => list.at.file === at.file && (list.at.id === at.id || at.id.startsWith(`${list.at.id}.`)))
    ) {
      return true
    }
    const id = at.id.replace(/:type$/, '')
    return at.file === pair.shape.file && (type === pair.shape.name || own.has(id))
  })
}

function repairOf({ fixes, rule }: Finding, { prefersOptional }: Wanted): readonly Fix[] {
  const safe = fixes.filter((fix) => fix.safe)
  const optional = safe.find(({ intents }) => intents.some(({ kind }) => kind === 'setOptional'))
  const fix = rule === 'nullability-mismatch' && prefersOptional && optional ? optional : safe[0]
  return fix ? [fix] : []
}

function isLeft({ fixes, severity }: Finding): boolean {
  return isLoud(severity) && !fixes.some(({ safe }) => safe)
}

function addition(pair: Pair, member: Member): Fix {
  const values = valuesOf(member.column, pair.schema)
  const intent: Intent = {
    kind: 'addMember',
    at: pair.shape.ref,
    name: member.name,
    type: typeText(member),
    ...(values && { values }),
    optional: member.optional,
    after: membersBefore(pair, member.column),
  }
  return { title: `Add '${member.name}' to '${pair.shape.name}'`, safe: true, intents: [intent] }
}
